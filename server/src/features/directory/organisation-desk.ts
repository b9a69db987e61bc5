import { type FactLevel, type FactOrigin, selfDeclared } from '@zhitong/domain/directory/organisation-fact';
import { isAdministrator } from '@zhitong/domain/directory/role-groups';
import { Refusal } from '@zhitong/domain/refusal';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import type { Viewer } from '#platform/viewer';
import { refuseMergedAway } from './merge-heads.ts';
import { type LockedOrganisation, lockOrganisation, type OrganisationKey } from './organisation-store.ts';

/** Where the facts come from, as far as the caller may say. */
export interface ToldOrigin {
  readonly source?: string | undefined;
  readonly asOf?: string | undefined;
  readonly level?: FactLevel | undefined;
}

/** Takes the record of an organisation in hand: its own people or the bureau, one at a time. */
export async function lockForChange(tx: Tx, viewer: Viewer, key: OrganisationKey): Promise<LockedOrganisation> {
  const own = viewer.role === 'operator' || viewer.organisationId === key.id;
  if (!own || isAdministrator(viewer.role)) throw new Refusal('platform.forbidden');
  const locked = await lockOrganisation(tx, key);
  if (!locked) throw new Refusal('platform.not-found');
  await refuseMergedAway(tx, { ...key, name: locked.facts.name });
  return locked;
}

/** Who saves an older page than the present one is told who was first. */
export function refuseStale(
  { version, changedAt, changedBy }: Pick<LockedOrganisation, 'version' | 'changedAt' | 'changedBy'>,
  read: number,
  now: Date,
): void {
  if (version === read) return;
  const minutes = changedAt === null ? 0 : Math.round((now.getTime() - changedAt.getTime()) / 60_000);
  throw new Refusal('organisations.changed-meanwhile', { person: changedBy ?? '…', minutes, version });
}

/** A firm speaks for itself only; the bureau says where it has a fact from, and without a word of proof it has none. */
export function originOf({ role }: Viewer, { source, asOf, level }: ToldOrigin, today: string): FactOrigin {
  if (role !== 'operator') return { source: selfDeclared, asOf: today, level: 'self-declared' };
  if (level === 'verified' && source === undefined) throw new Refusal('organisations.verified-source');
  return { source: source ?? '市工信局登记', asOf: asOf ?? today, level: level ?? 'self-declared' };
}

/** Open pages of it follow. `others`: organisations the change is about too. */
export function tellChange(tx: Tx, { effects, viewer, key, firm, others = [] }: ChangeTold): Promise<void> {
  const audience = [...new Set([key.id, ...others])];
  const payload = { firm, person: viewer.personName };
  return appendEvents(tx, [
    {
      ...{ city: key.city, id: effects.newId(), type: 'organisation.changed', subjectId: key.id },
      ...{ audience, actorId: viewer.personId, payload, at: effects.now() },
    },
  ]);
}

interface ChangeTold {
  readonly effects: Effects;
  readonly viewer: Viewer;
  readonly key: OrganisationKey;
  readonly firm: string;
  readonly others?: readonly string[];
}
