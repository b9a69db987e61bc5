import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { auditActions } from '@zhitong/domain/directory/audit-words';
import { claimActors } from '@zhitong/domain/directory/claim';
import { expect, it } from 'vitest';

const sources = new URL('../../', import.meta.url).pathname;

/** Every action that is written down as a word, in any file of the server that is not a test. */
async function writtenActions(): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for await (const name of glob('**/*.ts', { cwd: sources })) {
    if (name.endsWith('.test.ts') || name.startsWith('testing/')) continue;
    const source = readFileSync(`${sources}${name}`, 'utf8');
    for (const [, action = ''] of source.matchAll(/\baction: '([a-z-]+\.[a-z-]+)'/g)) found.add(action);
  }
  return found;
}

it('every action the trail records has its words in Chinese and English', async () => {
  const written = await writtenActions();
  expect(written.size).toBeGreaterThan(50);
  const claims = Object.keys(claimActors).map((kind) => `claim.${kind}`);
  const words = new Set(Object.keys(auditActions));
  expect([...written, ...claims].filter((action) => !words.has(action))).toEqual([]);
});
