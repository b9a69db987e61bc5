import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version as swcVersion } from '@swc/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BoundaryScan, boundaryRules, listSources, scanBoundaries } from '../gates/boundary-scan.ts';
import { allowedImports, forbiddenImports, orphan } from './forbidden-imports.ts';
import { writeFixtures } from './write-fixtures.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const expected = [...forbiddenImports, orphan];

describe('the boundary gate, on imports that are forbidden on purpose', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'zhitong-boundaries-')));
  let scan: BoundaryScan;

  beforeAll(async () => {
    writeFixtures(root, repository);
    scan = await scanBoundaries(root);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(expected)('$rule finds the import in $file', ({ rule, file }) => {
    expect(scan.violations).toContainEqual(expect.objectContaining({ rule, from: file }));
  });

  it.each(allowedImports)('lets $file import $imports', ({ file }) => {
    expect(scan.violations.filter(({ from, rule }) => from === file && rule !== 'no-orphans')).toEqual([]);
  });

  it('has a forbidden import for every rule, and a sentence that says why', () => {
    expect([...new Set(expected.map(({ rule }) => rule))].sort()).toEqual(boundaryRules.map(({ name }) => name).sort());
    expect(boundaryRules.filter(({ comment }) => comment.length < 40)).toEqual([]);
  });
});

describe('the boundary gate, on the repository', () => {
  it('has its parser, without which it reads nothing and finds nothing', () => {
    expect(swcVersion).toMatch(/^1[.]/);
  });

  it('reads every TypeScript file git lists', async () => {
    const { modules } = await scanBoundaries(repository);
    expect([...modules].sort()).toEqual(listSources(repository).sort());
  });

  it('finds nothing forbidden', async () => {
    expect((await scanBoundaries(repository)).violations).toEqual([]);
  });
});
