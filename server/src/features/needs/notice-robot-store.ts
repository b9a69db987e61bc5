import { callsAMinute, nextCall } from '@zhitong/domain/needs/notice-channel';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/**
 * Takes one of the twenty calls a minute of a robot; undefined: taken, otherwise when there is one again. The row is locked until the
 * transaction ends, so that nodes count together. System context.
 */
export async function takeCall(
  tx: Tx,
  { city, robot, now }: { city: string; robot: string; now: Date },
): Promise<Date | undefined> {
  await sql`
    insert into notice_robot (city, robot, calls) values (${city}, ${robot}, '{}')
    on conflict (city, robot) do nothing`.execute(tx);
  const { rows } = await sql<{ calls: readonly (Date | string)[]; held_until: Date | string | null }>`
    select calls, held_until from notice_robot where city = ${city} and robot = ${robot} for update`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('a robot without its row');
  const calls = row.calls.map((at) => new Date(at));
  const held = row.held_until === null ? now : new Date(row.held_until);
  const free = nextCall(calls, now);
  if (held > now || free > now) return held > free ? held : free;
  const kept = [...calls, now].slice(-callsAMinute).map((at) => at.toISOString());
  await sql`
    update notice_robot set calls = ${kept}::timestamptz[], held_until = null
    where city = ${city} and robot = ${robot}`.execute(tx);
  return undefined;
}

/** Leaves a robot alone until then. */
export async function holdRobot(
  tx: Tx,
  { city, robot, until }: { city: string; robot: string; until: Date },
): Promise<void> {
  await tx
    .updateTable('notice_robot')
    .set({ held_until: until })
    .where('city', '=', city)
    .where('robot', '=', robot)
    .execute();
}
