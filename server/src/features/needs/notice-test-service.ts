import type { NoticeChannelRefusalCode } from '@zhitong/domain/needs/notice-channel-refusals';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { asSystem, inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { NoticeDeps } from './notice-channel-deps.ts';
import type { ListedChannel } from './notice-channel-rows.ts';
import { getChannel, toldOf } from './notice-channel-service.ts';
import { noteOutcome } from './notice-channel-store.ts';
import { holdRobot, takeCall } from './notice-robot-store.ts';
import { sendNotice } from './notice-sender.ts';

/** Sends a test message at once. It counts towards the calls of its robot, and one that goes through ends a fault. */
export async function testChannel(deps: NoticeDeps, viewer: Viewer, id: string): Promise<ListedChannel> {
  const { database, effects } = deps;
  const { city } = viewer;
  const context = contextOf(viewer);
  const channel = await inContext(database, context, async (tx) => {
    const found = await getChannel(tx, { city, id, lock: 'for update' });
    const now = effects.now();
    const free = await asSystem(tx, context, () => takeCall(tx, { city, robot: found.robot, now }));
    if (free) throw tooFast(Math.ceil((free.getTime() - now.getTime()) / 1_000));
    await recordAudit(tx, effects, {
      ...{ action: 'notice-channel.tested', subject: { kind: 'notice-channel', id } },
      after: toldOf(found),
    });
    return found;
  });
  const { kind, sealed, name: channelName, language, organisationId, organisationName } = channel;
  const message = {
    ...{ id: effects.newId(), channelName, language },
    organisation: { id: organisationId, name: organisationName },
  };
  const outcome = await sendNotice(deps, { kind, sealed, message });
  const now = effects.now();
  const until = outcome.kind === 'slow-down' ? new Date(now.getTime() + outcome.waitMs) : undefined;
  return inContext(database, context, async (tx) => {
    await noteOutcome(tx, {
      ...{ city, id, at: now, nextAt: until },
      // nobody sends a test again by itself
      outcome: outcome.kind === 'again' ? 'given-up' : outcome.kind,
      fault: outcome.kind === 'fault' ? outcome.fault : undefined,
    });
    if (until) await asSystem(tx, context, () => holdRobot(tx, { city, robot: channel.robot, until }));
    return getChannel(tx, { city, id });
  });
}

function tooFast(seconds: number): Refusal {
  const code: NoticeChannelRefusalCode = 'notices.too-fast';
  return new Refusal(code, { seconds });
}
