import { postRoles } from '@zhitong/domain/directory/organisation';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, organisationLink } from '../values.ts';

/** `never-used`: nobody has signed in with it yet. */
export const accountStates = ['active', 'locked', 'never-used'] as const;
export type AccountState = (typeof accountStates)[number];

/** `missing`: a post requires it, and it is not on yet. */
export const factorStates = ['on', 'off', 'missing'] as const;
export type FactorState = (typeof factorStates)[number];

const posts = z.array(z.object({ id, organisation: organisationLink, role: z.enum(postRoles) }));

const account = z.object({
  id,
  username: z.string(),
  person: z.object({ id, name: z.string() }),
  posts,
  state: z.enum(accountStates),
  /** wrong tries: until then no password is looked at */
  waitsUntil: instant.nullable(),
  factor: z.enum(factorStates),
  /** open sessions */
  sessions: z.number().int(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  own: z.boolean(),
});
export type Account = z.infer<typeof account>;

/** A link the administrator hands over; it shows no password and works once. */
const passwordLink = z.object({ path: z.string(), expiresAt: instant });
export type PasswordLink = z.infer<typeof passwordLink>;

const page = {
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

export const listAccounts = endpoint({
  method: 'GET',
  path: '/api/accounts',
  tag: 'directory',
  summary: 'Accounts of the city, by user name; state and second factor narrow the list',
  status: 200,
  query: z.object({
    q: z.string().max(100).default(''),
    state: z.enum(accountStates).optional(),
    factor: z.enum(factorStates).optional(),
    ...page,
  }),
  reply: z.object({ total: z.number().int(), accounts: z.array(account) }),
});

export const listAccountless = endpoint({
  method: 'GET',
  path: '/api/people-without-account',
  tag: 'directory',
  summary: 'People who hold a post and cannot sign in yet',
  status: 200,
  query: z.object({ q: z.string().max(100).default(''), limit: z.coerce.number().int().min(1).max(50).default(20) }),
  reply: z.object({ people: z.array(z.object({ id, name: z.string(), posts })) }),
});

export const openAccount = endpoint({
  method: 'POST',
  path: '/api/accounts',
  tag: 'directory',
  summary: 'Open an account for somebody who holds a post; answers the link with which the password is set',
  status: 201,
  body: z.object({ personId: id, username: z.string().trim().max(60) }),
  reply: z.object({ account, link: passwordLink }),
});

export const resetPassword = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/password-link',
  tag: 'directory',
  summary: 'A new link to set the password; the present password and all sessions end at once',
  status: 201,
  params: idParams,
  reply: z.object({ link: passwordLink }),
});

export const resetSecondFactor = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/second-factor-reset',
  tag: 'directory',
  summary: 'Forget the second factor of an account, e.g. of a lost phone; all its sessions end',
  status: 200,
  params: idParams,
  reply: z.object({ account }),
});

export const lockAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/lock',
  tag: 'directory',
  summary: 'Lock an account with a reason; all its sessions end at once',
  status: 200,
  params: idParams,
  body: z.object({ why: z.string().trim().min(1).max(200) }),
  reply: z.object({ account }),
});

export const unlockAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/unlock',
  tag: 'directory',
  summary: 'Unlock an account; wrong tries counted against it are forgotten',
  status: 200,
  params: idParams,
  reply: z.object({ account }),
});

export const endAccountSessions = endpoint({
  method: 'DELETE',
  path: '/api/accounts/:id/sessions',
  tag: 'directory',
  summary: 'End all sessions of an account at once',
  status: 200,
  params: idParams,
  reply: z.object({ account, ended: z.number().int() }),
});
