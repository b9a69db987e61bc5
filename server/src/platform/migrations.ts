import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { StartFailure } from './start-failure.ts';

const folder = join(import.meta.dirname, '..', '..', 'migrations');

/** Brings the schema up to date, each file in a transaction of its own. Answers the names of the files it applied. */
export async function migrate(owner: pg.Client): Promise<readonly string[]> {
  await owner.query(
    'create table if not exists schema_migration (name text primary key, hash text not null, at timestamptz not null)',
  );
  const done = new Map<string, string>();
  const { rows } = await owner.query<{ name: string; hash: string }>('select name, hash from schema_migration');
  for (const row of rows) done.set(row.name, row.hash);
  const applied: string[] = [];
  for (const { name, text, hash } of listMigrations()) {
    const before = done.get(name);
    if (before === hash) continue;
    if (before !== undefined)
      throw new StartFailure(`Migration ${name} was edited after it was applied. Restore it and write a new one.`);
    await apply(owner, { name, text, hash });
    applied.push(name);
  }
  return applied;
}

export function listMigrations(): readonly { name: string; text: string; hash: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { name, text, hash: createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex') };
    });
}

async function apply(owner: pg.Client, migration: { name: string; text: string; hash: string }): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(migration.text);
    await owner.query('insert into schema_migration (name, hash, at) values ($1, $2, $3)', [
      migration.name,
      migration.hash,
      new Date(),
    ]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
