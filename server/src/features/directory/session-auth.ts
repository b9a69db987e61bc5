import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { username } from 'better-auth/plugins';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';

export interface AuthOptions {
  readonly pool: pg.Pool;
  readonly secret: string;
  /** cookies go over HTTPS only: everywhere but on a loopback address */
  readonly secureCookies: boolean;
}

/** The path, below the base address, that checks a name and a password. It is called in-process only, never mounted. */
export const signInPath = '/api/auth/sign-in/username';
export const authOrigin = 'http://localhost';

/** Sign-ins of one address within the window, so that one guesser slows down itself and nobody else. */
const perAddress = { window: 60, max: 60 };

/**
 * Accounts, passwords and sessions, in the schema `auth`. Its cookie cache stays off: a copied pair of cookies would outlive a
 * sign-out by minutes. `Sessions` keeps what it has verified for some seconds instead, and forgets it at sign-out.
 */
export function createAuth({ pool, secret, secureCookies }: AuthOptions) {
  return betterAuth({
    baseURL: authOrigin,
    basePath: '/api/auth',
    secret,
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }) }).withSchema('auth'), type: 'postgres' },
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 400 },
    plugins: [
      username({ minUsernameLength: 1, maxUsernameLength: 200, usernameValidator: (name) => !/\p{Cc}/u.test(name) }),
    ],
    rateLimit: { enabled: true, storage: 'memory', customRules: { '/sign-in/username': perAddress } },
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

/** What really went wrong: Better Auth wraps a lost database into an answer of its own. A mere "no" gives undefined. */
export function faultBehind(error: unknown): unknown {
  if (!isAPIError(error)) return error;
  return error.statusCode >= 500 ? (error.cause ?? error) : undefined;
}

export type Auth = ReturnType<typeof createAuth>;
