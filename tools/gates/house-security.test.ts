import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listTracked, readTracked } from './tracked-files.ts';

const rows = readTracked('docs/security.md')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|(-|\s*(clause|attack) )/.test(line));
const testsIn = (line: string) => [...line.matchAll(/`([\w-]+\.test\.tsx?)`/g)].map(([, name]) => name ?? '');

describe('the security table', () => {
  it('names tests that are there', () => {
    const present = new Set(listTracked().map((path) => basename(path)));
    const named = rows.flatMap(testsIn);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((name) => !present.has(name))).toEqual([]);
  });

  it('calls nothing met without a test, and every clause met, met in part, not met, or the operator’s', () => {
    const clauses = rows.filter((line) => /^\| 8\.1\./.test(line));
    expect(clauses.length).toBeGreaterThan(30);
    for (const line of clauses) {
      const state = line.split('|')[3]?.trim() ?? '';
      expect(['met', 'met in part', '**not met**', 'left to the operator'], line).toContain(state);
      if (state.startsWith('met')) expect(testsIn(line), line).not.toEqual([]);
    }
  });
});
