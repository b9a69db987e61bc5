import type { DutyState, HeldPost } from '@zhitong/domain/directory/duty';
import type { OrganisationKind } from '@zhitong/domain/directory/organisation';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { asSystem, enteredContext, inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import { loadDutyState } from './duty-state.ts';
import type { Sessions } from './session-service.ts';

export interface DutyDeps {
  readonly database: Database;
  readonly effects: Effects;
}

/** Whoever changes posts tells the sessions: a person acts in what it holds now, not in what it held a moment ago. */
export interface PostDeps extends DutyDeps {
  readonly sessions: Pick<Sessions, 'noteEnd'>;
}

export interface Body {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
}

/** An open transaction in which nobody else changes posts, leaves or matters of these bodies. */
export interface Desk {
  readonly tx: Tx;
  readonly city: string;
  readonly today: string;
  readonly at: Date;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly state: DutyState;
  readonly newId: () => string;
}

type FindBodies = (tx: Tx) => Promise<readonly string[]>;

/**
 * Runs a change of posts, leaves or matters. Every such change locks the rows of its bodies first, in the order of their ids,
 * and reads the state only then: whoever vacates and whoever assigns at the same time follow one another, and the second
 * decides on what the first has written.
 */
export async function atDesk<T>(
  { database, effects }: DutyDeps,
  viewer: Viewer,
  { find, run }: { readonly find: FindBodies; readonly run: (desk: Desk) => Promise<T> },
): Promise<T> {
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const bodyIds = [...new Set(await find(tx))].sort();
    const bodies = await lockBodies(tx, city, bodyIds);
    if (bodies.size < bodyIds.length) throw new Refusal('platform.not-found');
    // moved to another body while this one was waiting for the lock
    if ((await find(tx)).some((id) => !bodies.has(id))) throw new Refusal('directory.duty-changed');
    const at = effects.now();
    const today = cityDay(at);
    const state = await loadDutyState(tx, { city, bodyIds, since: today });
    return run({ tx, city, today, at, bodies, state, newId: effects.newId });
  });
}

/** A manager may not update every body it reads of, so the lock alone is taken as the system. */
export async function lockBodies(tx: Tx, city: string, ids: readonly string[]): Promise<ReadonlyMap<string, Body>> {
  if (ids.length === 0) return new Map();
  const { rows } = await asSystem(tx, enteredContext(tx), () =>
    sql<{ id: string; name: string; kind: string }>`
      select id, name, kind from organisation where city = ${city} and id = any(${`{${ids.join(',')}}`}::uuid[])
      order by id for no key update`.execute(tx),
  );
  return new Map(rows.map((row) => [row.id, { ...row, kind: wordColumn<OrganisationKind>(row.kind) }]));
}

/** The body a post belongs to; a post that is none, or of another city, is not found. */
export async function bodyOfPost(tx: Tx, { city, id }: { city: string; id: string }): Promise<string> {
  const row = await tx
    .selectFrom('post')
    .select('organisation_id')
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Refusal('platform.not-found');
  return row.organisation_id;
}

/** Bodies that have or will have a matter on or after a day. */
export async function bodiesOfDuty(
  tx: Tx,
  of: { city: string; id: string; since: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ body: string }>`
    select distinct body_id as body from duty_term where city = ${of.city} and duty_id = ${of.id}
      and (valid_to is null or (valid_to > ${of.since}::date and valid_to > valid_from))`.execute(tx);
  return rows.map(({ body }) => body);
}

export function postAt({ state }: Desk, id: string): HeldPost {
  const post = state.posts.find((held) => held.id === id);
  if (!post) throw new Refusal('platform.not-found');
  return post;
}

export function bodyAt({ bodies }: Desk, id: string): Body {
  const body = bodies.get(id);
  if (!body) throw new Refusal('platform.not-found');
  return body;
}
