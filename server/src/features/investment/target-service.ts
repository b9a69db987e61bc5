import { decideWish, type PremisesWish } from '@zhitong/domain/investment/premises';
import { targetActionWords } from '@zhitong/domain/investment/target-action-words';
import {
  decideEntering,
  decideGiving,
  decideLoss,
  decideOpen,
  decideStep,
  decideWords,
  type TargetStep,
} from '@zhitong/domain/investment/target-decision';
import { afterTargetAction, type TargetAction } from '@zhitong/domain/investment/target-history';
import type { TargetLoss } from '@zhitong/domain/investment/target-stage';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { bodyNameOf } from './body-name.ts';
import { listOfficers } from './officer-reading.ts';
import type { TargetDeps } from './target-deps.ts';
import { worksOn } from './target-rights.ts';
import { findStep, hasStep, lockTarget, type StoredTarget, writeWish } from './target-store.ts';
import { writeDeed } from './target-writing.ts';
import { emptyAsNull } from './written-words.ts';

interface Acting {
  readonly id: string;
  /** the number of the last step that was looked at */
  readonly seen?: number | undefined;
}

/** Notes what was done and what is next. The same form sent twice notes one step. */
export function stepFor(
  deps: TargetDeps,
  viewer: Viewer,
  {
    id,
    seen,
    idempotencyKey: key = null,
    ...said
  }: Acting & TargetStep & { idempotencyKey?: string | undefined | null },
): Promise<StoredTarget> {
  const at = deps.effects.now();
  const step: TargetStep = {
    ...{ stage: said.stage, due: said.due, note: emptyAsNull(said.note), next: emptyAsNull(said.next) },
    reason: emptyAsNull(said.reason),
  };
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const target = await lockOwn(tx, viewer, id);
    if (key !== null && (await hasStep(tx, { city: viewer.city, id, key }))) return target;
    await refuseOvertaken(tx, target, { seen, at });
    const state = decideStep(target.state, step, { at });
    const { stage, next, due, note, reason } = step;
    const action: TargetAction = { kind: 'stepped', at, stage, next, due };
    return writeDeed(tx, { ...deps, viewer, target }, { deed: { action, note, reason, key }, state });
  });
}

export function loseFor(
  deps: TargetDeps,
  viewer: Viewer,
  { id, seen, code, note: words }: Acting & { code: TargetLoss; note: string | null },
): Promise<StoredTarget> {
  const at = deps.effects.now();
  const note = emptyAsNull(words);
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const target = await lockOwn(tx, viewer, id);
    await refuseOvertaken(tx, target, { seen, at });
    const state = decideLoss(target.state, { code, note, at });
    return writeDeed(tx, { ...deps, viewer, target }, { deed: { action: { kind: 'lost', at, code }, note }, state });
  });
}

export function giveFor(
  deps: TargetDeps,
  viewer: Viewer,
  { id, seen, postId: post, note: words }: Acting & { postId: string; note: string | null },
): Promise<StoredTarget> {
  const at = deps.effects.now();
  const { city } = viewer;
  const note = emptyAsNull(words);
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const target = await lockOwn(tx, viewer, id);
    await refuseOvertaken(tx, target, { seen, at });
    const [owner] = await listOfficers(tx, { city, day: cityDay(at), post });
    if (!owner) throw new Refusal('targets.unknown-owner');
    const action = { kind: 'given', at, body: owner.body.id, post } as const;
    const state = decideGiving(target.state, action, { note, owner: owner.post.name });
    return writeDeed(tx, { ...deps, viewer, target }, { deed: { action, note, owner }, state });
  });
}

/** One's own body takes part in what another has registered. */
export function enterFor(
  deps: TargetDeps,
  viewer: Viewer,
  { id, note: words }: { id: string; note: string | null },
): Promise<StoredTarget> {
  const at = deps.effects.now();
  const note = emptyAsNull(words);
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const target = await lockTarget(tx, { city: viewer.city, id });
    if (!target) throw new Refusal('platform.not-found');
    decideWords({ note });
    const action = { kind: 'entered', at, body: viewer.organisationId } as const;
    const state = decideEntering(target.state, action, { body: await bodyNameOf(tx, viewer) });
    return writeDeed(tx, { ...deps, viewer, target }, { deed: { action, note }, state });
  });
}

export function wishFor(
  deps: TargetDeps,
  viewer: Viewer,
  { id, seen, wish }: Acting & { wish: PremisesWish | null },
): Promise<StoredTarget> {
  const at = deps.effects.now();
  if (wish) decideWish(wish);
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const target = await lockOwn(tx, viewer, id);
    await refuseOvertaken(tx, target, { seen, at });
    decideOpen(target.state);
    await writeWish(tx, target, wish);
    const action: TargetAction = { kind: 'wished', at };
    const state = afterTargetAction(target.state, action);
    return writeDeed(tx, { ...deps, viewer, target }, { deed: { action, note: null }, state });
  });
}

/** Locked, and refused to whoever does not work on it; the bureau works on all of its city. */
export async function lockOwn(tx: Tx, viewer: Viewer, id: string): Promise<StoredTarget> {
  const target = await lockTarget(tx, { city: viewer.city, id });
  if (!target) throw new Refusal('platform.not-found');
  if (!worksOn(viewer, target)) throw new Refusal('targets.not-yours', { owner: target.owner.body.name });
  return target;
}

/** Somebody acted after this person looked: it is told what, before anything is done. */
export async function refuseOvertaken(
  tx: Tx,
  target: StoredTarget,
  { seen, at }: { seen: number | undefined; at: Date },
): Promise<void> {
  if (seen === undefined || seen >= target.seq) return;
  const last = await findStep(tx, target);
  const { zh: whatZh, en: whatEn } = targetActionWords[last?.kind ?? 'registered'];
  const minutes = Math.max(0, Math.round((at.getTime() - (last?.at.getTime() ?? at.getTime())) / 60_000));
  throw new Refusal('targets.changed', { who: last?.who ?? '', minutes, whatZh, whatEn });
}
