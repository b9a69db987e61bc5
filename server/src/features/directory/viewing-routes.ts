import { endViewing as endContract, startViewing as startContract } from '@zhitong/contract/directory/viewing-contract';
import { Refusal } from '@zhitong/domain/refusal';
import type { Routes } from '#platform/route';
import type { AuthUse } from './auth-options.ts';
import { originOf } from './session-origin.ts';
import { present, presentWhole, toSession } from './session-reply.ts';
import { endViewing, startViewing } from './viewing-service.ts';

/** Looking at the screens of somebody else, and ending it. */
export function viewingRoutes(routes: Routes, use: AuthUse): void {
  const { sessions } = use;

  routes.for('viewing.start', startContract, async ({ params, body, request }, viewer) => {
    const who = await presentWhole(sessions, request);
    await startViewing(use, { viewer, who }, { postId: params.id, purpose: body.purpose });
    return toSession(await present(sessions, request));
  });

  // public: while it lasts, the post of the session is somebody else's
  routes.public(endContract, async ({ request }) => {
    const who = await presentWhole(sessions, request);
    const ended = await endViewing(use, who, { how: 'by-hand', from: originOf(request) });
    if (!ended) throw new Refusal('platform.not-found');
    return toSession(await present(sessions, request));
  });
}
