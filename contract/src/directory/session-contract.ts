import { organisationKinds, postRoles } from '@zhitong/domain/directory/organisation';
import { sessionSteps } from '@zhitong/domain/directory/session-step';
import { languages } from '@zhitong/domain/language';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { cityCode, id, instant, organisationLink } from '../values.ts';

export const preferences = z.object({
  language: z.enum(languages).optional(),
  density: z.enum(['comfortable', 'compact', 'large']).optional(),
  theme: z.enum(['light', 'dark', 'system']).optional(),
  /** single-letter shortcuts; on unless switched off */
  shortcuts: z.boolean().optional(),
});
export type Preferences = z.infer<typeof preferences>;

const post = z.object({
  id,
  /** the kind of organisation and the role decide which places the menu holds */
  organisation: organisationLink.extend({ kind: z.enum(organisationKinds) }),
  role: z.enum(postRoles),
});

export const session = z.object({
  /** what is still missing; before `signed-in` the session can do nothing but the next step, and shows no posts */
  status: z.enum(sessionSteps),
  person: z.object({ id, name: z.string(), preferences }),
  posts: z.array(post),
  /** whose screens are looked at, until when; absent: one's own */
  viewing: z.object({ person: z.object({ id, name: z.string() }), post, until: instant }).optional(),
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

const openSession = z.object({
  id: z.string(),
  /** the one that asks */
  own: z.boolean(),
  address: z.string(),
  /** what the browser says of itself */
  device: z.string(),
  signedInAt: instant,
  lastUsedAt: instant,
});
export type OpenSession = z.infer<typeof openSession>;

export const listOwnSessions = endpoint({
  method: 'GET',
  path: '/api/session/sessions',
  tag: 'directory',
  summary: 'Where I am signed in, the last used first',
  status: 200,
  reply: z.object({ sessions: z.array(openSession) }),
});

export const endOwnSession = endpoint({
  method: 'DELETE',
  path: '/api/session/sessions/:id',
  tag: 'directory',
  summary: 'End one of my other sessions; it stops working at once',
  status: 200,
  params: z.object({ id: z.string().max(64) }),
  reply: z.object({ ended: z.number().int() }),
});

export const endOtherSessions = endpoint({
  method: 'DELETE',
  path: '/api/session/sessions',
  tag: 'directory',
  summary: 'End all my sessions but this one',
  status: 200,
  reply: z.object({ ended: z.number().int() }),
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
    /** the words on the button of single sign-on; null: not switched on */
    singleSignOn: z.string().nullable().default(null),
    signIns: z.array(
      z.object({
        username: z.string(),
        password: z.string(),
        organisation: z.string(),
        zh: z.string(),
        en: z.string(),
        /** the published secret of the demo accounts that need a second factor */
        secondFactor: z.string().nullable().default(null),
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
