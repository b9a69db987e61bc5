import {
  changePassword,
  readPasswordLink,
  setLinkedPassword,
} from '@zhitong/contract/directory/session-password-contract';
import type { Routes } from '#platform/route';
import type { AuthUse } from './auth-options.ts';
import { changeOwnPassword, readLink, writeLinkedPassword } from './password-service.ts';
import { originOf } from './session-origin.ts';
import { present, replySession } from './session-reply.ts';

/** A new password may be due before a post may act, and a link is used by somebody who cannot sign in yet. */
export function passwordRoutes(routes: Routes, use: AuthUse): void {
  routes.public(changePassword, async ({ body, request, reply }) => {
    const who = await present(use.sessions, request);
    return replySession(reply, await changeOwnPassword(use, who, { ...body, from: originOf(request) }));
  });
  routes.public(readPasswordLink, ({ body }) => readLink(use, body.token));
  routes.public(setLinkedPassword, ({ body, request }) =>
    writeLinkedPassword(use, { ...body, from: originOf(request) }),
  );
}
