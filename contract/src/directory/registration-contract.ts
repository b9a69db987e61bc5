import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id } from '../values.ts';
import { claim, claimFileIds, claimWords } from './claim-contract.ts';
import { evidenceFile } from './evidence-contract.ts';

export const findFirms = endpoint({
  method: 'GET',
  path: '/api/registration/firms',
  tag: 'directory',
  summary: 'Firms of the directory by part of the name or the whole credit code: name and place only, at most five',
  status: 200,
  query: z.object({ q: z.string().trim().min(2).max(100) }),
  reply: z.object({ firms: z.array(z.object({ id, name: z.string(), region: z.string().nullable() })) }),
});

export const register = endpoint({
  method: 'POST',
  path: '/api/registration',
  tag: 'directory',
  summary:
    'Ask for an account and a firm at once. The user name gets four digits behind it, so that nobody learns which names are taken; the account has no rights until the bureau approves',
  status: 201,
  body: z.object({
    /** in the directory, or as on its licence */
    firm: z.union([
      z.object({ id }),
      z.object({ name: z.string().max(200), creditCode: z.string().max(60).default('') }),
    ]),
    name: z.string().max(80),
    phone: z.string().max(40),
    username: z.string().max(60),
    password: z.string().max(400),
    words: claimWords.default(''),
  }),
  reply: z.object({ username: z.string() }),
});

export const getRegistration = endpoint({
  method: 'GET',
  path: '/api/registration',
  tag: 'directory',
  summary: 'How one’s own registration stands',
  status: 200,
  reply: z.object({ claim }),
});

export const addRegistrationEvidence = endpoint({
  method: 'POST',
  path: '/api/registration/evidence',
  tag: 'directory',
  summary: 'Hand in one file with one’s registration: multipart/form-data with the field `file`',
  status: 201,
  reply: evidenceFile,
});

export const supplementRegistration = endpoint({
  method: 'POST',
  path: '/api/registration/supplements',
  tag: 'directory',
  summary: 'Add files or words to one’s registration; a returned one goes back to the bureau',
  status: 200,
  body: z.object({ evidence: claimFileIds.default([]), words: claimWords.default('') }),
  reply: z.object({ claim }),
});

export const withdrawRegistration = endpoint({
  method: 'POST',
  path: '/api/registration/withdrawal',
  tag: 'directory',
  summary: 'Take one’s registration back',
  status: 200,
  reply: z.object({ claim }),
});
