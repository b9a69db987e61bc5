import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Mounts of its own for a program, for root and for an ordinary user, who stays who they are. */
const ownMounts = ['unshare', '-m', ...(process.getuid?.() === 0 ? [] : ['--map-current-user', '--keep-caps'])];

/** A container or a hardened kernel may allow no mount, and then no small disk can be filled here. */
export function canMount(): boolean {
  const [program = '', ...args] = [...ownMounts, 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()];
  return spawnSync(program, args).status === 0;
}

/** Only root looks into the mounts of another process. */
export function canFillDisk(): boolean {
  return process.getuid?.() === 0 && canMount();
}

interface SmallDisk {
  readonly size: string;
  /** a data folder whose content lies on it at first */
  readonly copyOf?: string;
}

/** Words before a program that give it a small disk of its own in the place of this folder. */
export function onSmallDisk(folder: string, { size, copyOf }: SmallDisk): readonly string[] {
  const mount = `mount -t tmpfs -o size=${size},mode=0755 tmpfs '${folder}'`;
  const copy = copyOf === undefined ? '' : `&& cp -a '${copyOf}/.' '${folder}'`;
  return [...ownMounts, 'sh', '-c', `${mount} ${copy} && exec "$@"`, 'sh'];
}

/** Fills the disk of a running process to the last byte, or fills what has become free again; answers how to empty it. */
export function fillDisk(pid: number, folder: string): () => void {
  const ballast = `/proc/${pid}/root${folder}/ballast`;
  const file = openSync(ballast, 'a');
  for (const bytes of [4 * 1024 * 1024, 4096]) writeUntilFull(file, Buffer.alloc(bytes, 1));
  closeSync(file);
  return () => rmSync(ballast);
}

function writeUntilFull(file: number, chunk: Buffer): void {
  try {
    while (writeSync(file, chunk) > 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
