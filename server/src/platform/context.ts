import { type PostRole, postRoles } from '@zhitong/domain/directory/organisation';
import { sql } from 'kysely';
import type { Database, Tx } from './database.ts';

/** The person behind a transaction, and where the request came from: what the audit trail says of it. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  /** undefined: somebody who has an account and no post yet */
  readonly role: PostRole | undefined;
  readonly address: string;
  readonly requestId: string;
}

/** In whose name a transaction runs. Row-level security reads it; outside a context every city table is empty. */
export type Context = {
  readonly city: string;
  readonly actor?: Actor | undefined;
  /** of a request in which nobody is known: a link that works once */
  readonly requestId?: string | undefined;
  /** the database itself refuses every change */
  readonly readOnly?: boolean;
} & (
  | { readonly viewer: 'system' | 'bureau'; readonly organisation?: string | undefined }
  | { readonly viewer: 'organisation'; readonly organisation: string }
);

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const appended = new WeakSet<Tx>();
const entered = new WeakMap<Tx, Context>();

/** Runs one transaction in a context. The values are literals (house §5.8), checked by pattern here. */
export async function inContext<T>(database: Database, context: Context, run: (tx: Tx) => Promise<T>): Promise<T> {
  let grew = false;
  const result = await database.db.transaction().execute(async (tx) => {
    await enter(tx, context);
    const value = await run(tx);
    grew = appended.has(tx);
    return value;
  });
  if (grew) for (const hint of database.grown) hint(context.city);
  return result;
}

/** Runs a step of an open transaction as the system, e.g. to write the supplier's copy from the buyer's transaction. */
export async function asSystem<T>(tx: Tx, context: Context, run: () => Promise<T>): Promise<T> {
  // whoever may only look writes nothing as the system either
  const { city, actor, readOnly = false } = context;
  await enter(tx, { city, viewer: 'system', actor, readOnly });
  const value = await run();
  await enter(tx, context);
  return value;
}

/** Noted by the event log and the audit trail, so that the commit wakes the sealers. */
export function noteGrowth(tx: Tx): void {
  appended.add(tx);
}

/** The context an open transaction runs in. */
export function enteredContext(tx: Tx): Context {
  const context = entered.get(tx);
  if (!context) throw new Error('a transaction outside a context');
  return context;
}

async function enter(tx: Tx, context: Context): Promise<void> {
  const { city, viewer, organisation = '', actor } = context;
  if (!/^\d{6}$/.test(city)) throw new RangeError(`not a city: ${city}`);
  for (const id of [organisation, actor?.personId ?? ''])
    if (id !== '' && !uuidPattern.test(id)) throw new RangeError('not an id');
  const role = postRoles.find((known) => known === actor?.role) ?? '';
  const access = context.readOnly ? 'set transaction read only; ' : '';
  await sql
    .raw(
      `${access}set local zhitong.city = '${city}'; set local zhitong.viewer = '${viewer}'; set local zhitong.organisation = '${organisation}'; ` +
        `set local zhitong.role = '${role}'; set local zhitong.person = '${actor?.personId ?? ''}'`,
    )
    .execute(tx);
  entered.set(tx, context);
}
