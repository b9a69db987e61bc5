import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { session } from './session-contract.ts';

/** Six digits from the phone, or a recovery code as it was written down. */
const code = z.string().trim().min(1).max(40);
const password = z.string().max(400);
const recoveryCodes = z.array(z.string());

export const giveSecondFactor = endpoint({
  method: 'POST',
  path: '/api/session/second-factor',
  tag: 'directory',
  summary: 'The second step of a sign-in: a code of the phone or a recovery code; the session gets a new id',
  status: 200,
  body: z.object({ code }),
  reply: session,
});

export const getOwnFactor = endpoint({
  method: 'GET',
  path: '/api/session/second-factor',
  tag: 'directory',
  summary: 'Whether my second factor is on, whether my posts require it, and how many recovery codes are left',
  status: 200,
  reply: z.object({
    username: z.string(),
    factor: z.enum(['on', 'off']),
    required: z.boolean(),
    recoveryCodesLeft: z.number().int(),
  }),
});

export const beginSecondFactor = endpoint({
  method: 'POST',
  path: '/api/session/second-factor/setup',
  tag: 'directory',
  summary:
    'Begin setting up the second factor; answers the secret for the phone, which is in force only once confirmed',
  status: 200,
  /** not asked for while the sign-in itself leads here: the password was given a moment ago */
  body: z.object({ password: password.optional() }),
  reply: z.object({ secret: z.string(), address: z.string() }),
});

export const confirmSecondFactor = endpoint({
  method: 'POST',
  path: '/api/session/second-factor/setup/confirmation',
  tag: 'directory',
  summary: 'Confirm the second factor with a code; answers the recovery codes, this once',
  status: 200,
  body: z.object({ code }),
  reply: z.object({ session, recoveryCodes }),
});

export const dropSecondFactor = endpoint({
  method: 'POST',
  path: '/api/session/second-factor/removal',
  tag: 'directory',
  summary: 'Switch my second factor off, where my posts do not require it',
  status: 200,
  body: z.object({ password }),
  reply: session,
});

export const renewRecoveryCodes = endpoint({
  method: 'POST',
  path: '/api/session/second-factor/recovery-codes',
  tag: 'directory',
  summary: 'New recovery codes; the old ones stop working',
  status: 200,
  body: z.object({ password }),
  reply: z.object({ recoveryCodes }),
});

export const getDemoCode = endpoint({
  method: 'GET',
  path: '/api/session/second-factor/demo-code',
  tag: 'directory',
  summary: 'Demo accounts only: the code their published secret gives now',
  status: 200,
  reply: z.object({ code: z.string() }),
});
