import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { nobodysHash, scryptHasher } from './password-hash.ts';

describe('a kept password', () => {
  it('is known again, and cannot be read or compared: the same one is kept differently each time', async () => {
    const [first, second] = await Promise.all([scryptHasher.hash('correct horse'), scryptHasher.hash('correct horse')]);
    expect(first).not.toBe(second);
    expect(first).not.toContain('correct');
    expect(await scryptHasher.verify(first, 'correct horse')).toBe(true);
    expect(await scryptHasher.verify(first, 'correct horsf')).toBe(false);
  });

  it('of nobody costs the same work and opens to nothing', async () => {
    for (const password of ['', 'password', '0'.repeat(128)])
      expect(await scryptHasher.verify(nobodysHash, password)).toBe(false);
  });

  it('is checked beside the event loop, which goes on meanwhile', async () => {
    let turns = 0;
    let checked = false;
    const checking = scryptHasher.verify(nobodysHash, 'x').then(() => {
      checked = true;
    });
    while (!checked) {
      turns++;
      await new Promise((turn) => setImmediate(turn));
    }
    await checking;
    expect(turns).toBeGreaterThan(20);
  });

  it('leaves threads to whoever only wants a file, while fifty people sign in', async () => {
    let checked = 0;
    const checking = Array.from({ length: 50 }, async () => {
      await scryptHasher.verify(nobodysHash, 'x');
      checked++;
    });
    for (let files = 0; files < 20; files++) await readFile(import.meta.filename);
    const before = checked;
    await Promise.all(checking);
    // twenty files, one after the other: behind all fifty hashes not even the first would have come
    expect(before).toBeLessThan(25);
  });
});
