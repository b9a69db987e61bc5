import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockHolder, takeApplicationLock } from './application-lock.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'zhitong-lock-'));

describe('the application lock', () => {
  it('refuses a second server on the same data folder and names the first', async () => {
    const folder = newFolder();
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    writeFileSync(join(folder, 'zhitong.lock'), `${other.pid}\n`);
    try {
      expect(() => takeApplicationLock(folder)).toThrow(`process ${other.pid}`);
      expect(lockHolder(folder)).toBe(other.pid);
    } finally {
      other.kill('SIGKILL');
      await new Promise((gone) => other.once('exit', gone));
    }
  });

  it('is taken over when its process was killed', async () => {
    const folder = newFolder();
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    writeFileSync(join(folder, 'zhitong.lock'), `${other.pid}\n`);
    other.kill('SIGKILL');
    await new Promise((gone) => other.once('exit', gone));
    const release = takeApplicationLock(folder);
    release();
    expect(lockHolder(folder)).toBeUndefined();
  });

  it('is taken over when the file is broken', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'zhitong.lock'), 'nonsense');
    expect(() => takeApplicationLock(folder)).not.toThrow();
  });
});
