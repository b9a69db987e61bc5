import type { Session } from '@zhitong/contract/directory/session-contract';
import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Sessions, SignedIn } from './session-service.ts';

/** What the page learns of its session: posts only once it may act in one. */
export function toSession({ person: { id, name, preferences, posts }, step, viewing }: SignedIn): Session {
  const session = { status: step, person: { id, name, preferences }, posts: step === 'signed-in' ? [...posts] : [] };
  if (step !== 'signed-in' || !viewing?.open) return session;
  const { person, post } = viewing.open;
  return { ...session, viewing: { person, post, until: viewing.until.toISOString() } };
}

/** Sets the cookies of a session that has just begun or gone on under a new id. */
export function replySession(
  reply: FastifyReply,
  started: { readonly who: SignedIn; readonly cookies: readonly string[] } | null,
): Session {
  // the account was locked in this very moment
  if (!started) throw new Refusal('platform.signed-out');
  setCookies(reply, started.cookies);
  return toSession(started.who);
}

/** What came over HTTPS (through a proxy on this machine) never goes back over plain HTTP. */
export function setCookies(reply: FastifyReply, cookies: readonly string[]): void {
  for (const cookie of cookies) {
    const closed = isHttps(reply.request) && !/;\s*secure/i.test(cookie);
    reply.header('set-cookie', closed ? `${cookie}; Secure` : cookie);
  }
}

export function isHttps(request: FastifyRequest): boolean {
  return request.protocol === 'https';
}

/** Whoever is there, whichever step is missing. */
export async function present(sessions: Sessions, request: FastifyRequest): Promise<SignedIn> {
  const who = await sessions.read(request);
  if (!who) throw new Refusal('platform.signed-out');
  return who;
}

/** For what belongs to the person, whatever post it acts in, and even without one. */
export async function presentWhole(sessions: Sessions, request: FastifyRequest): Promise<SignedIn> {
  const who = await present(sessions, request);
  if (who.step !== 'signed-in') throw new Refusal('directory.step-missing');
  return who;
}
