import { describe, expect, it } from 'vitest';
import { type FunnelTarget, targetFunnel } from './target-funnel.ts';
import type { TargetLoss, TargetStatus } from './target-stage.ts';

const day = (number: number) => new Date(Date.UTC(2026, 9, number));
const target = (
  entries: readonly (readonly [TargetStatus, number])[],
  loss: TargetLoss | null = null,
): FunnelTarget => ({
  ...{ entries: entries.map(([status, on]) => ({ status, at: day(on) })), loss },
});
const rowOf = (targets: readonly FunnelTarget[], stage: string) =>
  targetFunnel(targets).rows.find((row) => row.stage === stage);

describe('the funnel', () => {
  it('is empty for nothing, and knows no days', () => {
    const { rows, losses } = targetFunnel([]);
    expect(losses).toEqual([]);
    for (const row of rows) expect(row).toMatchObject({ now: 0, reached: 0, medianDays: null, stays: 0 });
  });

  it('counts where targets stand and how far they came; a stage that was skipped was reached', () => {
    const targets = [
      target([['lead', 1]]),
      target([
        ['lead', 1],
        ['negotiating', 4],
      ]),
    ];
    expect(rowOf(targets, 'lead')).toMatchObject({ now: 1, reached: 2 });
    expect(rowOf(targets, 'visited')).toMatchObject({ now: 0, reached: 1 });
    expect(rowOf(targets, 'signed')).toMatchObject({ now: 0, reached: 0 });
  });

  it('takes the median of the stays that are over: of an even number the middle of two', () => {
    const left = [2, 4, 9, 30].map((days) =>
      target([
        ['lead', 1],
        ['contacted', 1 + days],
      ]),
    );
    expect(rowOf([...left, target([['lead', 1]])], 'lead')).toMatchObject({ medianDays: 6, stays: 4 });
    expect(rowOf(left.slice(0, 3), 'lead')).toMatchObject({ medianDays: 4, stays: 3 });
  });

  it('counts a stay twice when a target went back and came again', () => {
    const twice = target([
      ['lead', 1],
      ['contacted', 2],
      ['visited', 5],
      ['contacted', 6],
      ['visited', 13],
    ]);
    expect(rowOf([twice], 'contacted')).toMatchObject({ stays: 2, medianDays: 5 });
  });

  it('counts losses by their reason, and how far the lost ones had come', () => {
    const lost = target(
      [
        ['lead', 1],
        ['visited', 3],
        ['lost', 9],
      ],
      'cost',
    );
    const { losses } = targetFunnel([
      lost,
      target(
        [
          ['lead', 1],
          ['lost', 2],
        ],
        'cost',
      ),
      target([['lead', 1]]),
    ]);
    expect(losses).toEqual([{ code: 'cost', count: 2 }]);
    expect(rowOf([lost], 'visited')).toMatchObject({ now: 0, reached: 1, medianDays: 6 });
  });

  it('counts a record that is one with another in the other alone', () => {
    expect(
      rowOf(
        [
          target([
            ['lead', 1],
            ['joined', 3],
          ]),
        ],
        'lead',
      ),
    ).toMatchObject({ now: 0, reached: 0, stays: 0 });
  });
});
