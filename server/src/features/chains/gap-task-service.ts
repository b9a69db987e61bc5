import { type GapTaskKind, type GapTaskRequest, isGapTaskOver } from '@zhitong/domain/chains/gap-task';
import { decideGapTask, decideGapTaskDue } from '@zhitong/domain/chains/gap-task-decision';
import { gapTaskStepWords } from '@zhitong/domain/chains/gap-task-words';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type TaskTurn, turnOf, turnUntil } from '@zhitong/domain/needs/task-turn';
import { Refusal } from '@zhitong/domain/refusal';
import { taskClock } from '#features/needs/public';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import { getVersion } from './chain-views.ts';
import { findGapTask, findOpenTask, findTwinTask, listGapTaskSteps, type StoredGapTask } from './gap-task-reading.ts';
import { sidesOf } from './gap-task-side.ts';
import { insertGapTask, lockGapTask, writeGapTask } from './gap-task-store.ts';
import { tellGapTask } from './gap-task-telling.ts';
import { findBureau, findDepartment } from './task-body-store.ts';

export type WrittenGapTask = Pick<StoredGapTask, 'id' | 'status' | 'seq'>;

export interface GapTaskWish {
  readonly id: string;
  readonly product: string;
  readonly kind: GapTaskKind;
  readonly body?: string | undefined;
  readonly text: string;
  readonly due?: string | undefined;
  readonly idempotencyKey: string;
}

/** Gives a task about a gap. A second click under the same key reads what the first one made. */
export async function giveGapTaskFor(deps: ChainDeps, viewer: Viewer, wish: GapTaskWish): Promise<WrittenGapTask> {
  const { chain, version } = await getVersion(deps, viewer, { id: wish.id });
  const isOnMap = version.content.segments.some(({ products }) => products.includes(wish.product));
  if (!isOnMap) throw new Refusal('platform.not-found');
  const { database, effects } = deps;
  const now = effects.now();
  return inContext(database, contextOf(viewer), async (tx) => {
    const { city } = viewer;
    const giver = { id: viewer.organisationId, name: viewer.organisationName };
    const of = { city, chainId: chain.id, productId: wish.product, kind: wish.kind };
    const twin = { ...of, giverId: giver.id, key: wish.idempotencyKey };
    const made = await findTwinTask(tx, twin);
    if (made) return made;
    const body = await bodyOf(tx, viewer, { wish, leadBodyId: version.content.leadBodyId });
    const turn = await openTurn(tx, { city, now, due: wish.due });
    const task: StoredGapTask = {
      ...{ ...of, id: effects.newId(), giver, body },
      ...{ text: wish.text, status: 'given', ...turn, givenAt: now, overAt: null, seq: 1, demo: chain.demo },
    };
    if (!(await insertGapTask(tx, task, wish.idempotencyKey)))
      return (await findTwinTask(tx, twin)) ?? refuseOpen(tx, task);
    await tellGapTask(tx, deps, { viewer, task, step: 'given', text: wish.text });
    return task;
  });
}

async function refuseOpen(tx: Tx, task: StoredGapTask): Promise<never> {
  const open = await findOpenTask(tx, task);
  // one the giver may not read is one of another office all the same
  throw new Refusal('gap-tasks.open-already', { giver: (open ?? task).giver.name, body: task.body.name });
}

interface Addressed {
  readonly wish: GapTaskWish;
  readonly leadBodyId: string | null;
}

/** A wish for a meeting goes to the lead department of the chain, and to the bureau where none is named. */
async function bodyOf(tx: Tx, { city }: Viewer, { wish, leadBodyId }: Addressed) {
  const asked = wish.kind === 'meeting' ? leadBodyId : (wish.body ?? leadBodyId);
  if (asked === null) {
    const bureau = wish.kind === 'meeting' ? await findBureau(tx, city) : undefined;
    if (!bureau) throw new Refusal('gap-tasks.no-body');
    return bureau;
  }
  const body = await findDepartment(tx, { city, id: asked });
  if (!body) throw new Refusal('gap-tasks.unknown-body');
  return body;
}

/** Until the offices close on the day named; without one as long as a body has to sign and to feed back on an order. */
async function openTurn(
  tx: Tx,
  { city, now, due }: { city: string; now: Date; due: string | undefined },
): Promise<TaskTurn> {
  const today = cityDay(now);
  const { calendar, terms } = await taskClock.terms(tx, { city, day: today });
  const turn = { from: now, calendar, yellowShare: terms.yellowShare };
  if (due === undefined) return turnOf(terms.signMinutes + terms.feedbackMinutes, turn);
  decideGapTaskDue(due, { today, calendar });
  return turnUntil(due, turn);
}

interface GapTaskAct {
  readonly id: string;
  readonly action: GapTaskRequest;
  readonly text: string;
  readonly seen: number;
}

/** Locked, and decided on what is locked; whoever of two comes second is told what the first one did. */
export function actOnGapTaskFor(
  deps: ChainDeps,
  viewer: Viewer,
  { id, action, text, seen }: GapTaskAct,
): Promise<WrittenGapTask> {
  const { database, effects } = deps;
  return inContext(database, contextOf(viewer), async (tx) => {
    const at = { city: viewer.city, id };
    const found = await findGapTask(tx, at);
    if (!found) throw new Refusal('platform.not-found');
    const sides = sidesOf(viewer, found);
    if (sides.length === 0) throw new Refusal('platform.forbidden');
    const before = await lockGapTask(tx, at);
    if (!before) throw new Refusal('platform.not-found');
    await refuseOvertaken(tx, before, seen);
    const { step, status } = decideGapTask({ status: before.status, sides, request: action, text });
    const now = effects.now();
    const isOver = isGapTaskOver(status);
    const turn = isOver ? { dueAt: null, yellowAt: null } : await nextTurn(tx, { city: viewer.city, now, step });
    const task: StoredGapTask = { ...before, status, ...turn, overAt: isOver ? now : null, seq: before.seq + 1 };
    await writeGapTask(tx, task);
    await tellGapTask(tx, deps, { viewer, task, step, text: text || null });
    return task;
  });
}

/** What was reported is looked at in the time of a review; what is returned is done anew in the time of a feedback. */
async function nextTurn(tx: Tx, { city, now, step }: { city: string; now: Date; step: string }): Promise<TaskTurn> {
  const { calendar, terms } = await taskClock.terms(tx, { city, day: cityDay(now) });
  const minutes = step === 'reported' ? terms.reviewMinutes : terms.feedbackMinutes;
  return turnOf(minutes, { from: now, calendar, yellowShare: terms.yellowShare });
}

async function refuseOvertaken(tx: Tx, { city, id, seq }: StoredGapTask, seen: number): Promise<void> {
  if (seen >= seq) return;
  const last = (await listGapTaskSteps(tx, { city, ids: [id] })).at(-1);
  const { zh: whatZh, en: whatEn } = gapTaskStepWords[last?.kind ?? 'given'];
  throw new Refusal('gap-tasks.changed', { who: last?.person ?? '', whatZh, whatEn });
}
