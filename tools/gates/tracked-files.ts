import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Files git tracks or would add, without the lock (npm writes that one). */
export function listTracked(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
  });
  return listed
    .split('\0')
    .filter((path) => path && path !== 'package-lock.json' && existsSync(join(repository, path)));
}

export function readTracked(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}

export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** The lines of `paths` that match; binary files have no lines worth reading. */
export function findLines(paths: readonly string[], pattern: RegExp): Finding[] {
  return paths
    .filter((path) => !/[.](png|jpg|ico|woff2?|xlsx|pdf|gz)$/.test(path))
    .flatMap((path) =>
      readTracked(path)
        .split('\n')
        .map((text, index) => ({ path, line: index + 1, text: text.trim() }))
        .filter(({ text }) => pattern.test(text)),
    );
}
