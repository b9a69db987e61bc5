import { createHmac } from 'node:crypto';
import type { NoticeChannelKind } from '@zhitong/domain/needs/notice-channel';
import { digestText, digestTitle, type NoticeDigest, testText } from '@zhitong/domain/needs/notice-digest';
import type { ChannelKey } from './notice-channel-sealing.ts';

/** What is said, to whom it belongs, and by which id a receiver knows that it has it already. */
export interface NoticeMessage {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly channelName: string;
  readonly language: 'zh' | 'en';
  /** absent: a test message */
  readonly digest?: NoticeDigest | undefined;
}

export interface HttpMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** As much as a robot takes: markdown of WeCom ends at 4096 bytes, of DingTalk at 20,000. */
const mostBytes = { dingtalk: 18_000, wecom: 4_096, mail: 60_000, webhook: 0 } as const satisfies Record<
  NoticeChannelKind,
  number
>;

export function messageText(kind: NoticeChannelKind, { digest, language, channelName }: NoticeMessage): string {
  return digest ? digestText(digest, language, mostBytes[kind]) : testText(channelName, language);
}

export function messageTitle({ digest, language, channelName }: NoticeMessage): string {
  return digest ? digestTitle(digest, language) : testText(channelName, language);
}

/** The call of a robot or webhook, signed as its receiver wants it. */
export function httpMessage(
  kind: Exclude<NoticeChannelKind, 'mail'>,
  { message, opened, now }: { message: NoticeMessage; opened: ChannelKey; now: Date },
): HttpMessage {
  return writers[kind](message, opened, now);
}

type Writer = (message: NoticeMessage, opened: ChannelKey, now: Date) => HttpMessage;

const json = { 'content-type': 'application/json; charset=utf-8' } as const;

const writers: Readonly<Record<Exclude<NoticeChannelKind, 'mail'>, Writer>> = {
  dingtalk: (message, { address, key }, now) => {
    const markdown = { title: messageTitle(message), text: messageText('dingtalk', message) };
    return {
      url: key === '' ? address : signedForDingtalk(address, key, now),
      headers: json,
      body: JSON.stringify({ msgtype: 'markdown', markdown }),
    };
  },
  wecom: (message, { address }) => {
    const markdown = { content: messageText('wecom', message) };
    return { url: address, headers: json, body: JSON.stringify({ msgtype: 'markdown', markdown }) };
  },
  webhook: (message, { address, key }, now) => {
    const { id, organisation, digest } = message;
    const lines = digest?.lines.map(({ text, count, link }) => ({ text, count, link })) ?? [];
    const what = digest ? ('digest' as const) : ('test' as const);
    const body = JSON.stringify({ id, kind: what, organisation, lines, more: digest?.more ?? 0 });
    const timestamp = String(now.getTime());
    return {
      url: address,
      headers: {
        ...json,
        'idempotency-key': id,
        'x-zhitong-timestamp': timestamp,
        'x-zhitong-signature': `sha256=${createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')}`,
      },
      body,
    };
  },
};

/** `timestamp\nsecret` under the secret, as the guard 加签 of a group robot computes it. */
function signedForDingtalk(address: string, key: string, now: Date): string {
  const timestamp = String(now.getTime());
  const sign = createHmac('sha256', key).update(`${timestamp}\n${key}`).digest('base64');
  const url = new URL(address);
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set('sign', sign);
  return url.href;
}
