import type { BetterAuthPlugin } from 'better-auth';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint, isAPIError } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { username } from 'better-auth/plugins';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { z } from 'zod';

export interface AuthOptions {
  readonly pool: pg.Pool;
  readonly secret: string;
  /** cookies go over HTTPS only: everywhere but on a loopback address */
  readonly secureCookies: boolean;
  /** how long a session lasts at most, whatever happens */
  readonly absoluteHours: number;
}

/**
 * Keeper of accounts, sessions and the signed cookie, in the schema `auth`. Nothing of it is mounted: what the city demands of
 * a sign-in (growing delays, second factor, time-outs, links) is decided by us before a session is started here (ADR 0011).
 * Its cookie cache stays off: a copied pair of cookies would outlive a sign-out by minutes (ADR 0008).
 */
export function createAuth({ pool, secret, secureCookies, absoluteHours }: AuthOptions) {
  return betterAuth({
    baseURL: 'http://localhost',
    basePath: '/api/auth',
    secret,
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }) }).withSchema('auth'), type: 'postgres' },
    plugins: [username(), sessionStart],
    session: {
      expiresIn: absoluteHours * 3600,
      disableSessionRefresh: true,
      additionalFields: {
        signedInAt: { type: 'date', input: false },
        lastUsedAt: { type: 'date', input: false },
        factorAt: { type: 'date', required: false, input: false },
        method: { type: 'string', input: false },
        viewingPost: { type: 'string', required: false, input: false },
        viewingUntil: { type: 'date', required: false, input: false },
      },
    },
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: secureCookies,
      cookies: { session_token: { name: 'zhitong_session' } },
      ipAddress: { ipAddressHeaders: ['x-real-ip'] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    onAPIError: { throw: true },
  });
}

/** A session for somebody whose proofs we have checked; it always gets a new id, so that none can be planted beforehand. */
const sessionStart = {
  id: 'session-start',
  endpoints: {
    startSession: createAuthEndpoint.serverOnly(
      {
        method: 'POST',
        requireHeaders: true,
        body: z.object({
          userId: z.string(),
          signedInAt: z.date(),
          lastUsedAt: z.date(),
          factorAt: z.date().nullable(),
          method: z.enum(['password', 'single-sign-on']),
        }),
      },
      async (ctx) => {
        const { userId, ...facts } = ctx.body;
        const user = await ctx.context.internalAdapter.findUserById(userId);
        if (!user) throw new Error('a session for an account that is not there');
        const session = await ctx.context.internalAdapter.createSession(userId, false, facts, true);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ id: session.id });
      },
    ),
  },
} satisfies BetterAuthPlugin;

/** What really went wrong: Better Auth wraps a lost database into an answer of its own. A mere "no" gives undefined. */
export function faultBehind(error: unknown): unknown {
  if (!isAPIError(error)) return error;
  return error.statusCode >= 500 ? (error.cause ?? error) : undefined;
}

export type Auth = ReturnType<typeof createAuth>;
