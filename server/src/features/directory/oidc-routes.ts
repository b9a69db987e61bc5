import { ownPath } from '@zhitong/domain/directory/session-return';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { openText, sealText } from '#platform/sealed-text';
import type { AuthUse } from './auth-options.ts';
import { signInVouched } from './auth-sign-in.ts';
import { beginSignOn, finishSignOn, type SignOnTicket, type SingleSignOn } from './oidc-client.ts';
import { originOf } from './session-origin.ts';
import { isHttps, setCookies } from './session-reply.ts';

const path = '/api/session/single-sign-on';
const cookieName = 'zhitong_sign_on';
const minutes = 10;
const ticketShape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), back: z.string() });

interface OidcRoutesOptions extends AuthUse {
  readonly singleSignOn: SingleSignOn;
  readonly secureCookies: boolean;
}

/**
 * Single sign-on takes the place of the password and of nothing else: the account must be there, must be open, and where a
 * second factor is required it is asked for as ever. Nobody is created on the way.
 */
export function oidcRoutes(app: FastifyInstance, use: OidcRoutesOptions): void {
  const schema = { tags: ['directory'] };

  app.route({
    ...{ method: 'GET', url: path, schema: { ...schema, summary: 'Sends the browser to the identity provider' } },
    handler: async (request, reply) => {
      const query = z.object({ back: z.string() }).safeParse(request.query);
      const back = ownPath(query.success ? query.data.back : undefined);
      const { address, ticket } = await beginSignOn(use.singleSignOn, { uri: callbackOf(request), back });
      reply.setCookie(cookieName, sealText(JSON.stringify(ticket), use.secret, 'single-sign-on'), {
        ...{ path, httpOnly: true, sameSite: 'lax', secure: use.secureCookies || isHttps(request) },
        maxAge: minutes * 60,
      });
      return reply.redirect(address);
    },
  });

  app.route({
    ...{
      method: 'GET',
      url: `${path}/callback`,
      schema: { ...schema, summary: 'The provider sends the browser back' },
    },
    handler: async (request, reply) => {
      const ticket = readTicket(request, use.secret);
      // a ticket is good once, whatever comes of it
      reply.clearCookie(cookieName, { path });
      if (!ticket) return refuse(reply, 'failed');
      const vouched = await askProvider(request, use, ticket);
      if (vouched === 'failed') return refuse(reply, 'failed');
      const started = vouched.person === undefined ? null : await signInVouched(use, vouched.person, originOf(request));
      if (!started) return refuse(reply, 'unknown');
      setCookies(reply, started.cookies);
      const isWhole = started.who.step === 'signed-in';
      return reply.redirect(isWhole ? ticket.back : `/sign-in?back=${encodeURIComponent(ticket.back)}`);
    },
  });
}

function callbackOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}${path}/callback`;
}

function readTicket(request: FastifyRequest, secret: string): SignOnTicket | undefined {
  const sealed = request.cookies[cookieName];
  const opened = sealed === undefined ? undefined : openText(sealed, secret, 'single-sign-on');
  return opened === undefined ? undefined : ticketShape.parse(JSON.parse(opened));
}

async function askProvider(request: FastifyRequest, { singleSignOn }: OidcRoutesOptions, ticket: SignOnTicket) {
  const answer = new URL(callbackOf(request));
  answer.search = new URL(request.url, answer).search;
  try {
    return { person: await finishSignOn(singleSignOn, answer, ticket) };
  } catch (error) {
    // only its kind: the answer of a provider may hold tokens
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    request.log.warn({ reason }, 'single sign-on failed');
    return 'failed' as const;
  }
}

/** The browser stands in the middle of a navigation: the sign-in page says what happened. */
function refuse(reply: FastifyReply, problem: 'failed' | 'unknown') {
  return reply.redirect(`/sign-in?problem=single-sign-on-${problem}`);
}
