import {
  endOtherSessions,
  endOwnSession,
  getSession,
  getWelcome,
  listOwnSessions,
  putPreferences,
  signIn,
  signOut,
} from '@zhitong/contract/directory/session-contract';
import { Refusal } from '@zhitong/domain/refusal';
import type { Routes } from '#platform/route';
import { knownDevice, rememberDevice } from './auth-device.ts';
import type { AuthUse } from './auth-options.ts';
import { signInByPassword } from './auth-sign-in.ts';
import { endSessions, noteSignOut, viewSessions } from './session-list.ts';
import { originOf } from './session-origin.ts';
import { changePreferences } from './session-preferences.ts';
import { isHttps, presentWhole, replySession, setCookies, toSession } from './session-reply.ts';
import { endViewing } from './viewing-service.ts';
import { viewWelcome } from './welcome-views.ts';

export interface SessionRoutesOptions extends AuthUse {
  readonly demo: boolean;
  readonly secureCookies: boolean;
  /** the words on the button of single sign-on */
  readonly singleSignOn: string | null;
}

/** What a sign-in itself needs is public: it guards itself by the session and by its step. */
export function sessionRoutes(routes: Routes, use: SessionRoutesOptions): void {
  const { sessions, database } = use;

  routes.public(getWelcome, () => viewWelcome(database, use));

  routes.public(signIn, async ({ body, request, reply }) => {
    const username = body.username.trim();
    const device = knownDevice(request, username, use.secret);
    const started = await signInByPassword(use, { ...body, username, device }, originOf(request));
    const secure = use.secureCookies || isHttps(request);
    const session = replySession(reply, started);
    rememberDevice(request, reply, { username, secret: use.secret, secure });
    return session;
  });

  routes.public(getSession, async ({ request }) => {
    const who = await sessions.readAfresh(request);
    if (!who) throw new Refusal('platform.signed-out');
    // a page asks who is there when the time is over, and so the trail learns of it
    if (who.viewing && !who.viewing.open) await endViewing(use, who, { how: 'time-over', from: originOf(request) });
    return toSession(who);
  });

  routes.public(signOut, async ({ request, reply }) => {
    const leaving = await sessions.read(request);
    if (leaving) {
      await endViewing(use, leaving, { how: 'signed-out', from: originOf(request) });
      await sessions.end(leaving.account, { only: leaving.sessionId });
      await noteSignOut(use, leaving, originOf(request));
    }
    setCookies(reply, await sessions.farewellCookies(request));
    return { status: 'signed-out' as const };
  });

  routes.public(putPreferences, async ({ body, request }) =>
    changePreferences(use, await presentWhole(sessions, request), { changed: body, from: originOf(request) }),
  );

  routes.for('session.own', listOwnSessions, async ({ request }) => ({
    sessions: await viewSessions(use, await presentWhole(sessions, request)),
  }));

  routes.public(endOwnSession, async ({ params, request }) => {
    const who = await presentWhole(sessions, request);
    if (params.id === who.sessionId) throw new Refusal('platform.not-found');
    return { ended: await endSessions(use, who, { which: { only: params.id }, from: originOf(request) }) };
  });

  routes.for('session.own', endOtherSessions, async ({ request }) => {
    const who = await presentWhole(sessions, request);
    return { ended: await endSessions(use, who, { which: { except: who.sessionId }, from: originOf(request) }) };
  });
}
