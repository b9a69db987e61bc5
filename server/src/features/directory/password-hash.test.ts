import { readFile } from 'node:fs/promises';
import { verifyPassword } from 'better-auth/crypto';
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

  it('leaves threads to whoever only wants a file while fifty people sign in, sooner than without turns', async () => {
    const inTurn = await checkedBeforeAFile((password) => scryptHasher.verify(nobodysHash, password));
    const atOnce = await checkedBeforeAFile((password) => verifyPassword({ hash: nobodysHash, password }));
    // a hash of its own turn is nearly done at most; behind all fifty, the file is the fifty-first
    expect(inTurn).toBeLessThan(atOnce);
  });
});

/** How many of fifty passwords are checked by the time a file that was asked for after them is read. */
async function checkedBeforeAFile(check: (password: string) => Promise<boolean>): Promise<number> {
  let checked = 0;
  const checking = Array.from({ length: 50 }, async () => {
    await check('x');
    checked++;
  });
  await readFile(import.meta.filename);
  const before = checked;
  await Promise.all(checking);
  return before;
}
