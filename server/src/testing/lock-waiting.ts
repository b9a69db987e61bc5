import { sql } from 'kysely';
import type { Database } from '#platform/database';

/** Ten seconds in steps: whoever never comes to wait is a fault of the test, and is named as one. */
const mostLooks = 500;
const step = 20;

/** The connections of this database that wait for a lock, as soon as there are so many. */
export async function untilWaiting(database: Database, count = 1): Promise<readonly number[]> {
  for (let looks = 0; looks < mostLooks; looks++) {
    const { rows } = await sql<{ pid: number }>`
      select pid from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and wait_event_type = 'Lock' order by pid`.execute(
      database.db,
    );
    if (rows.length >= count) return rows.map(({ pid }) => pid);
    await new Promise((again) => setTimeout(again, step));
  }
  throw new Error(`fewer than ${count} connections wait for a lock`);
}
