import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsAMinute, endOfQuiet, isQuiet, nextCall } from './notice-channel.ts';

const at = (time: string) => new Date(`2026-11-23T${time}:00+08:00`);
const night = { from: 22 * 60, to: 7 * 60 };
const noon = { from: 12 * 60, to: 14 * 60 };

describe('quiet hours', () => {
  it('run over midnight by the city’s clock, and end at their end', () => {
    expect(
      [at('21:59'), at('22:00'), at('23:59'), at('00:00'), at('06:59'), at('07:00')].map((now) => isQuiet(night, now)),
    ).toEqual([...[false, true, true, true, true, false]]);
    expect(endOfQuiet(night, at('23:00'))).toEqual(new Date('2026-11-24T07:00:00+08:00'));
    expect(endOfQuiet(night, at('03:00'))).toEqual(at('07:00'));
    expect(endOfQuiet(noon, at('13:00'))).toEqual(at('14:00'));
    expect(endOfQuiet(noon, at('14:00'))).toEqual(at('14:00'));
    expect(endOfQuiet(undefined, at('13:00'))).toEqual(at('13:00'));
  });

  it('are never on any more when they have ended, whatever they are', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 10_000_000 }), (from, to, seconds) => {
        fc.pre(from !== to);
        const now = new Date(at('00:00').getTime() + seconds * 1_000);
        const end = endOfQuiet({ from, to }, now);
        expect(isQuiet({ from, to }, end)).toBe(false);
        expect(end.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(86_400_000);
      }),
    );
  });
});

describe('the calls of a robot', () => {
  it('are never more than twenty in any minute, however it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 120 }), (gaps) => {
        const calls: Date[] = [];
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          if (nextCall(calls, new Date(now)).getTime() <= now) calls.push(new Date(now));
        }
        for (const call of calls) {
          const within = calls.filter((other) => other >= call && other.getTime() < call.getTime() + 60_000);
          expect(within.length).toBeLessThanOrEqual(callsAMinute);
        }
      }),
    );
  });

  it('go on when the oldest of twenty is a minute old', () => {
    const calls = Array.from({ length: 20 }, (_, place) => new Date(place * 100));
    expect(nextCall(calls, new Date(5_000))).toEqual(new Date(61_000));
    expect(nextCall(calls, new Date(61_000))).toEqual(new Date(61_000));
  });
});
