import { describe, expect, it } from 'vitest';
import { type LaidSegment, layOut, neighbour } from './map-layout.ts';
import { boxHeight, boxWidth, columnStep, linesOf, rowStep } from './map-lines.ts';

const segment = (id: string, tier: LaidSegment['tier']): LaidSegment => ({ id, tier });
const chain = [
  segment('a', 'upstream'),
  segment('b', 'upstream'),
  segment('c', 'midstream'),
  segment('d', 'midstream'),
  segment('e', 'supporting'),
];

describe('the picture of a chain', () => {
  it('has a column a tier, an empty one too', () => {
    const { columns, rows } = layOut(chain, []);
    expect(columns.map((column) => column.map(({ id }) => id))).toEqual([['a', 'b'], ['c', 'd'], [], ['e']]);
    expect(rows).toBe(2);
  });

  it('puts segments near what they are linked with, so that lines need not cross', () => {
    const crossing = [
      { from: 'a', to: 'd' },
      { from: 'b', to: 'c' },
    ];
    const { places } = layOut(chain, crossing);
    const row = (id: string) => places.get(id)?.row ?? -1;
    expect((row('a') - row('b')) * (row('d') - row('c'))).toBeGreaterThan(0);
  });

  it('keeps every segment exactly once, and is the same each time', () => {
    const many = Array.from({ length: 2_000 }, (_, at) =>
      segment(`s${at}`, (['upstream', 'midstream', 'downstream', 'supporting'] as const)[at % 4] ?? 'upstream'),
    );
    const links = many.slice(0, 60).map(({ id }, at) => ({ from: id, to: `s${(at * 7 + 61) % 2_000}` }));
    const first = layOut(many, links);
    expect(first.places.size).toBe(2_000);
    expect([...layOut(many, links).places]).toEqual([...first.places]);
  });

  it('leaves out a line to a segment that is not shown', () => {
    const shown = chain.filter(({ id }) => id !== 'c');
    const layout = layOut(shown, [{ from: 'b', to: 'c' }]);
    expect(linesOf(layout, [{ from: 'b', to: 'c' }])).toEqual([]);
  });

  it('leads every line from the side of one box to the side of the other, past other columns between their boxes', () => {
    const links = [
      { from: 'a', to: 'e' },
      { from: 'e', to: 'b' },
      { from: 'a', to: 'b' },
    ];
    const layout = layOut(chain, links);
    const [across, back, within] = linesOf(layout, links);
    expect(across?.head).toMatchObject({ x: columnStep * 3, points: 'right' });
    expect(back?.head).toMatchObject({ x: boxWidth, points: 'left' });
    expect(within?.head).toMatchObject({ x: boxWidth, points: 'left' });
    const levels = [...(across?.path ?? '').matchAll(/L[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Number(y));
    expect(levels).toHaveLength(2);
    for (const y of levels) expect(((y % rowStep) + rowStep) % rowStep).toBeGreaterThan(boxHeight);
  });
});

describe('the arrow keys', () => {
  const layout = layOut(chain, []);

  it('move within a column and stop at its ends', () => {
    expect(neighbour(layout, 'a', 'ArrowDown')).toBe('b');
    expect(neighbour(layout, 'b', 'ArrowUp')).toBe('a');
    expect(neighbour(layout, 'a', 'ArrowUp')).toBeUndefined();
  });

  it('pass an empty column and land on the nearest row', () => {
    expect(neighbour(layout, 'd', 'ArrowRight')).toBe('e');
    expect(neighbour(layout, 'e', 'ArrowLeft')).toBe('c');
    expect(neighbour(layout, 'e', 'ArrowRight')).toBeUndefined();
  });
});
