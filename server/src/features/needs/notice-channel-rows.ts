import type { NoticeChannelKind, QuietHours } from '@zhitong/domain/needs/notice-channel';
import type { NoticeFault, NoticeOutcomeKind } from '@zhitong/domain/needs/notice-outcome';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

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

export function selectChannels(tx: Tx, city: string) {
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

export function listedOf(row: Row): ListedChannel {
  const { city, id, name, sealed, keyed, robot, enabled, waiting } = row;
  return {
    ...{ city, id, name, sealed, keyed, robot, enabled, waiting },
    kind: wordColumn<NoticeChannelKind>(row.kind),
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
            outcome: wordColumn<NoticeOutcomeKind>(row.last_outcome),
            fault: row.last_fault === null ? undefined : wordColumn<NoticeFault>(row.last_fault),
            at: row.last_at,
            nextAt: row.next_at ?? undefined,
          },
  };
}
