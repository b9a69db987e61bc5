import type { NoticeChannelKind } from '@zhitong/domain/needs/notice-channel';
import { type NoticeOutcome, readAnswer } from '@zhitong/domain/needs/notice-outcome';
import { callOut } from './notice-call.ts';
import type { NoticeDeps } from './notice-channel-deps.ts';
import { openChannelKey } from './notice-channel-sealing.ts';
import { sendMail } from './notice-mail.ts';
import { httpMessage, type NoticeMessage } from './notice-message.ts';

export interface Sending {
  readonly kind: NoticeChannelKind;
  readonly sealed: string;
  readonly message: NoticeMessage;
}

/** Sends one message and says what became of it. Never within a transaction. */
export async function sendNotice(
  { notices, secret, effects }: Pick<NoticeDeps, 'notices' | 'secret' | 'effects'>,
  { kind, sealed, message }: Sending,
): Promise<NoticeOutcome> {
  const opened = openChannelKey(sealed, secret);
  if (!opened) return { kind: 'fault', fault: 'key-lost' };
  if (kind === 'mail') return sendMail(notices, { message, to: opened.address });
  const called = await callOut(httpMessage(kind, { message, opened, now: effects.now() }), notices);
  if (called.kind === 'answer') return readAnswer(kind, called.answer, effects.now());
  if (called.kind === 'inner') return { kind: 'fault', fault: 'bad-address' };
  return { kind: called.kind === 'lost' ? 'unknown' : 'again' };
}
