import type { DutyClass, DutyLevel, DutyList, Matter } from '@zhitong/domain/directory/duty';
import {
  type Charge,
  type DutyOutcome,
  decideAssigning,
  decideEnding,
  decideEntering,
} from '@zhitong/domain/directory/duty-decision';
import { earlierEnd, isEmpty } from '@zhitong/domain/directory/duty-span';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/viewer';
import { tellDuty } from './duty-events.ts';
import { findDutyFacts, findDutyNumber, insertDuty, updateDutyFacts } from './duty-facts-store.ts';
import { writeDutyChanges } from './duty-store.ts';
import { atDesk, bodiesOfDuty, bodyAt, type Desk, type DutyDeps } from './post-desk.ts';
import { refuseOrphans } from './post-outcome.ts';

export interface DutyFacts {
  readonly number: string;
  readonly title: string;
  readonly description: string | null;
  readonly words: readonly string[];
  readonly list: DutyList;
  readonly class: DutyClass;
  readonly level: DutyLevel;
  readonly basis: string | null;
}

interface Named {
  readonly ownerPostId: string;
  readonly deputyPostId: string | null;
  readonly next?: { readonly ownerPostId: string; readonly deputyPostId: string | null } | undefined;
  readonly from?: string | undefined;
  readonly why?: string | undefined;
}

/** Puts a matter on the table, with who answers for it from its first day. */
export function enterDuty(deps: DutyDeps, viewer: Viewer, given: DutyFacts & Named & { readonly bodyId: string }) {
  return atDesk(deps, viewer, {
    find: (tx) => existingBody(tx, { city: viewer.city, id: given.bodyId }),
    run: async (desk) => {
      await refuseTakenNumber(desk, given.number);
      const from = dayOf(desk, given.from);
      const matter: Matter = { id: desk.newId(), number: given.number, title: given.title, from, to: null };
      const outcome = decideEntering(desk.state, {
        matter,
        from,
        ...chargesOf(given, given.bodyId),
        newId: desk.newId,
      });
      await insertDuty(desk.tx, {
        ...given,
        id: matter.id,
        city: desk.city,
        from,
        at: desk.at,
        source: bodyAt(desk, given.bodyId).name,
      });
      await write(desk, outcome);
      await recordAudit(desk.tx, deps.effects, {
        ...{ action: 'duty.entered', subject: { kind: 'duty', id: matter.id }, why: given.why },
        after: { ...factsOnly(given), from, ...namesOf(desk, given, given.bodyId) },
      });
      const facts = { from, ...namesOf(desk, given, given.bodyId) };
      await tellDuty(desk, { viewer, type: 'duty.assigned', matter, audience: [given.bodyId], facts });
      return { duty: { id: matter.id } };
    },
  });
}

/** Words, list, class, level, basis: what the matter is, not who answers for it. */
export function changeDutyFacts(
  deps: DutyDeps,
  viewer: Viewer,
  given: DutyFacts & { readonly id: string; readonly why?: string | undefined },
) {
  return atDuty(deps, viewer, {
    id: given.id,
    run: async (desk) => {
      const { tx, city } = desk;
      const before = await findDutyFacts(tx, { city, id: given.id });
      if (!before) throw new Refusal('platform.not-found');
      if (before.number !== given.number) await refuseTakenNumber(desk, given.number);
      await updateDutyFacts(tx, { ...given, city });
      await recordAudit(tx, deps.effects, {
        ...{ action: 'duty.changed', subject: { kind: 'duty', id: given.id }, why: given.why },
        before: { ...before },
        after: factsOnly(given),
      });
      return { duty: { id: given.id } };
    },
  });
}

/** Names owner and deputy; the body stays. */
export function assignDuty(deps: DutyDeps, viewer: Viewer, given: Named & { readonly id: string }) {
  return atDuty(deps, viewer, {
    id: given.id,
    run: async (desk) => {
      const matter = matterAt(desk, given.id);
      const from = dayOf(desk, given.from);
      const bodyId = bodyOn(desk, matter, from);
      if (viewer.role !== 'operator' && bodyId !== viewer.organisationId) throw new Refusal('platform.forbidden');
      const before = namesBefore(desk, matter, from);
      // what the bureau planned for another body is not this body's to undo
      const until = viewer.role === 'operator' ? null : movesOn(desk, matter, { from, bodyId });
      const charges = chargesOf(given, bodyId);
      await write(desk, decideAssigning(desk.state, { matter, from, until, ...charges, newId: desk.newId }));
      const after = namesOf(desk, given, bodyId);
      await recordAudit(desk.tx, deps.effects, {
        ...{ action: 'duty.assigned', subject: { kind: 'duty', id: matter.id }, why: given.why, before },
        after: { from, ...after },
      });
      await tellDuty(desk, { viewer, type: 'duty.assigned', matter, audience: [bodyId], facts: { from, ...after } });
      return { duty: { id: matter.id } };
    },
  });
}

/** Another body becomes responsible. */
export function moveDuty(
  deps: DutyDeps,
  viewer: Viewer,
  given: Named & { readonly id: string; readonly bodyId: string },
) {
  return atDuty(deps, viewer, {
    id: given.id,
    besides: given.bodyId,
    run: async (desk) => {
      const matter = matterAt(desk, given.id);
      const from = dayOf(desk, given.from);
      const before = namesBefore(desk, matter, from);
      const old = bodyOn(desk, matter, from);
      await write(
        desk,
        decideAssigning(desk.state, { matter, from, ...chargesOf(given, given.bodyId), newId: desk.newId }),
      );
      const after = namesOf(desk, given, given.bodyId);
      await recordAudit(desk.tx, deps.effects, {
        ...{ action: 'duty.moved', subject: { kind: 'duty', id: matter.id }, why: given.why, before },
        after: { from, ...after },
      });
      const facts = { from, ...after, oldBody: bodyAt(desk, old).name };
      await tellDuty(desk, { viewer, type: 'duty.moved', matter, audience: [old, given.bodyId], facts });
      return { duty: { id: matter.id } };
    },
  });
}

/** The matter leaves the table. */
export function endDuty(
  deps: DutyDeps,
  viewer: Viewer,
  given: { id: string; on?: string | undefined; why?: string | undefined },
) {
  return atDuty(deps, viewer, {
    id: given.id,
    run: async (desk) => {
      const matter = matterAt(desk, given.id);
      const on = dayOf(desk, given.on);
      const before = { to: matter.to, ...namesBefore(desk, matter, on) };
      const body = bodyOn(desk, matter, on);
      await write(desk, decideEnding(desk.state, { matter, on }));
      await recordAudit(desk.tx, deps.effects, {
        ...{ action: 'duty.ended', subject: { kind: 'duty', id: matter.id }, why: given.why, before },
        after: { to: on },
      });
      await tellDuty(desk, { viewer, type: 'duty.ended', matter, audience: [body], facts: { from: on } });
      return { duty: { id: matter.id } };
    },
  });
}

interface AtDuty<T> {
  readonly id: string;
  /** the body it moves to */
  readonly besides?: string;
  readonly run: (desk: Desk) => Promise<T>;
}

function atDuty<T>(deps: DutyDeps, viewer: Viewer, { id, besides, run }: AtDuty<T>): Promise<T> {
  const { city } = viewer;
  const since = cityDay(deps.effects.now());
  return atDesk(deps, viewer, {
    find: async (tx) => {
      if (!(await findDutyFacts(tx, { city, id }))) throw new Refusal('platform.not-found');
      const more = besides === undefined ? [] : await existingBody(tx, { city, id: besides });
      return [...(await bodiesOfDuty(tx, { city, id, since })), ...more];
    },
    run,
  });
}

async function existingBody(tx: Tx, { city, id }: { city: string; id: string }): Promise<readonly string[]> {
  const row = await tx
    .selectFrom('organisation')
    .select('id')
    .where('city', '=', city)
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst();
  if (!row) throw new Refusal('directory.body-unknown');
  return [row.id];
}

async function write(desk: Desk, outcome: DutyOutcome): Promise<void> {
  if (outcome.kind === 'ended-before') throw new Refusal('directory.duty-ended');
  if (outcome.kind === 'orphaned') refuseOrphans(outcome.orphans);
  await writeDutyChanges(desk.tx, outcome.changes, { ...desk, posts: desk.state.posts });
}

async function refuseTakenNumber({ tx, city }: Desk, number: string): Promise<void> {
  const taken = await findDutyNumber(tx, { city, number });
  if (taken) throw new Refusal('directory.duty-number-taken', { number, title: taken.title });
}

function matterAt({ state }: Desk, id: string): Matter {
  const matter = state.matters.find((known) => known.id === id);
  if (!matter) throw new Refusal('directory.duty-ended');
  return matter;
}

function dayOf({ today }: Desk, day: string | undefined): string {
  if (day !== undefined && day < today) throw new Refusal('directory.post-in-the-past');
  return day ?? today;
}

function termOn({ state }: Desk, matter: Matter, day: string) {
  const term = state.terms.find(
    ({ dutyId, from, to }) => dutyId === matter.id && from <= day && (to === null || day < to),
  );
  if (!term) throw new Refusal('directory.duty-ended');
  return term;
}

/** The first day after this one on which another body is to be responsible. */
function movesOn({ state }: Desk, matter: Matter, { from, bodyId }: { from: string; bodyId: string }): string | null {
  const moves = state.terms.filter((term) => term.dutyId === matter.id && term.from > from && term.bodyId !== bodyId);
  return moves.filter((term) => !isEmpty(term)).reduce<string | null>((end, term) => earlierEnd(end, term.from), null);
}

const bodyOn = (desk: Desk, matter: Matter, day: string) => termOn(desk, matter, day).bodyId;

function namesBefore(desk: Desk, matter: Matter, day: string) {
  const term = termOn(desk, matter, day);
  return namesOf(desk, term, term.bodyId);
}

/** Who is named, in words for the trail and the notice. */
function namesOf({ state, bodies }: Desk, { ownerPostId, deputyPostId }: Omit<Charge, 'bodyId'>, bodyId: string) {
  const nameOf = (id: string | null) => state.posts.find((post) => post.id === id)?.personName ?? null;
  return { body: bodies.get(bodyId)?.name ?? '', owner: nameOf(ownerPostId), deputy: nameOf(deputyPostId) };
}

function chargesOf(
  { ownerPostId, deputyPostId, next }: Named,
  bodyId: string,
): { charge: Charge; next: Charge | undefined } {
  return { charge: { bodyId, ownerPostId, deputyPostId }, next: next && { bodyId, ...next } };
}

function factsOnly({ number, title, description, words, list, class: difficulty, level, basis }: DutyFacts) {
  return { number, title, description, words: [...words], list, class: difficulty, level, basis };
}
