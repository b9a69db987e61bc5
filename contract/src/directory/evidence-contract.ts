import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values.ts';

export const evidenceFile = z.object({
  id,
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
});
export type EvidenceFile = z.infer<typeof evidenceFile>;

/** What somebody opens evidence for; the trail keeps it. */
export const evidencePurposes = ['review', 'own-check'] as const;
export type EvidencePurpose = (typeof evidencePurposes)[number];

export const addEvidence = endpoint({
  method: 'POST',
  path: '/api/evidence',
  tag: 'directory',
  summary:
    'Hand in one file as evidence: multipart/form-data with the field `file`; PDF, PNG, JPG or OFD, at most 10 MB',
  status: 201,
  reply: evidenceFile,
});

export const linkEvidence = endpoint({
  method: 'POST',
  path: '/api/evidence/:id/links',
  tag: 'directory',
  summary: 'A link to the file for this reader only, good for five minutes; who asked, and for what, is kept',
  status: 201,
  params: idParams,
  body: z.object({ purpose: z.enum(evidencePurposes) }),
  reply: z.object({ url: z.string(), until: instant }),
});

export const openEvidence = endpoint({
  method: 'GET',
  path: '/api/evidence/:id/content',
  tag: 'directory',
  summary: 'The file behind a link of POST /api/evidence/:id/links',
  status: 200,
  params: idParams,
  query: z.object({ link: z.string().max(1000), post: z.string().max(40).optional() }),
  reply: z.unknown(),
});
