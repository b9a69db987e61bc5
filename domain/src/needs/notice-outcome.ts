import type { NoticeChannelKind } from './notice-channel.ts';

/** What is wrong with the settings of a channel: sending again would not help. */
export const noticeFaults = [
  'signature',
  'keyword',
  'caller-address',
  'unknown-robot',
  'bad-address',
  'redirected',
  'refused',
  'mail-sign-in',
  'mail-receiver',
  'mail-missing',
  'key-lost',
] as const;
export type NoticeFault = (typeof noticeFaults)[number];

/** What became of one call. */
export type NoticeOutcome =
  | { readonly kind: 'sent' }
  /** too many: the robot is left alone for so long */
  | { readonly kind: 'slow-down'; readonly waitMs: number }
  | { readonly kind: 'fault'; readonly fault: NoticeFault }
  /** it was surely not taken */
  | { readonly kind: 'again' }
  /** it may have been taken: the answer was lost */
  | { readonly kind: 'unknown' };

export const noticeOutcomeKinds = ['sent', 'slow-down', 'fault', 'again', 'unknown', 'given-up'] as const;
export type NoticeOutcomeKind = (typeof noticeOutcomeKinds)[number];

export interface HttpAnswer {
  readonly status: number;
  /** as it came */
  readonly retryAfter?: string | undefined;
  readonly body: string;
}

const minute = 60_000;
const hour = 60 * minute;

/** Reads the answer of a robot or a webhook. */
export function readAnswer(kind: Exclude<NoticeChannelKind, 'mail'>, answer: HttpAnswer, now: Date): NoticeOutcome {
  const { status } = answer;
  if (status === 429) return { kind: 'slow-down', waitMs: retryAfterMs(answer.retryAfter, now) };
  if (status >= 300 && status < 400) return { kind: 'fault', fault: 'redirected' };
  // a gateway that waited in vain does not know whether it was taken
  if (status === 502 || status === 504) return { kind: 'unknown' };
  if (status >= 500 || status === 408) return { kind: 'again' };
  if (status >= 400) return { kind: 'fault', fault: 'refused' };
  if (kind === 'webhook') return { kind: 'sent' };
  const said = codeOf(answer.body);
  // a robot that answers something else has not said that it took it
  if (!said) return { kind: 'unknown' };
  return said.code === 0 ? { kind: 'sent' } : readCode(kind, said);
}

interface SaidCode {
  readonly code: number;
  readonly message: string;
}

function readCode(kind: 'dingtalk' | 'wecom', { code, message }: SaidCode): NoticeOutcome {
  const slow = slowCodes[kind][code];
  if (slow !== undefined) return { kind: 'slow-down', waitMs: slow };
  if (busyCodes.has(code)) return { kind: 'again' };
  if (kind === 'dingtalk' && code === 310000) return { kind: 'fault', fault: dingtalkFault(message) };
  return { kind: 'fault', fault: unknownRobotCodes.has(code) ? 'unknown-robot' : 'refused' };
}

/** DingTalk silences a group robot for ten minutes after the twentieth call of a minute; WeCom counts by the minute. */
const slowCodes: Readonly<Record<'dingtalk' | 'wecom', Readonly<Record<number, number>>>> = {
  dingtalk: { 130101: 10 * minute, 130102: 10 * minute },
  wecom: { 45009: minute, 45033: minute },
};
/** the system of the other side is busy */
const busyCodes: ReadonlySet<number> = new Set([-1]);
const unknownRobotCodes: ReadonlySet<number> = new Set([300001, 300005, 40035, 93000, 93008]);

/** One code for three guards of a robot; only the words tell which. */
function dingtalkFault(message: string): NoticeFault {
  if (/keyword|关键词/i.test(message)) return 'keyword';
  if (/whitelist|\bip\b|白名单/i.test(message)) return 'caller-address';
  return 'signature';
}

function codeOf(body: string): SaidCode | undefined {
  try {
    const said: unknown = JSON.parse(body);
    if (typeof said !== 'object' || said === null || !('errcode' in said) || typeof said.errcode !== 'number')
      return undefined;
    return { code: said.errcode, message: 'errmsg' in said ? String(said.errmsg) : '' };
  } catch {
    return undefined;
  }
}

/** Seconds or a date (RFC 9110 §10.2.3), a second at least and an hour at most; a minute when nothing is said. */
function retryAfterMs(said: string | undefined, now: Date): number {
  const text = (said ?? '').trim();
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now.getTime();
  return Number.isNaN(wait) ? minute : Math.min(Math.max(wait, 1_000), hour);
}

export const mostTries = 8;

/** How long to wait after so many tries: 5 s doubled each time, a quarter of an hour at most; `random` in [0, 1) spreads it. */
export function retryDelayMs(tries: number, random: number): number {
  const whole = Math.min(5_000 * 2 ** (tries - 1), 15 * minute);
  return Math.round(whole * (0.5 + random / 2));
}
