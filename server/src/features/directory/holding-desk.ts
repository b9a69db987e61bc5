import type { FactOrigin } from '@zhitong/domain/directory/organisation-fact';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { contextOf, type Viewer } from '#platform/viewer';
import { type HeldChange, recordHeldChange, touchOrganisation } from './holding-store.ts';
import { refuseMergedTarget } from './merge-target.ts';
import { lockForChange, originOf, refuseStale, type ToldOrigin, tellChange } from './organisation-desk.ts';
import type { LockedOrganisation, OrganisationKey } from './organisation-store.ts';

export interface HoldingDeps {
  readonly database: Database;
  readonly effects: Effects;
}

/** Beside every change: the page it was read from, why, and where it comes from. */
export interface Told extends ToldOrigin {
  readonly version?: number | undefined;
  readonly why?: string | undefined;
}

/** The record in hand, with everything a change writes by. */
export interface HoldingDesk {
  readonly tx: Tx;
  readonly key: OrganisationKey;
  readonly before: LockedOrganisation;
  readonly origin: FactOrigin;
  readonly today: string;
  readonly at: Date;
  readonly newId: () => string;
}

interface HeldAct {
  readonly told: Told;
  /** whose it is */
  readonly find: (tx: Tx) => Promise<string>;
  readonly act: (desk: HoldingDesk) => Promise<HeldChange>;
}

/** One act on what an organisation has: locked, compared with the page it was read from, then written with history, trail and event. */
export function changeHeld(deps: HoldingDeps, viewer: Viewer, { told, find, act }: HeldAct): Promise<number> {
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const key = { city: viewer.city, id: await find(tx) };
    const before = await lockForChange(tx, viewer, key);
    await refuseMergedTarget(tx, { ...key, name: before.facts.name });
    return writeHeld(deps, viewer, { told, tx, key, before, act });
  });
}

/** The same for a record that is in hand already. */
export async function writeHeld(
  { effects }: HoldingDeps,
  viewer: Viewer,
  { told, act, tx, key, before }: Omit<HeldAct, 'find'> & Pick<HoldingDesk, 'tx' | 'key' | 'before'>,
): Promise<number> {
  const at = effects.now();
  const today = cityDay(at);
  if (told.version !== undefined) refuseStale(before, told.version, at);
  const origin = originOf(viewer, told, today);
  const change = await act({ tx, key, before, origin, today, at, newId: effects.newId });
  const { since = before.since, others = [] } = change;
  const version = await touchOrganisation(tx, key, { since, at, by: viewer.personName });
  const person = { id: viewer.personId, name: viewer.personName };
  await recordHeldChange(tx, key, { id: effects.newId(), change, origin, why: told.why || null, person, at });
  await recordAudit(tx, effects, {
    action: 'organisation.changed',
    subject: { kind: 'organisation', id: key.id },
    before: { [change.field]: change.before },
    after: { [change.field]: change.after },
    why: told.why,
  });
  await tellChange(tx, { effects, viewer, key, firm: before.facts.name, others });
  return version;
}
