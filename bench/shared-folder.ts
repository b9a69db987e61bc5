import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Data that may be measured on but not shipped lies beside the repository, or where ZHITONG_SHARED says. */
export function sharedFile(...path: readonly string[]): string {
  return join(process.env.ZHITONG_SHARED ?? join(import.meta.dirname, '..', '..', 'shared'), 'data', ...path);
}

/** The first of the files that is not there. */
export function findAbsent(files: readonly string[]): string | undefined {
  return files.find((file) => !existsSync(file));
}
