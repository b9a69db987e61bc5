import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { session } from './session-contract.ts';

const password = z.string().max(400);
const token = z.string().max(100);

export const changePassword = endpoint({
  method: 'PUT',
  path: '/api/session/password',
  tag: 'directory',
  summary: 'Change my password; all my other sessions end',
  status: 200,
  body: z.object({ present: password, next: password }),
  reply: session,
});

/** The token travels in the body, not in the address: addresses are written into logs. */
export const readPasswordLink = endpoint({
  method: 'POST',
  path: '/api/password-link',
  tag: 'directory',
  summary: 'Whose password a one-time link sets',
  status: 200,
  body: z.object({ token }),
  reply: z.object({ username: z.string(), person: z.string() }),
});

export const setLinkedPassword = endpoint({
  method: 'POST',
  path: '/api/password-link/password',
  tag: 'directory',
  summary: 'Set the password with a one-time link; the link and all sessions of the account end',
  status: 200,
  body: z.object({ token, password }),
  reply: z.object({ username: z.string() }),
});
