import { nextRing } from '@zhitong/domain/needs/cascade-ring';
import { type CascadeAction, canDoToCascade, cascadeState } from '@zhitong/domain/needs/cascade-state';
import { cascadeStateWords, type HoldCode, type WidenCode } from '@zhitong/domain/needs/cascade-words';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { needStateOn } from '@zhitong/domain/needs/need-status';
import { subjectFacts } from '@zhitong/domain/needs/published-need';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { asSystem, inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CascadeDeps, Moving } from './cascade-deps.ts';
import { moveByHand } from './cascade-move.ts';
import { planFrom } from './cascade-planning.ts';
import { countLiveQuotes, findCascade } from './cascade-reading.ts';
import { updateCascade } from './cascade-store.ts';
import { lockNeed } from './need-store.ts';

export type Steering =
  | { readonly action: 'widen'; readonly reason?: WidenCode | undefined }
  | { readonly action: 'hold'; readonly reason?: HoldCode | undefined }
  | { readonly action: 'release' };

export interface CascadeRouteDeps extends CascadeDeps {
  readonly database: Database;
}

/** The buyer, or the bureau that answers for the need, does not leave it to the time. Answers how many suppliers are new. */
export function steer(
  deps: CascadeRouteDeps,
  viewer: Viewer,
  { id, steering }: { id: string; steering: Steering },
): Promise<{ added: number }> {
  const context = contextOf(viewer);
  return inContext(deps.database, context, (tx) =>
    asSystem(tx, context, async () => {
      const moving = await getMoving(tx, deps, { viewer, id, action: steering.action });
      if (steering.action === 'widen')
        return { added: await widen(tx, deps, { ...moving, viewer, code: steering.reason }) };
      if (steering.action === 'hold') await hold(tx, deps, { ...moving, viewer, code: steering.reason });
      else await release(tx, deps, { ...moving, viewer });
      return { added: 0 };
    }),
  );
}

type Steered<Code> = Moving & { readonly viewer: Viewer; readonly code: Code | undefined };

async function widen(tx: Tx, deps: CascadeDeps, { viewer, code, ...moving }: Steered<WidenCode>): Promise<number> {
  if (code === undefined) throw new Refusal('cascade.reason-missing');
  const to = nextRing(moving.cascade.ring);
  if (to === undefined) throw new Refusal('needs.reach-not-wider');
  return moveByHand(tx, deps, { ...moving, hand: { to, code, by: viewer.personName } });
}

async function hold(tx: Tx, deps: CascadeDeps, { viewer, code, ...moving }: Steered<HoldCode>): Promise<void> {
  if (code === undefined) throw new Refusal('cascade.reason-missing');
  await updateCascade(tx, { ...moving.cascade, held: { at: moving.at, code, by: viewer.personName } });
  await tell(tx, deps, { moving, viewer, type: 'cascade.held', code });
}

/** The ring that was reached gets its time anew: nobody asked in it could know that it had not run out. */
async function release(
  tx: Tx,
  deps: CascadeDeps,
  { viewer, ...moving }: Moving & { readonly viewer: Viewer },
): Promise<void> {
  const running = { ...moving.cascade, held: null };
  await updateCascade(tx, running);
  await planFrom(tx, deps, { ...moving, cascade: running });
  await tell(tx, deps, { moving, viewer, type: 'cascade.released', code: null });
}

async function getMoving(
  tx: Tx,
  { effects }: CascadeDeps,
  { viewer, id, action }: { viewer: Viewer; id: string; action: CascadeAction },
): Promise<Moving> {
  const at = effects.now();
  const need = await lockNeed(tx, { city: viewer.city, id }, 'update');
  const isTheirs = need?.organisationId === viewer.organisationId || viewer.role === 'operator';
  if (!need || !isTheirs) throw new Refusal('platform.not-found');
  const cascade = await findCascade(tx, { city: need.city, needId: need.id });
  if (!cascade) throw new Refusal('cascade.none');
  const state = cascadeState({
    ...{ need: needStateOn(need, cityDay(at)), held: cascade.held !== null, ended: cascade.endedAt !== null },
    liveQuotes: await countLiveQuotes(tx, cascade),
  });
  if (canDoToCascade(state, action)) return { need, cascade, at };
  const { zh: stateZh, en: stateEn } = cascadeStateWords[state];
  throw new Refusal('cascade.not-now', { stateZh, stateEn });
}

async function tell(
  tx: Tx,
  { effects }: CascadeDeps,
  told: { moving: Moving; viewer: Viewer; type: 'cascade.held' | 'cascade.released'; code: HoldCode | null },
): Promise<void> {
  const { moving, viewer, type, code } = told;
  const { need, cascade, at } = moving;
  await recordAudit(tx, effects, {
    action: type,
    subject: { kind: 'need', id: need.id },
    after: { reach: cascade.ring, reason: code },
  });
  await appendEvents(tx, [
    {
      ...{ city: need.city, id: effects.newId(), type, subjectId: need.id, at, actorId: viewer.personId },
      audience: [...new Set([need.organisationId, viewer.organisationId])],
      payload: { ...subjectFacts(need), needId: need.id, ...(code === null ? {} : { code }) },
    },
  ]);
}
