import { now } from './clock.ts';

/** After this long without a hand on the page its calls no longer count as use: a page left open ends its session too. */
const idleAfter = 60_000;

let lastTouch = now().getTime();
const touch = () => {
  lastTouch = now().getTime();
};
for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
  addEventListener(kind, touch, { capture: true, passive: true });

export function isIdle(): boolean {
  return now().getTime() - lastTouch >= idleAfter;
}
