import type { NoticeChannelKind, QuietHours } from '@zhitong/domain/needs/notice-channel';
import type { NoticeDigest, NoticeLine } from '@zhitong/domain/needs/notice-digest';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';
import { quietOf } from './notice-outbox-store.ts';

/** A digest that is due, with what sending it needs of its channel. */
export interface DueDigest {
  readonly id: string;
  readonly channelId: string;
  readonly channelName: string;
  readonly kind: NoticeChannelKind;
  readonly language: 'zh' | 'en';
  readonly organisation: { readonly id: string; readonly name: string };
  readonly sealed: string;
  readonly robot: string;
  readonly quiet: QuietHours | undefined;
  readonly urgent: boolean;
  readonly digest: NoticeDigest;
  readonly openedAt: Date;
  readonly tries: number;
}

/** Due digests of channels that work, locked; those another node is looking at are passed over. */
export async function lockDueDigests(
  tx: Tx,
  { city, now, limit }: { city: string; now: Date; limit: number },
): Promise<readonly DueDigest[]> {
  const rows = await selectDigests(tx, city)
    .where('o.state', '=', 'open')
    .where('o.due_at', '<=', now)
    .where('c.enabled', '=', true)
    .where('c.fault', 'is', null)
    .where('c.removed_at', 'is', null)
    .orderBy('o.due_at')
    .orderBy('o.id')
    .limit(limit)
    .forUpdate('o')
    .skipLocked()
    .execute();
  return rows.map(dueOf);
}

/** Digests that were being sent when whoever sent them stopped. */
export async function lockAbandoned(
  tx: Tx,
  { city, before, limit }: { city: string; before: Date; limit: number },
): Promise<readonly DueDigest[]> {
  const rows = await selectDigests(tx, city)
    .where('o.state', '=', 'sending')
    .where('o.claimed_at', '<', before)
    .orderBy('o.claimed_at')
    .limit(limit)
    .forUpdate('o')
    .skipLocked()
    .execute();
  return rows.map(dueOf);
}

export async function postpone(tx: Tx, { city, id, until }: { city: string; id: string; until: Date }): Promise<void> {
  await tx.updateTable('notice_outbox').set({ due_at: until }).where('city', '=', city).where('id', '=', id).execute();
}

export async function markSending(
  tx: Tx,
  { city, id, tries, at }: { city: string; id: string; tries: number; at: Date },
): Promise<void> {
  await tx
    .updateTable('notice_outbox')
    .set({ state: 'sending', tries, claimed_at: at })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

export interface DigestState {
  readonly state: 'open' | 'sent' | 'unknown' | 'given-up';
  readonly tries: number;
  readonly dueAt?: Date | undefined;
  readonly sentAt?: Date | undefined;
}

/** Writes what became of a try; false when it is not this try's any more. */
export async function settleDigest(
  tx: Tx,
  { city, id, from, to }: { city: string; id: string; from: { readonly tries: number }; to: DigestState },
): Promise<boolean> {
  const row = await tx
    .updateTable('notice_outbox')
    .set({
      ...{ state: to.state, tries: to.tries },
      ...(to.dueAt && { due_at: to.dueAt }),
      ...(to.sentAt && { sent_at: to.sentAt }),
    })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('tries', '=', from.tries)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function markGivenUp(tx: Tx, { city, id }: { city: string; id: string }): Promise<void> {
  await tx
    .updateTable('notice_outbox')
    .set({ state: 'given-up' })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

function selectDigests(tx: Tx, city: string) {
  return tx
    .selectFrom('notice_outbox as o')
    .innerJoin('notice_channel as c', (join) => join.onRef('c.city', '=', 'o.city').onRef('c.id', '=', 'o.channel_id'))
    .select(['o.id', 'o.channel_id', 'o.lines', 'o.more', 'o.urgent', 'o.opened_at', 'o.tries'])
    .select(['c.name', 'c.kind', 'c.language', 'c.organisation_id', 'c.organisation_name', 'c.sealed', 'c.robot'])
    .select(['c.quiet_from', 'c.quiet_to'])
    .where('o.city', '=', city);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectDigests>['execute']>>[number];

function dueOf(row: Row): DueDigest {
  const { id, sealed, robot, urgent, tries } = row;
  return {
    ...{ id, sealed, robot, urgent, tries },
    channelId: row.channel_id,
    channelName: row.name,
    kind: row.kind as NoticeChannelKind,
    language: row.language === 'en' ? 'en' : 'zh',
    organisation: { id: row.organisation_id, name: row.organisation_name },
    quiet: quietOf(row),
    digest: { lines: jsonColumn<readonly NoticeLine[]>(row.lines), more: row.more },
    openedAt: row.opened_at,
  };
}
