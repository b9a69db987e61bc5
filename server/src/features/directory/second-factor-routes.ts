import {
  beginSecondFactor,
  confirmSecondFactor,
  dropSecondFactor,
  getDemoCode,
  getOwnFactor,
  giveSecondFactor,
  renewRecoveryCodes,
} from '@zhitong/contract/directory/session-factor-contract';
import type { Routes } from '#platform/route';
import type { AuthUse } from './auth-options.ts';
import { checkPresentPassword } from './password-service.ts';
import {
  beginSetup,
  confirmSetup,
  demoCode,
  dropFactor,
  giveCode,
  newCodes,
  viewOwnFactor,
} from './second-factor-service.ts';
import { originOf } from './session-origin.ts';
import { present, presentWhole, replySession } from './session-reply.ts';

/** The steps of a sign-in come before the post, so these routes guard themselves by the session and its step. */
export function secondFactorRoutes(routes: Routes, use: AuthUse): void {
  const { sessions } = use;

  routes.public(giveSecondFactor, async ({ body, request, reply }) => {
    const who = await present(sessions, request);
    return replySession(reply, await giveCode(use, who, { code: body.code, from: originOf(request) }));
  });

  routes.for('session.own', getOwnFactor, async ({ request }) =>
    viewOwnFactor(use, await presentWhole(sessions, request)),
  );

  routes.public(beginSecondFactor, async ({ body, request }) => {
    const who = await present(sessions, request);
    return beginSetup(use, who, { password: body.password ?? '', from: originOf(request) });
  });

  routes.public(confirmSecondFactor, async ({ body, request, reply }) => {
    const who = await present(sessions, request);
    const { started, recoveryCodes } = await confirmSetup(use, who, { code: body.code, from: originOf(request) });
    return { session: replySession(reply, started), recoveryCodes: [...recoveryCodes] };
  });

  routes.for('session.own', dropSecondFactor, async ({ body, request, reply }) => {
    const who = await presentWhole(sessions, request);
    await checkPresentPassword(use, who, body.password);
    return replySession(reply, await dropFactor(use, who, originOf(request)));
  });

  routes.for('session.own', renewRecoveryCodes, async ({ body, request }) => {
    const who = await presentWhole(sessions, request);
    await checkPresentPassword(use, who, body.password);
    return { recoveryCodes: [...(await newCodes(use, who, originOf(request)))] };
  });

  routes.public(getDemoCode, async ({ request }) => ({ code: await demoCode(use, await present(sessions, request)) }));
}
