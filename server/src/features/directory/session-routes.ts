import {
  getSession,
  getWelcome,
  putPreferences,
  type Session,
  signIn,
  signOut,
} from '@zhitong/contract/directory/session-contract';
import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Database } from '#platform/database';
import type { LiveStreams } from '#platform/live-streams';
import type { ReadViewer, Routes } from '#platform/route';
import { type Sessions, type SignedIn, viewerOf } from './session-service.ts';
import type { SignedInPerson } from './session-store.ts';
import { viewWelcome } from './welcome-views.ts';

export interface SessionRoutesOptions {
  readonly sessions: Sessions;
  readonly database: Database;
  readonly live: LiveStreams;
  /** of this installation */
  readonly city: string;
  readonly demo: boolean;
}

export function sessionRoutes(routes: Routes, { sessions, database, live, city, demo }: SessionRoutesOptions): void {
  routes.public(getWelcome, () => viewWelcome(database, { city, demo }));

  routes.public(signIn, async ({ body, request, reply }) => {
    const { person, cookies } = await sessions.signIn({ ...body, address: request.ip });
    setCookies(reply, cookies);
    return toSession(person);
  });

  routes.public(getSession, async ({ request, reply }) => {
    const { who, cookies } = await sessions.renew(request);
    if (!who) throw new Refusal('platform.signed-out');
    setCookies(reply, cookies);
    return toSession(who.person);
  });

  routes.public(signOut, async ({ request, reply }) => {
    const leaving = await sessions.read(request);
    setCookies(reply, await sessions.signOut(request));
    if (leaving) live.endOf(leaving.person.id);
    return { status: 'signed-out' as const };
  });

  routes.public(putPreferences, async ({ body, request }) =>
    sessions.savePreferences(await present(sessions, request), body),
  );
}

/** Who calls, in the post the page acts in; a person may hold several. */
export function readViewerFrom(sessions: Sessions): ReadViewer {
  return async (request) => {
    const signedIn = await sessions.read(request);
    return signedIn && viewerOf(signedIn, { postId: postOf(request), address: request.ip, requestId: request.id });
  };
}

/** `X-Zhitong-Post`, or `?post=` where the browser sends no header of ours: the live stream and a download. */
function postOf(request: FastifyRequest): string | undefined {
  const named = request.headers['x-zhitong-post'];
  if (typeof named === 'string') return named;
  const query = z.object({ post: z.string() }).safeParse(request.query);
  return query.success ? query.data.post : undefined;
}

/** For what belongs to the person, whatever post it acts in. */
async function present(sessions: Sessions, request: FastifyRequest): Promise<SignedIn> {
  const signedIn = await sessions.read(request);
  if (!signedIn) throw new Refusal('platform.signed-out');
  return signedIn;
}

/** What came over HTTPS (through a proxy on this machine) never goes back over plain HTTP. */
function setCookies(reply: FastifyReply, cookies: readonly string[]): void {
  const https = reply.request.protocol === 'https';
  for (const cookie of cookies) {
    const closed = https && !/;\s*secure/i.test(cookie);
    reply.header('set-cookie', closed ? `${cookie}; Secure` : cookie);
  }
}

function toSession({ id, name, preferences, posts }: SignedInPerson): Session {
  return { status: 'signed-in', person: { id, name, preferences }, posts: [...posts] };
}
