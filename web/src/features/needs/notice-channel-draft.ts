import type { NoticeChannel } from '@zhitong/contract/needs/notice-channel-contract';
import type { NoticeChannelKind } from '@zhitong/domain/needs/notice-channel';

/** What is being typed about a channel. */
export interface ChannelDraft {
  readonly kind: NoticeChannelKind;
  readonly name: string;
  /** whose cases alone; empty: everything of the organisation */
  readonly personId: string;
  readonly address: string;
  readonly key: string;
  readonly digest: string;
  readonly quiet: boolean;
  readonly from: string;
  readonly to: string;
  readonly language: 'zh' | 'en';
  readonly enabled: boolean;
}

export function draftOf(present: NoticeChannel | undefined): ChannelDraft {
  return {
    kind: present?.kind ?? 'dingtalk',
    name: present?.name ?? '',
    personId: '',
    ...{ address: '', key: '' },
    digest: String(present?.digestMinutes ?? 5),
    quiet: present ? present.quiet !== null : true,
    from: clockOf(present?.quiet?.from ?? 22 * 60),
    to: clockOf(present?.quiet?.to ?? 7 * 60),
    language: present?.language ?? 'zh',
    enabled: present?.enabled ?? true,
  };
}

/** What both adding and changing say. */
export function settingsOf({ name, language, digest, quiet, from, to }: ChannelDraft) {
  const span = { from: minuteOf(from) ?? 0, to: minuteOf(to) ?? 0 };
  return { name, language, digestMinutes: Number(digest), quiet: quiet ? span : null };
}

export function isQuietRight({ quiet, from, to }: ChannelDraft): boolean {
  return !quiet || (minuteOf(from) !== undefined && minuteOf(to) !== undefined && from !== to);
}

/** 1320 → `22:00` */
export const clockOf = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

function minuteOf(clock: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(clock) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
