import { expect, test } from 'vitest';
import { lightOf } from './home-light.ts';

const now = new Date('2026-11-23T10:00:00+08:00');

test.each([
  ['green without a deadline', null, 'green'],
  ['green while more than a day and a half is left', '2026-11-24T22:00:00+08:00', 'green'],
  ['yellow when less is left', '2026-11-24T21:59:59+08:00', 'yellow'],
  ['still yellow at the very minute', '2026-11-23T10:00:00+08:00', 'yellow'],
  ['red when the time is over', '2026-11-23T09:59:59+08:00', 'red'],
])('a light is %s', (_name, due, light) => {
  expect(lightOf(due === null ? null : new Date(due), now)).toBe(light);
});
