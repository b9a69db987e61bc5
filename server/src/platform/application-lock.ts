import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from './start-failure.ts';

/**
 * One running server a data folder. Taken before the database is looked at: a second start would otherwise adopt the database
 * of a living first one. A lock whose process is gone (kill -9) is taken over.
 */
export function takeApplicationLock(folder: string): () => void {
  const path = join(folder, 'zhitong.lock');
  for (let tries = 0; tries < 3; tries++) {
    if (claim(path)) return () => rmSync(path, { force: true });
    const holder = lockHolder(folder);
    if (holder !== undefined)
      throw new StartFailure(
        `Zhitong is already running on this data folder (${folder}, process ${holder}). Stop it first, or set ZHITONG_DATA_DIR.`,
      );
    rmSync(path, { force: true });
  }
  throw new StartFailure(`The lock ${path} could not be taken. Is another start under way?`);
}

/** Makes the lock file, or answers false when there is one. */
function claim(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, `${process.pid}\n`);
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Process id of the living server that holds the folder, or undefined. */
export function lockHolder(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, 'zhitong.lock'), 'utf8'));
    return pid > 0 && pid !== process.pid && isServer(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isServer(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    // a pid may have been given to somebody else since
    return /node|zhitong|vitest/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}
