import {
  type CreditCodeWarning,
  changesBetween,
  decideFacts,
  type FactChange,
  mostEnteredADay,
  type OrganisationFacts,
  refuseBureauFields,
} from '@zhitong/domain/directory/organisation-change';
import { datedFields, type FactOrigin } from '@zhitong/domain/directory/organisation-fact';
import { changeFrom } from '@zhitong/domain/directory/organisation-history';
import { cycleText, findCycle } from '@zhitong/domain/directory/organisation-tree';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { asSystem, type Context, enteredContext, inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { contextOf, type Viewer } from '#platform/viewer';
import { displaceHolder, isHearsay, releaseCreditCode } from './credit-code-holder.ts';
import type { DuplicateDeps } from './duplicate-service.ts';
import { refuseMergedTarget } from './merge-target.ts';
import { lockForChange, originOf, refuseStale, type ToldOrigin, tellChange } from './organisation-desk.ts';
import { keepOtherAnswers, refuseSameName, refuseUnansweredDoubles } from './organisation-doubles.ts';
import { writeNameParts } from './organisation-name-store.ts';
import { readPlacements } from './organisation-placement.ts';
import {
  claimCreditCode,
  countEntered,
  hasRegion,
  insertOrganisation,
  insertPast,
  type LockedOrganisation,
  lockTree,
  type OrganisationKey,
  putContact,
  readSource,
  recordChanges,
  updateOrganisation,
} from './organisation-store.ts';
import { holdPerson } from './person-store.ts';

export interface OrganisationDeps {
  readonly database: Database;
  readonly effects: Effects;
  /** names and places of suppliers stand in their published offers too */
  readonly renameSupplier: (
    tx: Tx,
    renamed: { city: string; organisationId: string; actorId: string },
  ) => Promise<void>;
}

export interface Saved<T> {
  readonly value: T;
  readonly warnings: readonly CreditCodeWarning[];
}

/** Organisations the person was shown and says it is not. */
interface SaidOther {
  readonly not?: readonly string[] | undefined;
}

/** Enters a new organisation. A firm's people enter enterprises, as their own word; the bureau any kind, as it tells. */
export async function createOrganisationFor(
  deps: OrganisationDeps & DuplicateDeps,
  viewer: Viewer,
  given: ToldOrigin & { readonly facts: OrganisationFacts } & SaidOther,
): Promise<Saved<string>> {
  const { facts, warnings } = decideFacts(given.facts);
  const { not = [] } = given;
  const context = contextOf(viewer);
  const at = deps.effects.now();
  const origin = originOf(viewer, given, cityDay(at));
  if (context.viewer !== 'bureau' && (facts.kind !== 'enterprise' || facts.parentId !== null))
    throw new Refusal('organisations.enterprise-only');
  const answered = await refuseUnansweredDoubles(deps, viewer, { facts, not });
  return inContext(deps.database, context, async (tx) => {
    const key = { city: viewer.city, id: deps.effects.newId() };
    if (context.viewer !== 'bureau') await refuseManyEntered(tx, viewer, at);
    await refuseUnknownPlaces(tx, key, facts);
    await refuseSameName(tx, key, { facts, not });
    await insertOrganisation(tx, key, { facts, origin, at });
    await claim(tx, { deps, viewer, key, facts, origin, not });
    await asSystem(tx, context, async () => {
      await keepOtherAnswers(tx, key, { viewer, effects: deps.effects, answered });
      // of a firm that is not the writer's own, only the system may write contact and search
      if (facts.contact) await putContact(tx, key, facts.contact);
      await writeNameParts(tx, key, facts);
    });
    await recordAudit(tx, deps.effects, {
      action: 'organisation.created',
      subject: { kind: 'organisation', id: key.id },
      after: { ...withoutContact(facts), ...origin },
    });
    return { value: key.id, warnings };
  });
}

export interface OrganisationChange extends ToldOrigin, SaidOther {
  readonly id: string;
  readonly version: number;
  readonly facts: OrganisationFacts;
  readonly effective?: string | undefined;
  readonly why?: string | undefined;
}

/** Changes facts. What was is kept by day; each changed fact gets its own source; the second of two at once is told. */
export function changeOrganisationFor(
  deps: OrganisationDeps,
  viewer: Viewer,
  change: OrganisationChange,
): Promise<Saved<number>> {
  const { facts, warnings } = decideFacts(change.facts);
  const context = contextOf(viewer);
  const key = { city: viewer.city, id: change.id };
  const at = deps.effects.now();
  return inContext(deps.database, context, async (tx) => {
    const before = await lockForChange(tx, viewer, key);
    refuseStale(before, change.version, at);
    const changes = changesBetween(before.facts, facts);
    if (changes.length === 0) throw new Refusal('organisations.nothing-changed');
    if (context.viewer !== 'bureau') refuseBureauFields(changes);
    const writing: Writing = { deps, viewer, context, key, facts, before, changes, change, at };
    const since = await keepPast(tx, writing);
    const version = await write(tx, writing, since);
    return { value: version, warnings };
  });
}

interface Writing {
  readonly deps: OrganisationDeps;
  readonly viewer: Viewer;
  readonly context: Context;
  readonly key: OrganisationKey;
  readonly facts: OrganisationFacts;
  readonly before: LockedOrganisation;
  readonly changes: readonly FactChange[];
  readonly change: OrganisationChange;
  readonly at: Date;
}

async function write(tx: Tx, writing: Writing, since: string | null): Promise<number> {
  const { deps, viewer, context, key, facts, before, changes, change, at } = writing;
  const origin = originOf(viewer, change, cityDay(at));
  const changed = (...fields: readonly string[]) => changes.some(({ field }) => fields.includes(field));
  const code = before.facts.creditCode;
  if (changed('creditCode') && code !== null) await releaseCreditCode(tx, key, code);
  if (changed('creditCode')) await claim(tx, { deps, viewer, key, facts, origin, not: change.not });
  const version = await updateOrganisation(tx, key, { facts, since, at, by: viewer.personName });
  if (changed('contact') && facts.contact) await putContact(tx, key, facts.contact);
  const person = { id: viewer.personId, name: viewer.personName };
  await recordChanges(tx, key, { changes, origin, why: change.why || null, person, at, newId: deps.effects.newId });
  if (changed('name', 'shortName', 'nameEn')) await asSystem(tx, context, () => writeNameParts(tx, key, facts));
  if (changed('name', 'region'))
    await deps.renameSupplier(tx, { city: key.city, organisationId: key.id, actorId: viewer.personId });
  const shown = changes.map(({ field, ...values }) => (field === 'contact' ? { field } : { field, ...values }));
  await recordAudit(tx, deps.effects, {
    action: 'organisation.changed',
    subject: { kind: 'organisation', id: key.id },
    before: Object.fromEntries(shown.map((one) => [one.field, 'before' in one ? one.before : '…'])),
    after: Object.fromEntries(shown.map((one) => [one.field, 'after' in one ? one.after : '…'])),
    why: change.why,
  });
  await tellChange(tx, { effects: deps.effects, viewer, key, firm: facts.name });
  return version;
}

/** Names, kind, parent and region hold by day: the state that ends is kept. Answers since when the new one holds. */
async function keepPast(tx: Tx, { viewer, key, facts, before, changes, change, at }: Writing): Promise<string | null> {
  const dated: readonly string[] = datedFields;
  if (!changes.some(({ field }) => dated.includes(field))) return before.since;
  const today = cityDay(at);
  const effective = change.effective ?? today;
  const line = { since: before.since, state: before.facts, past: [] };
  const next = changeFrom(line, { effective, today, state: facts });
  await refuseUnknownPlaces(tx, key, facts);
  if (facts.parentId !== null && facts.parentId !== before.facts.parentId)
    await refuseCycle(tx, key, { facts, effective });
  const [ended] = next.past;
  if (ended) {
    const [field = 'name'] = dated.filter((one) => changes.some((changed) => changed.field === one));
    const source = await readSource(tx, key, field);
    await insertPast(tx, key, {
      facts: ended.state,
      from: ended.from,
      to: ended.to,
      source,
      at,
      by: viewer.personName,
    });
  }
  return next.since;
}

async function refuseCycle(
  tx: Tx,
  key: OrganisationKey,
  { facts, effective }: { facts: OrganisationFacts; effective: string },
): Promise<void> {
  const { parentId } = facts;
  if (parentId === null) return;
  await lockTree(tx, key.city);
  const placements = await readPlacements(tx, key, parentId);
  const cycle = findCycle(placements, { id: key.id, parentId, from: effective, to: null });
  if (cycle) throw new Refusal('organisations.cycle', { path: cycleText(cycle) });
}

/** The bureau enters as many as there are; anybody else a handful a day, also with many requests at once. */
async function refuseManyEntered(tx: Tx, { personId }: Viewer, at: Date): Promise<void> {
  await holdPerson(tx, personId);
  const since = new Date(at.getTime() - 86_400_000);
  const entered = await asSystem(tx, enteredContext(tx), () => countEntered(tx, { personId, since }));
  if (entered >= mostEnteredADay) throw new Refusal('organisations.too-many-today', { most: mostEnteredADay });
}

async function refuseUnknownPlaces(tx: Tx, { city }: OrganisationKey, { region, parentId }: OrganisationFacts) {
  if (region !== null && !(await hasRegion(tx, region)))
    throw new Refusal('organisations.region-unknown', { code: region });
  if (parentId === null) return;
  const named = tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('city', '=', city)
    .where('id', '=', parentId);
  const parent = await named.executeTakeFirst();
  if (!parent) throw new Refusal('organisations.no-parent');
  await refuseMergedTarget(tx, { city, ...parent });
}

interface Claiming extends SaidOther {
  readonly deps: OrganisationDeps;
  readonly viewer: Viewer;
  readonly key: OrganisationKey;
  readonly facts: OrganisationFacts;
  readonly origin: FactOrigin;
}

/** A code that is only said of another goes to whom the bureau says, once it has seen that other. */
async function claim(tx: Tx, { deps, viewer, key, facts, origin, not = [] }: Claiming): Promise<void> {
  const { creditCode: code, name } = facts;
  if (code === null) return;
  const owner = await claimCreditCode(tx, key, code);
  if (!owner) return;
  if (owner.name === null) throw new Refusal('organisations.credit-code-elsewhere', { code });
  const held = { code, holder: { city: key.city, id: owner.id } };
  const { effects } = deps;
  if (viewer.role !== 'operator' || !not.includes(owner.id) || !(await isHearsay(tx, held, effects.now())))
    throw new Refusal('organisations.credit-code-taken', { code, name: owner.name, id: owner.id });
  await displaceHolder(tx, { ...held, effects, viewer, origin, name });
  await claimCreditCode(tx, key, code);
}

function withoutContact({ contact, ...facts }: OrganisationFacts) {
  return { ...facts, contact: contact === null ? null : '…' };
}
