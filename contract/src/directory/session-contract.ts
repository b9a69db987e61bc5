import { postRoles } from '@zhitong/domain/directory/organisation';
import { languages } from '@zhitong/domain/language';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { cityCode, id, organisationLink } from '../values.ts';

export const preferences = z.object({
  language: z.enum(languages).optional(),
  density: z.enum(['comfortable', 'compact', 'large']).optional(),
  theme: z.enum(['light', 'dark', 'system']).optional(),
  /** single-letter shortcuts; on unless switched off */
  shortcuts: z.boolean().optional(),
});
export type Preferences = z.infer<typeof preferences>;

export const session = z.object({
  status: z.enum(['signed-in', 'second-factor']),
  person: z.object({ id, name: z.string(), preferences }),
  posts: z.array(z.object({ id, organisation: organisationLink, role: z.enum(postRoles) })),
});
export type Session = z.infer<typeof session>;

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  tag: 'directory',
  summary: 'Sign in with user name and password; sets the session cookie',
  status: 200,
  body: z.object({ username: z.string().max(200), password: z.string().max(400) }),
  reply: session,
});

export const getSession = endpoint({
  method: 'GET',
  path: '/api/session',
  tag: 'directory',
  summary: 'Who is signed in',
  status: 200,
  reply: session,
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  tag: 'directory',
  summary: 'Sign out; the cookie stops working at once',
  status: 200,
  reply: z.object({ status: z.literal('signed-out') }),
});

export const putPreferences = endpoint({
  method: 'PUT',
  path: '/api/session/preferences',
  tag: 'directory',
  summary: 'Language, density and theme of the signed-in person',
  status: 200,
  body: preferences,
  reply: preferences,
});

/** What the sign-in page must know before anybody is signed in. */
export const getWelcome = endpoint({
  method: 'GET',
  path: '/api/welcome',
  tag: 'directory',
  summary: 'City of this installation, whether it shows demo data, and the demo sign-ins',
  status: 200,
  reply: z.object({
    city: z.object({ code: cityCode, name: z.string() }),
    demo: z.boolean(),
    signIns: z.array(
      z.object({
        username: z.string(),
        password: z.string(),
        organisation: z.string(),
        zh: z.string(),
        en: z.string(),
      }),
    ),
  }),
});

export const getHealth = endpoint({
  method: 'GET',
  path: '/api/health',
  tag: 'platform',
  summary: 'Whether the server and its database answer',
  status: 200,
  reply: z.object({ status: z.literal('ok'), version: z.string(), database: z.enum(['embedded', 'external']) }),
});
