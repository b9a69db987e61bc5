import { describe, expect, it } from 'vitest';
import { findPasswordProblem, isPasswordOld } from './password-policy.ts';

const leaked = new Set(['password', 'qwertyuiop', '1q2w3e4r5t', 'dragon']);
const problem = (password: string, username = 'wang.wei') =>
  findPasswordProblem(password, { username, isLeaked: (text) => leaked.has(text) });

describe('a new password', () => {
  it.each([
    ['nine 9cha', 'directory.password-too-short'],
    ['密码九个字也不够长', 'directory.password-too-short'],
    [`long ${'x1y2z3'.repeat(22)}`, 'directory.password-too-long'],
    ['my Wang.Wei 2026', 'directory.password-like-name'],
    ['aaaaaaaaaaaa', 'directory.password-too-simple'],
    ['1212121212', 'directory.password-too-simple'],
    ['qwertyuiop', 'directory.password-leaked'],
    ['1Q2W3E4R5T', 'directory.password-leaked'],
    ['Password2026!', 'directory.password-leaked'],
    ['2026@Dragon#88', 'directory.password-leaked'],
    ['ｑｗｅｒｔｙｕｉｏｐ', 'directory.password-leaked'],
  ])('%s is refused: %s', (password, code) => {
    expect(problem(password)).toBe(code);
  });

  it.each(['correct horse battery', '海上升明月天涯共此时刻', 'Zhitong-2026', 'k7#pQz!m2x'])(
    '%s is taken',
    (password) => {
      expect(problem(password)).toBeUndefined();
    },
  );

  it('may contain a user name of one or two letters, which are in every word', () => {
    expect(problem('correct horse battery', 'co')).toBeUndefined();
  });
});

describe('the age of a password', () => {
  const changed = new Date('2026-08-25T09:00:00+08:00');
  const now = new Date('2026-11-23T09:00:00+08:00');

  it('matters only where the operator says so', () => {
    expect(isPasswordOld(changed, now, 0)).toBe(false);
    expect(isPasswordOld(changed, now, 90)).toBe(true);
    expect(isPasswordOld(changed, now, 91)).toBe(false);
  });
});
