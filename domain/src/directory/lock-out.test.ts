import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accountLockOut,
  addressLockOut,
  claimGuess,
  delaySeconds,
  type Guesses,
  networkOf,
  returnGuess,
} from './lock-out.ts';

const start = new Date('2026-11-23T09:00:00+08:00');
const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000);
const policies = fc.record({
  free: fc.integer({ min: 1, max: 200 }),
  firstSeconds: fc.integer({ min: 1, max: 3600 }),
  mostSeconds: fc.integer({ min: 3600, max: 86_400 }),
  quietSeconds: fc.integer({ min: 1, max: 86_400 }),
});

/** Tries again the moment one may, so many times. */
function guess(times: number, policy = accountLockOut): { guesses: Guesses | undefined; at: Date } {
  let guesses: Guesses | undefined;
  let at = start;
  for (let time = 0; time < times; time++) {
    if (guesses?.lockedUntil) at = guesses.lockedUntil;
    const claim = claimGuess(guesses, at, policy);
    if (claim.kind === 'allowed') guesses = claim.after;
  }
  return { guesses, at };
}

describe('the wait after wrong tries', () => {
  it('is five minutes after the fifth, then ten, twenty, forty and never more than an hour', () => {
    const minutes = [4, 5, 6, 7, 8, 9, 500].map((wrong) => delaySeconds(wrong, accountLockOut) / 60);
    expect(minutes).toEqual([0, 5, 10, 20, 40, 60, 60]);
  });

  it('never shrinks with another wrong try, is never negative and never passes the most', () => {
    fc.assert(
      fc.property(policies, fc.nat(5000), (policy, wrong) => {
        const delay = delaySeconds(wrong, policy);
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(policy.mostSeconds);
        expect(delaySeconds(wrong + 1, policy)).toBeGreaterThanOrEqual(delay);
      }),
    );
  });

  it('refuses until it is over, however often one tries meanwhile, and does not grow by that', () => {
    fc.assert(
      fc.property(policies, fc.array(fc.double({ min: 0, max: 0.999, noNaN: true })), (policy, moments) => {
        const { guesses, at } = guess(policy.free, policy);
        const until = guesses?.lockedUntil?.getTime() ?? 0;
        expect(until).toBeGreaterThan(at.getTime());
        for (const moment of moments) {
          const now = new Date(at.getTime() + (until - at.getTime()) * moment);
          expect(claimGuess(guesses, now, policy)).toEqual({
            kind: 'locked',
            until: new Date(until),
            wrong: policy.free,
          });
        }
        expect(claimGuess(guesses, new Date(until), policy).kind).toBe('allowed');
      }),
    );
  });

  it('is forgotten after the quiet time, as if nobody had ever tried', () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: 1, max: 40 }), (policy, times) => {
        const { guesses, at } = guess(times, policy);
        const end = later(guesses?.lockedUntil ?? at, policy.quietSeconds);
        expect(claimGuess(guesses, end, policy)).toEqual(claimGuess(undefined, end, policy));
      }),
    );
  });
});

describe('tries that were not wrong', () => {
  it('are given back, so that a busy office does not lock itself out', () => {
    let guesses: Guesses | undefined;
    for (let person = 0; person < 1000; person++) {
      const claim = claimGuess(guesses, later(start, person), addressLockOut);
      if (claim.kind === 'locked') throw new Error(`locked at person ${person}`);
      guesses = returnGuess(claim.after, addressLockOut);
    }
    expect(guesses).toMatchObject({ wrong: 0, lockedUntil: null });
  });

  it('do not take away a lock that others have earned', () => {
    const { guesses } = guess(addressLockOut.free + 3, addressLockOut);
    if (!guesses) throw new Error('nothing was counted');
    expect(returnGuess(guesses, addressLockOut).lockedUntil).toEqual(guesses.lockedUntil);
  });
});

describe('an address', () => {
  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2:bbbb:cccc:dddd:eeee', '2001:db8:1:2::/64'],
    ['2001:0db8::7', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s is counted as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
