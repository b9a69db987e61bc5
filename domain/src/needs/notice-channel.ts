/** Ways out of the house for news, each chosen by a body for its own people. */
export const noticeChannelKinds = ['dingtalk', 'wecom', 'mail', 'webhook'] as const;
export type NoticeChannelKind = (typeof noticeChannelKinds)[number];

export const noticeChannelWords = {
  dingtalk: { zh: '钉钉群机器人', en: 'DingTalk robot' },
  wecom: { zh: '企业微信群机器人', en: 'WeCom robot' },
  mail: { zh: '电子邮件', en: 'E-mail' },
  webhook: { zh: '签名回调', en: 'Signed webhook' },
} as const satisfies Record<NoticeChannelKind, { readonly zh: string; readonly en: string }>;

/** A receiver that is told the id of a message takes it once however often it comes; a robot or a mailbox would show it twice. */
export const takesRepeats: Readonly<Record<NoticeChannelKind, boolean>> = {
  ...{ dingtalk: false, wecom: false, mail: false, webhook: true },
};

/** What the groups of DingTalk and WeCom take from one robot; more, and it is silenced for minutes. */
export const callsAMinute = 20;

/** at most so many of one organisation */
export const mostNoticeChannels = 20;

/** Minutes of the city's day, half open; over midnight when it ends before it begins. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

const offsetMs = 8 * 3_600_000;
const minuteMs = 60_000;
const dayMinutes = 1440;

/** Whether it is quiet now, by the city's clock. */
export function isQuiet(quiet: QuietHours | undefined, now: Date): boolean {
  if (!quiet) return false;
  const minute = Math.floor((now.getTime() + offsetMs) / minuteMs) % dayMinutes;
  const { from, to } = quiet;
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to;
}

/** The instant at which the quiet of now is over; now when it is not quiet. */
export function endOfQuiet(quiet: QuietHours | undefined, now: Date): Date {
  if (!quiet || !isQuiet(quiet, now)) return now;
  const local = now.getTime() + offsetMs;
  const midnight = local - (local % (dayMinutes * minuteMs));
  const end = midnight + quiet.to * minuteMs;
  return new Date((end > local ? end : end + dayMinutes * minuteMs) - offsetMs);
}

/** When a robot may be called again, given its last calls, oldest first: now, or when the oldest of twenty is a minute old. */
export function nextCall(calls: readonly Date[], now: Date): Date {
  const oldest = calls.length < callsAMinute ? undefined : calls[calls.length - callsAMinute];
  // a second more than a minute: what left here in time may arrive a little closer together
  const free = oldest === undefined ? 0 : oldest.getTime() + 61_000;
  return free <= now.getTime() ? now : new Date(free);
}
