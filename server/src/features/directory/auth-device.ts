import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSignedText, signText } from '#platform/sealed-text';

const cookieName = 'zhitong_device';
const days = 180;

/**
 * A device somebody has signed in from before carries a signed cookie for this user name. Wrong tries from it are counted by
 * themselves, so that whoever guesses from elsewhere never locks the person out at the own desk (ADR 0011). It proves nothing
 * else: password and second factor are asked for as everywhere.
 */
export function knownDevice(request: FastifyRequest, username: string, secret: string): string | undefined {
  for (const held of heldBy(request)) {
    const [id = '', signature = ''] = held.split('.');
    if (isSignedText(markOf(id, username), signature, { secret, purpose: 'device' })) return id;
  }
  return undefined;
}

interface DeviceUse {
  readonly username: string;
  readonly secret: string;
  readonly secure: boolean;
}

/** After a sign-in: the device is known for this name from now on, and for the last few others it was used with. */
export function rememberDevice(
  request: FastifyRequest,
  reply: FastifyReply,
  { username, secret, secure }: DeviceUse,
): void {
  if (knownDevice(request, username, secret) !== undefined) return;
  const id = randomBytes(12).toString('base64url');
  const mine = `${id}.${signText(markOf(id, username), secret, 'device')}`;
  reply.setCookie(cookieName, [mine, ...heldBy(request)].slice(0, 5).join('~'), {
    ...{ path: '/api/session', httpOnly: true, sameSite: 'strict', secure, maxAge: days * 86_400 },
  });
}

function heldBy(request: FastifyRequest): readonly string[] {
  return request.cookies[cookieName]?.split('~').slice(0, 5) ?? [];
}

function markOf(id: string, username: string): string {
  return `${id}:${username.toLowerCase()}`;
}
