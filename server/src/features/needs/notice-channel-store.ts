import type { NoticeChannelKind, QuietHours } from '@zhitong/domain/needs/notice-channel';
import type { NoticeFault, NoticeOutcomeKind } from '@zhitong/domain/needs/notice-outcome';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

export interface StoredChannel {
  readonly city: string;
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly personId: string | undefined;
  readonly personName: string | undefined;
  readonly kind: NoticeChannelKind;
  readonly name: string;
  readonly language: 'zh' | 'en';
  readonly addressShown: string;
  readonly sealed: string;
  readonly keyed: boolean;
  readonly robot: string;
  readonly quiet: QuietHours | undefined;
  readonly digestMinutes: number;
  readonly enabled: boolean;
}

export interface ListedChannel extends StoredChannel {
  readonly waiting: number;
  readonly last: {
    readonly outcome: NoticeOutcomeKind;
    readonly fault: NoticeFault | undefined;
    readonly at: Date;
    readonly nextAt: Date | undefined;
  } | null;
}

const columns = [
  ...(['city', 'id', 'organisation_id', 'organisation_name', 'person_id', 'person_name', 'kind', 'name'] as const),
  ...(['language', 'address_shown', 'sealed', 'keyed', 'robot', 'quiet_from', 'quiet_to'] as const),
  ...(['digest_minutes', 'enabled', 'last_outcome', 'last_fault', 'last_at', 'next_at'] as const),
] as const;

/** Row-level security leaves to a manager the own ones, to the bureau those of the city. */
export async function listChannels(
  tx: Tx,
  { city, organisationId, limit }: { city: string; organisationId?: string | undefined; limit: number },
): Promise<readonly ListedChannel[]> {
  let query = selectChannels(tx, city);
  if (organisationId !== undefined) query = query.where('organisation_id', '=', organisationId);
  const rows = await query.orderBy('organisation_name').orderBy('created_at').orderBy('id').limit(limit).execute();
  return rows.map(listedOf);
}

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

function selectChannels(tx: Tx, city: string) {
  return tx
    .selectFrom('notice_channel')
    .select(columns)
    .select(
      sql<number>`(select coalesce(sum(jsonb_array_length(o.lines) + o.more), 0)::int from notice_outbox o
        where o.city = notice_channel.city and o.channel_id = notice_channel.id and o.state in ('open', 'sending'))`.as(
        'waiting',
      ),
    )
    .where('city', '=', city)
    .where('removed_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectChannels>['execute']>>[number];

function listedOf(row: Row): ListedChannel {
  const { city, id, name, sealed, keyed, robot, enabled, waiting } = row;
  return {
    ...{ city, id, name, sealed, keyed, robot, enabled, waiting },
    kind: row.kind as NoticeChannelKind,
    language: row.language === 'en' ? 'en' : 'zh',
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    personId: row.person_id ?? undefined,
    personName: row.person_name ?? undefined,
    addressShown: row.address_shown,
    quiet: row.quiet_from === null || row.quiet_to === null ? undefined : { from: row.quiet_from, to: row.quiet_to },
    digestMinutes: row.digest_minutes,
    last:
      row.last_outcome === null || row.last_at === null
        ? null
        : {
            outcome: row.last_outcome as NoticeOutcomeKind,
            fault: (row.last_fault as NoticeFault | null) ?? undefined,
            at: row.last_at,
            nextAt: row.next_at ?? undefined,
          },
  };
}
