import { describe, expect, it } from 'vitest';
import { Turns } from './auth-turns.ts';

describe('tries at one name', () => {
  it('run three at a time, all of them in the end, also when some fail', async () => {
    const turns = new Turns();
    let running = 0;
    let most = 0;
    const tries = Array.from({ length: 50 }, (_, n) =>
      turns.inTurn('account:bureau', async () => {
        most = Math.max(most, ++running);
        await new Promise((later) => setTimeout(later, 1));
        running--;
        if (n % 7 === 0) throw new Error('no');
        return n;
      }),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(most).toBe(3);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(42);
  });

  it('do not wait for tries at another name', async () => {
    const turns = new Turns();
    const never = Array.from({ length: 5 }, () => turns.inTurn('slow', () => new Promise(() => undefined)));
    expect(never).toHaveLength(5);
    expect(await turns.inTurn('quick', async () => 'in')).toBe('in');
  });
});
