import { endOfQuiet, takesRepeats } from '@zhitong/domain/needs/notice-channel';
import {
  mostTries,
  type NoticeOutcome,
  type NoticeOutcomeKind,
  retryDelayMs,
} from '@zhitong/domain/needs/notice-outcome';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import type { NoticeDeps } from './notice-channel-deps.ts';
import { noteOutcome } from './notice-channel-store.ts';
import {
  type DigestState,
  type DueDigest,
  lockAbandoned,
  lockDueDigests,
  markGivenUp,
  markSending,
  postpone,
  settleDigest,
} from './notice-claim-store.ts';
import { holdRobot, takeCall } from './notice-robot-store.ts';
import { sendNotice } from './notice-sender.ts';

export interface NoticeSending extends NoticeDeps {
  readonly city: string;
  /** in [0, 1): spreads second tries */
  readonly random: () => number;
}

/** so many at once, one a robot */
const atOnce = 8;
const looked = 60;
/** longer than any call may take */
const abandonedMs = 120_000;
const oldestMs = 24 * 3_600_000;

/** Sends everything that is due and may be sent now; answers how many calls were made. */
export async function sendDueNotices(options: NoticeSending, isOver: () => boolean = () => false): Promise<number> {
  await settleAbandoned(options);
  let sent = 0;
  while (!isOver()) {
    const { looked: seen, claimed } = await claimDue(options);
    if (seen === 0) break;
    await Promise.all(claimed.map((due) => sendOne(options, due)));
    sent += claimed.length;
  }
  return sent;
}

/**
 * Marks what is to be sent before it is sent, in a transaction of its own: two nodes never send one digest, and what was marked when a
 * node was killed is known as such. Whatever may not go now is put off to when it may.
 */
export function claimDue({ database, effects, city }: NoticeSending) {
  const now = effects.now();
  return inContext(database, { city, viewer: 'system' }, async (tx) => {
    const due = await lockDueDigests(tx, { city, now, limit: looked });
    const robots = new Set<string>();
    const claimed: DueDigest[] = [];
    for (const digest of due) {
      if (claimed.length === atOnce) break;
      if (robots.has(digest.robot)) continue;
      const taken = await claimOne(tx, { city, now, digest });
      if (!taken) continue;
      robots.add(digest.robot);
      claimed.push(taken);
    }
    return { looked: due.length, claimed };
  });
}

async function claimOne(
  tx: Tx,
  { city, now, digest }: { city: string; now: Date; digest: DueDigest },
): Promise<DueDigest | undefined> {
  const { id, quiet, urgent, robot, channelId: channel } = digest;
  if (digest.tries > 0 && now.getTime() - digest.openedAt.getTime() > oldestMs) {
    await markGivenUp(tx, { city, id });
    const none = { fault: undefined, nextAt: undefined };
    await noteOutcome(tx, { city, id: channel, outcome: 'given-up', at: now, ...none });
    return undefined;
  }
  const spoken = urgent ? now : endOfQuiet(quiet, now);
  const until = spoken > now ? spoken : await takeCall(tx, { city, robot, now });
  if (until) {
    await postpone(tx, { city, id, until });
    return undefined;
  }
  const tries = digest.tries + 1;
  await markSending(tx, { city, id, tries, at: now });
  return { ...digest, tries };
}

async function sendOne(options: NoticeSending, due: DueDigest): Promise<void> {
  const { id, kind, sealed, organisation, channelName, language, digest } = due;
  const message = { id, organisation, channelName, language, digest };
  await settle(options, due, await sendNotice(options, { kind, sealed, message }));
}

async function settle({ database, effects, city, random }: NoticeSending, due: DueDigest, outcome: NoticeOutcome) {
  const now = effects.now();
  const to = stateAfter(due, { outcome, now, random });
  await inContext(database, { city, viewer: 'system' }, async (tx) => {
    if (!(await settleDigest(tx, { city, id: due.id, from: due, to }))) return;
    await note(tx, { city, due, outcome, to, now });
    if (outcome.kind === 'slow-down' && to.dueAt) await holdRobot(tx, { city, robot: due.robot, until: to.dueAt });
  });
}

interface Noting {
  readonly city: string;
  readonly due: DueDigest;
  readonly outcome: NoticeOutcome;
  readonly to: DigestState;
  readonly now: Date;
}

function note(tx: Tx, { city, due, outcome, to, now }: Noting): Promise<void> {
  return noteOutcome(tx, {
    ...{ city, id: due.channelId, at: now },
    outcome: shownOf(to.state, outcome),
    fault: outcome.kind === 'fault' ? outcome.fault : undefined,
    nextAt: outcome.kind === 'fault' ? undefined : to.dueAt,
  });
}

/** An end is shown as such; a lost answer that is asked for again, as one. */
function shownOf(state: DigestState['state'], { kind }: NoticeOutcome): NoticeOutcomeKind {
  if (state === 'given-up' || state === 'unknown') return state;
  return kind === 'unknown' ? 'again' : kind;
}

/** Never twice: where a repeat would be shown again, a lost answer ends it. */
function stateAfter(
  { kind, tries }: DueDigest,
  { outcome, now, random }: { outcome: NoticeOutcome; now: Date; random: () => number },
): DigestState {
  const after = (ms: number) => new Date(now.getTime() + ms);
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', tries, sentAt: now };
    case 'slow-down':
      // being told to wait is no failed try; it is never again as if untried, which would let its text grow
      return { state: 'open', tries: Math.max(1, tries - 1), dueAt: after(outcome.waitMs) };
    case 'fault':
      // waits until the settings are mended
      return { state: 'open', tries: Math.max(1, tries - 1), dueAt: now };
    case 'unknown':
      if (!takesRepeats[kind]) return { state: 'unknown', tries };
      return tries >= mostTries ? { state: 'given-up', tries } : again();
    case 'again':
      return tries >= mostTries ? { state: 'given-up', tries } : again();
  }

  function again(): DigestState {
    return { state: 'open', tries, dueAt: after(retryDelayMs(tries, random())) };
  }
}

/** A node was stopped between marking and hearing the answer: nobody knows whether it was taken. */
async function settleAbandoned({ database, effects, city, random }: NoticeSending): Promise<void> {
  const now = effects.now();
  await inContext(database, { city, viewer: 'system' }, async (tx) => {
    const before = new Date(now.getTime() - abandonedMs);
    for (const due of await lockAbandoned(tx, { city, before, limit: 100 })) {
      const outcome = { kind: 'unknown' } as const;
      const to = stateAfter(due, { outcome, now, random });
      await settleDigest(tx, { city, id: due.id, from: due, to });
      await note(tx, { city, due, outcome, to, now });
    }
  });
}
