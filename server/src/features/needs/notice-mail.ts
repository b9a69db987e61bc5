import type { NoticeOutcome } from '@zhitong/domain/needs/notice-outcome';
import { createTransport } from 'nodemailer';
import type { NoticeSettings } from './notice-channel-deps.ts';
import { messageText, messageTitle, type NoticeMessage } from './notice-message.ts';

const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 8_000 } as const;

/** Hands one mail in at the operator's mail server. */
export async function sendMail(
  { mailServer }: NoticeSettings,
  { message, to }: { message: NoticeMessage; to: string },
): Promise<NoticeOutcome> {
  if (!mailServer) return { kind: 'fault', fault: 'mail-missing' };
  const transport = createTransport({
    url: mailServer.url,
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: mailServer.from,
      to: { name: '', address: to },
      subject: messageTitle(message),
      text: messageText('mail', message),
      messageId: `<${message.id}@zhitong>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { kind: 'sent' };
  } catch (error) {
    return readMailError(error);
  } finally {
    transport.close();
  }
}

/** A reply code says what became of it (RFC 5321 §4.2.1); without one it counts whether the text was on its way. */
function readMailError(error: unknown): NoticeOutcome {
  const { responseCode, command } = fieldsOf(error);
  if (responseCode === 530 || responseCode === 534 || responseCode === 535)
    return { kind: 'fault', fault: 'mail-sign-in' };
  if (responseCode >= 500) return { kind: 'fault', fault: command === 'RCPT TO' ? 'mail-receiver' : 'refused' };
  if (responseCode >= 400) return responseCode === 450 || responseCode === 452 ? slowDown : { kind: 'again' };
  return command === 'DATA' || command === '' ? { kind: 'unknown' } : { kind: 'again' };
}

const slowDown = { kind: 'slow-down', waitMs: 60_000 } as const;

function fieldsOf(error: unknown): { readonly responseCode: number; readonly command: string } {
  if (!(error instanceof Error)) return { responseCode: 0, command: '' };
  const code = 'responseCode' in error ? Number(error.responseCode) : 0;
  const command = 'command' in error ? String(error.command) : '';
  // nothing was said yet when the server could not be reached
  const reached = !('code' in error) || !/^(ECONNREFUSED|EDNS|ENOTFOUND|ECONNECTION)$/.test(String(error.code));
  return { responseCode: Number.isInteger(code) ? code : 0, command: reached ? command : 'CONN' };
}
