import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitOperators, type NeedLimit, type OfferLimit } from './limit.ts';
import { checkLimit, compareLimit } from './limit-check.ts';

const atLeast95: NeedLimit = { name: 'BFE', op: '>=', value: 95, unit: '%' };

function stated(low: number | undefined, high: number | undefined, unit = '%'): OfferLimit {
  return { name: 'BFE', low, high, unit };
}

describe('what is not registered', () => {
  it('is unknown, never no', () => {
    expect(checkLimit(atLeast95, [])).toMatchObject({ verdict: 'unknown', stated: null });
    expect(checkLimit(atLeast95, [{ name: '克重', low: 20, high: 20, unit: 'g/m²' }]).verdict).toBe('unknown');
  });

  it('is unknown where neither end is stated, or the units cannot be converted', () => {
    expect(compareLimit(atLeast95, stated(undefined, undefined))).toBe('unknown');
    expect(compareLimit(atLeast95, stated(98, 98, 'mm'))).toBe('unknown');
  });
});

describe('what is registered', () => {
  it('is met by a tested value that is good enough, and by a range that can be set so', () => {
    expect(compareLimit(atLeast95, stated(98, 98))).toBe('met');
    expect(compareLimit(atLeast95, stated(90, 99))).toBe('met');
    expect(compareLimit(atLeast95, stated(95, undefined))).toBe('met');
  });

  it('is not met by a value or an end that excludes it', () => {
    expect(compareLimit(atLeast95, stated(90, 90))).toBe('not-met');
    expect(compareLimit(atLeast95, stated(undefined, 94))).toBe('not-met');
  });

  it('is unknown where an open end may or may not reach it', () => {
    expect(compareLimit(atLeast95, stated(90, undefined))).toBe('unknown');
    expect(compareLimit({ ...atLeast95, op: '<=', value: 25 }, stated(20, undefined))).toBe('unknown');
  });

  it('compares a tolerance: finer is better', () => {
    const need: NeedLimit = { name: '公差', op: '±', value: 0.02, unit: 'mm' };
    const offer = (value: number, unit: string): OfferLimit => ({ name: '加工精度', low: value, high: value, unit });
    expect(checkLimit(need, [offer(0.01, 'mm')]).verdict).toBe('met');
    expect(checkLimit(need, [offer(10, 'μm')]).verdict).toBe('met');
    expect(checkLimit(need, [offer(0.05, 'mm')]).verdict).toBe('not-met');
  });

  it('finds a property under another of its names', () => {
    const need: NeedLimit = { name: '克重', op: '<=', value: 25, unit: 'g/m²' };
    expect(checkLimit(need, [{ name: '面密度', low: 30, high: 30, unit: 'gsm' }]).verdict).toBe('not-met');
  });

  it('counts the kindest of several statements', () => {
    expect(checkLimit(atLeast95, [stated(90, 90), stated(98, 98)]).verdict).toBe('met');
    expect(checkLimit(atLeast95, [stated(90, 90), stated(90, undefined)]).verdict).toBe('unknown');
  });
});

describe('the three verdicts', () => {
  const whole = fc.integer({ min: -6, max: 6 });
  const limit = fc.record({
    name: fc.constant('x'),
    op: fc.constantFrom(...limitOperators),
    value: whole,
    unit: fc.constant(''),
  });
  const ends = fc.record({ low: fc.option(whole, { nil: undefined }), high: fc.option(whole, { nil: undefined }) });

  it('agree with trying values one by one', () => {
    fc.assert(
      fc.property(limit, ends, (need, { low, high }) => {
        fc.pre(low === undefined || high === undefined || low <= high);
        fc.pre(low !== undefined || high !== undefined);
        const reached = values.filter((value) => value >= (low ?? -100) && value <= (high ?? 100));
        const wanted = reached.filter((value) => isAsked(need, value));
        expect(compareLimit(need, { name: 'x', low, high, unit: '' })).toBe(
          verdictByHand({ reached, wanted, low, high }),
        );
      }),
    );
  });
});

/** Half steps on a line much longer than any limit. */
const values = Array.from({ length: 401 }, (_, at) => (at - 200) / 2);

function isAsked({ op, value }: NeedLimit, tried: number): boolean {
  const table = {
    '>=': tried >= value,
    '>': tried > value,
    '<=': tried <= value,
    '<': tried < value,
    '=': tried === value,
    '±': tried <= value,
  };
  return table[op];
}

interface Tried {
  readonly reached: readonly number[];
  readonly wanted: readonly number[];
  readonly low: number | undefined;
  readonly high: number | undefined;
}

function verdictByHand({ reached, wanted, low, high }: Tried): string {
  if (wanted.length === 0) return 'not-met';
  if (wanted.length === reached.length) return 'met';
  return low === undefined || high === undefined ? 'unknown' : 'met';
}
