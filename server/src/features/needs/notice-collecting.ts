import type { Language } from '@zhitong/domain/language';
import { word } from '@zhitong/domain/matching/notice-facts';
import { noticeLink } from '@zhitong/domain/matching/notice-link';
import { isNews, noticeText } from '@zhitong/domain/matching/notice-text';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { endOfQuiet } from '@zhitong/domain/needs/notice-channel';
import { mergeNotice } from '@zhitong/domain/needs/notice-digest';
import { dutyAnswers } from '#features/directory/public';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { EventFollower } from '#platform/event-follower';
import type { EventHub } from '#platform/event-hub';
import type { SealedEvent } from '#platform/event-log';
import {
  findOpenDigest,
  holdsCase,
  insertDigest,
  type ListeningChannel,
  lockListening,
  moveOn,
  updateDigest,
} from './notice-outbox-store.ts';

export interface NoticeFollowing {
  readonly database: Database;
  readonly effects: Effects;
  readonly hub: EventHub;
  readonly city: string;
  readonly onError: (error: unknown) => void;
}

/** Puts the news of a city into the digests of the channels that listen for it. */
export function followNotices(options: NoticeFollowing): EventFollower {
  return new EventFollower({ ...options, name: 'notices', handle: (event) => collectNotice(options, event) });
}

/** A channel notes how far it has taken the log in: what is told a second time after a crash changes nothing. */
export async function collectNotice(
  { database, effects }: Pick<NoticeFollowing, 'database' | 'effects'>,
  event: SealedEvent,
): Promise<void> {
  if (!isNews(event.type) || event.audience.length === 0) return;
  const { city, position } = event;
  const now = effects.now();
  await inContext(database, { city, viewer: 'system' }, async (tx) => {
    const channels = await lockListening(tx, { city, position, organisations: event.audience });
    if (channels.length === 0) return;
    const bureau = await dutyAnswers.bureau(tx, { city, day: cityDay(now) });
    for (const channel of channels)
      if (await isFor(tx, channel, { event, day: cityDay(now) }))
        await put(tx, { channel, event, now, bureauId: bureau?.id, newId: effects.newId });
    await moveOn(tx, { city, position, ids: channels.map(({ id }) => id) });
  });
}

/** A channel of one person carries the cases that person holds or has a task in, for as long as the post lasts. */
async function isFor(
  tx: Tx,
  { organisationId, personId }: ListeningChannel,
  { event: { city, type, subjectId: caseId }, day }: { event: SealedEvent; day: string },
): Promise<boolean> {
  if (personId === undefined) return true;
  const ofCase = type.startsWith('case.') || type.startsWith('order.');
  return ofCase && (await holdsCase(tx, { city, caseId, organisationId, personId, day }));
}

interface Putting {
  readonly channel: ListeningChannel;
  readonly event: SealedEvent;
  readonly now: Date;
  readonly bureauId: string | undefined;
  readonly newId: () => string;
}

async function put(tx: Tx, { channel, event, now, bureauId, newId }: Putting): Promise<void> {
  const { city, position, subjectId, payload } = event;
  const reader = channel.organisationId === bureauId ? 'bureau' : 'firm';
  const line = {
    // a need and its case are one matter
    matter: word(payload, 'needId') || subjectId,
    text: noticeText(event, channel.language satisfies Language),
    link: noticeLink(event, reader),
  };
  const urgent = isUrgent(event);
  const open = await findOpenDigest(tx, { city, channelId: channel.id, urgent });
  const digest = mergeNotice(open ?? { lines: [], more: 0 }, line);
  if (open) return updateDigest(tx, { city, id: open.id, lastPosition: position, digest });
  const wanted = new Date(now.getTime() + channel.digestMinutes * 60_000);
  const dueAt = urgent ? now : endOfQuiet(channel.quiet, wanted);
  await insertDigest(tx, { city, id: newId(), channelId: channel.id, position, digest, urgent, dueAt, now });
}

/** What has climbed to the chief's office waits for no digest and no morning. */
const isUrgent = ({ type, payload }: SealedEvent): boolean => type === 'case.escalated' && payload.rung === 'chief';
