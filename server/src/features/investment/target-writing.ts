import type { TargetAction, TargetState } from '@zhitong/domain/investment/target-history';
import { type TargetStanding, targetStanding } from '@zhitong/domain/investment/target-light';
import type { EventType } from '@zhitong/domain/matching/event';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { cityClock } from '#features/needs/public';
import { recordAudit } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import type { Viewer } from '#platform/viewer';
import { listTargetReaders } from './officer-reading.ts';
import type { Owner } from './target-reading.ts';
import { insertStep, type StoredTarget, updateTarget } from './target-store.ts';

export interface Deed {
  readonly action: TargetAction;
  readonly note: string | null;
  readonly reason?: string | null;
  readonly key?: string | null;
  /** with the action it becomes theirs */
  readonly owner?: Owner;
}

interface Writing {
  readonly effects: Effects;
  readonly viewer: Viewer;
  readonly target: StoredTarget;
}

/** Writes one action that was decided: the row, the step, the line of the trail and the news. */
export async function writeDeed(
  tx: Tx,
  { effects, viewer, target }: Writing,
  { deed, state }: { deed: Deed; state: TargetState },
): Promise<StoredTarget> {
  const after: StoredTarget = { ...target, state, seq: target.seq + 1, owner: deed.owner ?? target.owner };
  await updateTarget(tx, after, await standingOf(tx, { city: target.city, state, at: deed.action.at }));
  await writeStep(tx, { effects, viewer, target: after }, { deed, before: target });
  return after;
}

/** When the next step is due, by the calendar and the lights of the city. */
export async function standingOf(
  tx: Tx,
  { city, state, at }: { city: string; state: TargetState; at: Date },
): Promise<TargetStanding> {
  const { calendar, light } = await cityClock.rules(tx, { city, day: cityDay(at) });
  return targetStanding(state, { calendar, light });
}

/** The step of a target whose row is written already. */
export async function writeStep(
  tx: Tx,
  { effects, viewer, target }: Writing,
  { deed, before }: { deed: Deed; before?: StoredTarget },
): Promise<void> {
  const { action, note, reason = null, key = null } = deed;
  const { state, seq, firm, owner } = target;
  await insertStep(tx, target, {
    ...{ action, status: state.status, note, reason, key },
    person: { id: viewer.personId, name: viewer.personName },
    body: { id: viewer.organisationId, name: viewer.organisationName },
  });
  await recordAudit(tx, effects, {
    ...{ action: `target.${action.kind}`, subject: { kind: 'target', id: target.id } },
    ...(before && { before: { status: before.state.status, owner: before.owner.body.name } }),
    after: {
      ...{ status: state.status, owner: owner.body.name, seq, firm, next: state.next, due: state.due },
      ...(note !== null && { note }),
      ...(action.kind === 'lost' && { code: action.code }),
    },
    ...(reason !== null && { why: reason }),
  });
  await tell(tx, { effects, viewer, target }, action);
}

/** Everybody who may see targets has an open page refreshed; who must act gets a notice. */
async function tell(tx: Tx, { effects, viewer, target }: Writing, action: TargetAction): Promise<void> {
  const { city, id: subjectId, firm, owner, state } = target;
  const payload = {
    ...{ firm, by: `${viewer.organisationName} ${viewer.personName}`, kind: action.kind, status: state.status },
    owner: `${owner.body.name} ${owner.post.name}`,
  };
  const event = (type: EventType, audience: readonly string[]) => ({
    ...{ city, id: effects.newId(), type, subjectId, audience, actorId: viewer.personId, payload, at: action.at },
  });
  const readers = await listTargetReaders(tx, { city, day: cityDay(action.at) });
  const news = newsOf(action, target).filter(({ to }) => to !== viewer.organisationId || action.kind === 'given');
  await appendEvents(tx, [event('target.changed', readers), ...news.map(({ type, to }) => event(type, [to]))]);
}

function newsOf(action: TargetAction, { owner }: StoredTarget): { type: EventType; to: string }[] {
  if (action.kind === 'given') return [{ type: 'target.given', to: owner.body.id }];
  return action.kind === 'entered' || action.kind === 'absorbed' ? [{ type: 'target.entered', to: owner.body.id }] : [];
}
