import { describe, expect, it } from 'vitest';
import { findLines, listTracked, readTracked } from './tracked-files.ts';

const tracked = listTracked();
const sources = tracked.filter((path) => /[.](ts|tsx|mjs|css)$/.test(path));
const isTest = (path: string) => /[.]test[.]tsx?$/.test(path) || path.includes('/testing/');

describe('a file of the house', () => {
  it('has at most 300 lines', () => {
    const long = sources.map((path) => ({ path, lines: readTracked(path).trimEnd().split('\n').length }));
    expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  it('is short as a rule: half of the TypeScript files at most 70 lines, nine in ten at most 180', () => {
    const lengths = sources
      .filter((path) => /[.]tsx?$/.test(path) && !isTest(path))
      .map((path) => readTracked(path).trimEnd().split('\n').length)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(70);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(180);
  });

  it('names no folder of a developer machine', () => {
    const homes = ['work', 'farm', 'root', 'home', 'Users'].join('|');
    expect(findLines(tracked, new RegExp(`(^|[^A-Za-z0-9_.@-])/(${homes})/[A-Za-z0-9._-]+`))).toEqual([]);
  });

  it('leaves no work undone in a comment, and checks no less than the compiler can', () => {
    const marks = ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|');
    const escapes = ['@ts-' + '(ignore|expect-error|nocheck)', 'as unknown ' + 'as'].join('|');
    expect(findLines(sources, new RegExp(`\\b(${marks})\\b|${escapes}`))).toEqual([]);
  });

  it('carries the reason beside a suppressed rule', () => {
    const mark = 'biome-' + 'ignore';
    const reason = new RegExp(`${mark}\\S* [\\w/]+: .{15,}`);
    expect(findLines(sources, new RegExp(mark)).filter(({ text }) => !reason.test(text))).toEqual([]);
  });
});

describe('time and chance', () => {
  const clock = /\bnew Date\(\)|\bDate[.]now\(|\bMath[.]random\(|\bperformance[.]now\(|\brandomUUID\(/;

  it('are arguments in algorithms, domain and contract', () => {
    const pure = sources.filter((path) => /^(algorithms|domain|contract)\/src\//.test(path) && !isTest(path));
    expect(findLines(pure, clock)).toEqual([]);
  });

  it('come from platform in the slices of the server and of the web app', () => {
    const slices = sources.filter((path) => /^(server|web)\/src\/(features|app)\//.test(path) && !isTest(path));
    expect(findLines(slices, clock)).toEqual([]);
  });
});
