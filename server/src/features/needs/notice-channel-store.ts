import type { QuietHours } from '@zhitong/domain/needs/notice-channel';
import type { NoticeFault, NoticeOutcomeKind } from '@zhitong/domain/needs/notice-outcome';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { type ListedChannel, listedOf, type StoredChannel, selectChannels } from './notice-channel-rows.ts';

export async function findChannel(
  tx: Tx,
  { city, id, lock }: { city: string; id: string; lock?: 'for update' },
): Promise<ListedChannel | undefined> {
  const query = selectChannels(tx, city).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && listedOf(row);
}

export async function countChannels(tx: Tx, city: string, organisationId: string): Promise<number> {
  const row = await tx
    .selectFrom('notice_channel')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('city', '=', city)
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

export interface NewChannel extends StoredChannel {
  readonly position: number;
  readonly madeBy: { readonly id: string; readonly name: string };
  readonly at: Date;
}

export async function insertChannel(tx: Tx, channel: NewChannel): Promise<void> {
  const { city, id, kind, name, language, sealed, keyed, robot, enabled, position } = channel;
  await tx
    .insertInto('notice_channel')
    .values({
      ...{ city, id, kind, name, language, sealed, keyed, robot, enabled, position },
      organisation_id: channel.organisationId,
      organisation_name: channel.organisationName,
      person_id: channel.personId ?? null,
      person_name: channel.personName ?? null,
      address_shown: channel.addressShown,
      ...quietColumns(channel.quiet),
      digest_minutes: channel.digestMinutes,
      made_by: channel.madeBy.id,
      made_by_name: channel.madeBy.name,
      created_at: channel.at,
    })
    .execute();
}

/** Whatever is changed, a fault is looked for anew. */
export async function updateChannel(tx: Tx, channel: StoredChannel): Promise<void> {
  const { city, id, name, language, sealed, keyed, robot, enabled } = channel;
  await tx
    .updateTable('notice_channel')
    .set({
      ...{ name, language, sealed, keyed, robot, enabled, fault: null },
      address_shown: channel.addressShown,
      ...quietColumns(channel.quiet),
      digest_minutes: channel.digestMinutes,
    })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

export async function markRemoved(tx: Tx, { city, id, at }: { city: string; id: string; at: Date }): Promise<void> {
  await tx
    .updateTable('notice_channel')
    .set({ removed_at: at, enabled: false })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

export interface NotedOutcome {
  readonly city: string;
  readonly id: string;
  readonly outcome: NoticeOutcomeKind;
  readonly fault: NoticeFault | undefined;
  readonly at: Date;
  readonly nextAt: Date | undefined;
}

export async function noteOutcome(tx: Tx, { city, id, outcome, fault, at, nextAt }: NotedOutcome): Promise<void> {
  await tx
    .updateTable('notice_channel')
    .set({
      ...{ last_outcome: outcome, last_fault: fault ?? null, last_at: at, next_at: nextAt ?? null },
      fault: fault ?? null,
    })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

const quietColumns = (quiet: QuietHours | undefined) => ({
  quiet_from: quiet?.from ?? null,
  quiet_to: quiet?.to ?? null,
});
