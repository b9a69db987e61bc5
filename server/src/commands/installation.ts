import { join } from 'node:path';
import { lockHolder, takeApplicationLock } from '#platform/application-lock';
import { prepareDataFolder } from '#platform/data-folder';
import type { Database } from '#platform/database';
import { openDatabase } from '#platform/open-database';
import { StartFailure } from '#platform/start-failure';
import { type Config, readConfig } from '../config.ts';

export const repositoryRoot = join(import.meta.dirname, '..', '..', '..');

/** The database of this installation as a command sees it, whether the server runs or not. */
export interface Installation {
  readonly config: Config;
  readonly database: Database;
  /** where it keeps its data */
  readonly folder: string;
  /** process id of the server on this data folder; undefined: it does not run */
  readonly server: number | undefined;
}

/**
 * Reaches the database and lets go of it whatever happens. The embedded one is shared with a running server; when none runs it is
 * started for the command and stopped after it, and the lock keeps a server from starting meanwhile.
 */
export async function withInstallation<T>(
  env: Readonly<Record<string, string | undefined>>,
  run: (installation: Installation) => Promise<T>,
): Promise<T> {
  const read = readConfig(env);
  if (read.kind === 'problems') throw new StartFailure(read.problems.join('\n'));
  const folder = prepareDataFolder(read.config.dataDir, repositoryRoot);
  const server = read.config.databaseUrl === undefined ? lockHolder(folder) : undefined;
  const isAlone = read.config.databaseUrl === undefined && server === undefined;
  const release = isAlone ? takeApplicationLock(folder) : () => undefined;
  try {
    const { database, cluster } = await openDatabase(read.config, folder);
    const leave = async () => {
      if (isAlone) await cluster?.stop();
      release();
    };
    const forget = leaveOnSignal(leave);
    try {
      return await run({ config: read.config, database, folder, server });
    } finally {
      forget();
      await database.close();
      await leave();
    }
  } finally {
    release();
  }
}

/** Ctrl-C: what is being written is rolled back by the database itself. */
function leaveOnSignal(leave: () => Promise<void>): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const end = () => {
    void leave().finally(() => process.exit(130));
  };
  for (const signal of signals) process.once(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}
