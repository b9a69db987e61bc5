import { statfs } from 'node:fs/promises';
import type { getSystemStatus } from '@zhitong/contract/directory/system-contract';
import type { Language } from '@zhitong/domain/language';
import { sql } from 'kysely';
import type { z } from 'zod';
import { readTrailState } from '#platform/audit-reader';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import type { LiveStreams } from '#platform/live-streams';
import { lastCheckReply } from './audit-check-views.ts';

export interface SystemDeps {
  readonly database: Database;
  readonly live: LiveStreams;
  readonly version: string;
  readonly startedAt: Date;
}

type Status = z.input<typeof getSystemStatus.reply>;

/** Figures about the machine and the logs of a city; nothing of what stands in them. */
export async function viewSystem(deps: SystemDeps, city: string, language: Language): Promise<Status> {
  const { database, live, version, startedAt } = deps;
  const trail = await readTrailState(database, city);
  const [facts, disk] = await Promise.all([readFacts(database, city), statfs(import.meta.dirname)]);
  const { followers, migrations, log, ...engine } = facts;
  return {
    ...{ version, startedAt: startedAt.toISOString(), streams: live.size, migrations, log },
    database: { kind: database.kind, ...engine },
    diskFreeBytes: disk.bavail * disk.bsize,
    trail: { position: trail.head.position, unsealed: trail.unsealed },
    followers: followers.map((each) => ({ ...each, behind: Math.max(0, log.position - each.position) })),
    lastCheck: await lastCheckReply(database, city, language),
  };
}

function readFacts(database: Database, city: string) {
  return inContext(database, { city, viewer: 'system' }, async (tx) => {
    const { rows } = await sql<{ version: string; bytes: number; count: number; latest: string }>`
      select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
        (select count(*)::int from schema_migration) as count, (select max(name) from schema_migration) as latest`.execute(
      tx,
    );
    const log = await sql<{ position: number; unsealed: number }>`
      select coalesce((select position from event_head where city = ${city}), 0) as position,
        (select count(*)::int from event where city = ${city} and position is null) as unsealed`.execute(tx);
    const followers = await tx
      .selectFrom('event_follower')
      .select(['name', 'position'])
      .where('city', '=', city)
      .orderBy('name')
      .execute();
    const { version = '', bytes = 0, count = 0, latest = '' } = rows[0] ?? {};
    return {
      version,
      bytes,
      migrations: { count, latest },
      log: log.rows[0] ?? { position: 0, unsealed: 0 },
      followers,
    };
  });
}
