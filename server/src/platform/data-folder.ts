import { createHash } from 'node:crypto';
import { accessSync, chownSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isEnterableByAll, isRoot, nobody } from './postgres-binaries.ts';
import { fileSystemSentence, StartFailure } from './start-failure.ts';

/**
 * Where this installation keeps its data. Default: `.data` beside the code. As root the database runs as `nobody`, who cannot
 * pass through a folder only root may enter; then the default moves to /var/lib/zhitong, one folder a clone.
 */
export function prepareDataFolder(wanted: string | undefined, root: string): string {
  const folder = wanted ?? defaultFolder(root);
  try {
    makeFolders(folder);
    accessSync(folder, constants.W_OK);
    probeWrite(folder);
  } catch (error) {
    throw new StartFailure(
      fileSystemSentence(error, folder) ?? `The data folder ${folder} cannot be used: ${String(error)}`,
      { cause: error },
    );
  }
  if (isRoot && !isEnterableByAll(folder))
    throw new StartFailure(
      `The data folder ${folder} lies where only root can enter, but the database must not run as root. Set ZHITONG_DATA_DIR to a folder that other users can enter.`,
    );
  return folder;
}

/** Each missing folder by itself: Node's recursive mkdir never ends below /proc, where a folder cannot be made. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  mkdirSync(folder, { mode: 0o755 });
}

/** A folder inside the data folder that the database user owns. */
export function makeDatabaseFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (isRoot) chownSync(path, nobody.uid, nobody.gid);
}

/** Reads a secret kept in the data folder, making it (mode 0600) the first time. */
export function keptSecret(folder: string, name: string, make: () => string): string {
  const path = join(folder, name);
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const secret = make();
  writeFileSync(path, `${secret}\n`, { mode: 0o600 });
  return secret;
}

function defaultFolder(root: string): string {
  const beside = resolve(root, '.data');
  if (!isRoot || isEnterableByAll(root)) return beside;
  return join('/var/lib/zhitong', createHash('sha256').update(root).digest('hex').slice(0, 8));
}

/** A full disk lets a folder be made but not a file be filled. */
function probeWrite(folder: string): void {
  const probe = join(folder, '.write-probe');
  writeFileSync(probe, Buffer.alloc(64 * 1024));
}
