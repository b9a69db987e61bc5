import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SteadyClock } from './steady-clock.ts';

/** A machine whose wall clock can be set by hand while it runs. */
function machine() {
  const state = { wall: 1_000_000, up: 5_000 };
  return {
    state,
    sources: { wall: () => state.wall, up: () => state.up },
    pass: (milliseconds: number) => {
      state.wall += milliseconds;
      state.up += milliseconds;
    },
  };
}

it('moves no deadline when the wall clock is set forward or back, and says by how much it jumped', () => {
  const { state, sources, pass } = machine();
  const jumps: number[] = [];
  const clock = new SteadyClock(sources, (by) => jumps.push(by));
  const start = clock.now();
  pass(60_000);
  state.wall += 86_400_000;
  expect(clock.now()).toBe(start + 60_000);
  pass(60_000);
  state.wall -= 2 * 86_400_000;
  expect(clock.now()).toBe(start + 120_000);
  expect(jumps).toEqual([86_400_000, -2 * 86_400_000]);
});

it('goes on while the machine sleeps, and follows a time service that slews', () => {
  const { state, sources, pass } = machine();
  const clock = new SteadyClock(sources);
  const start = clock.now();
  pass(8 * 3_600_000);
  expect(clock.now()).toBe(start + 8 * 3_600_000);
  state.wall += 500;
  expect(clock.now()).toBe(start + 8 * 3_600_000 + 500);
});

it('never runs backwards, and after any mixture of jumps has counted the time that passed', () => {
  const steps = fc.array(
    fc.record({ pass: fc.integer({ min: 0, max: 100_000 }), jump: fc.integer({ min: -1e9, max: 1e9 }) }),
  );
  fc.assert(
    fc.property(steps, (list) => {
      const { state, sources, pass } = machine();
      const clock = new SteadyClock(sources);
      const start = clock.now();
      let passed = 0;
      let last = start;
      let slack = 0;
      for (const one of list) {
        pass(one.pass);
        passed += one.pass;
        state.wall += one.jump;
        if (Math.abs(one.jump) <= 2_000) slack += Math.abs(one.jump);
        const now = clock.now();
        expect(now).toBeGreaterThanOrEqual(last);
        last = now;
      }
      expect(Math.abs(last - start - passed)).toBeLessThanOrEqual(slack);
    }),
  );
});
