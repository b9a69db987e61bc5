import { claimActionKinds, claimStatuses } from '@zhitong/domain/directory/claim';
import { claimReturnCodes } from '@zhitong/domain/directory/claim-return';
import { mostEvidenceFiles } from '@zhitong/domain/directory/evidence-decision';
import { postRoles } from '@zhitong/domain/directory/organisation';
import { factLevels } from '@zhitong/domain/directory/organisation-fact';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, isoDate, organisationLink } from '../values.ts';
import { lookAlike } from './duplicate-contract.ts';
import { evidenceFile } from './evidence-contract.ts';

export const claimWords = z.string().trim().max(500);
export const claimFileIds = z.array(id).max(mostEvidenceFiles);

export const claim = z.object({
  id,
  /** `id` null: not in the directory yet */
  firm: z.object({
    id: id.nullable(),
    name: z.string(),
    creditCode: z.string().nullable(),
    region: z.string().nullable(),
  }),
  claimant: z.object({
    name: z.string(),
    organisation: organisationLink.nullable(),
    /** of somebody who registered; for the bureau only */
    phone: z.string().optional(),
  }),
  status: z.enum(claimStatuses),
  level: z.enum(factLevels),
  /** somebody spoke for the firm already */
  contest: z.boolean(),
  at: instant,
  files: z.array(evidenceFile),
  actions: z.array(
    z.object({
      kind: z.enum(claimActionKinds),
      by: z.string(),
      code: z.enum(claimReturnCodes).nullable(),
      words: z.string(),
      files: z.number().int(),
      at: instant,
    }),
  ),
  /** what the reader may do now */
  allowed: z.array(z.enum(claimActionKinds)),
  /** who speaks for the firm now; for the bureau only */
  holders: z.array(z.object({ name: z.string(), role: z.enum(postRoles), since: isoDate })).optional(),
  /** firms of the directory that may be the same, with reasons; for the bureau only */
  alike: z.array(lookAlike).optional(),
});
export type Claim = z.infer<typeof claim>;

export const claimRow = claim.omit({ files: true, actions: true, allowed: true, holders: true, alike: true }).extend({
  files: z.number().int(),
  /** of the last action */
  changedAt: instant,
  returned: z.object({ code: z.enum(claimReturnCodes).nullable(), words: z.string() }).nullable(),
});
export type ClaimRow = z.infer<typeof claimRow>;

export const makeClaim = endpoint({
  method: 'POST',
  path: '/api/organisations/:id/claims',
  tag: 'directory',
  summary: 'Claim a firm, with the ids of files handed in before (none: self-declared)',
  status: 201,
  params: idParams,
  body: z.object({ evidence: claimFileIds.default([]), words: claimWords.default('') }),
  reply: z.object({ claim }),
});

export const listClaims = endpoint({
  method: 'GET',
  path: '/api/claims',
  tag: 'directory',
  summary: 'One’s own claims; for the bureau those of the city',
  status: 200,
  query: z.object({
    status: z.enum(claimStatuses).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({
    total: z.number().int(),
    counts: z.record(z.enum(claimStatuses), z.number().int()),
    claims: z.array(claimRow),
  }),
});

export const getClaim = endpoint({
  method: 'GET',
  path: '/api/claims/:id',
  tag: 'directory',
  summary: 'One claim with its files and what was done to it',
  status: 200,
  params: idParams,
  reply: claim,
});

export const supplementClaim = endpoint({
  method: 'POST',
  path: '/api/claims/:id/supplements',
  tag: 'directory',
  summary: 'Add files or words; a returned claim goes back to the bureau',
  status: 200,
  params: idParams,
  body: z.object({ evidence: claimFileIds.default([]), words: claimWords.default('') }),
  reply: z.object({ claim }),
});

export const withdrawClaim = endpoint({
  method: 'POST',
  path: '/api/claims/:id/withdrawal',
  tag: 'directory',
  summary: 'Take one’s claim back',
  status: 200,
  params: idParams,
  reply: z.object({ claim }),
});

export const decideClaim = endpoint({
  method: 'POST',
  path: '/api/claims/:id/decision',
  tag: 'directory',
  summary: 'Approve (the claimant becomes manager of the firm), return with a reason, or verify afterwards',
  status: 200,
  params: idParams,
  body: z.object({
    decision: z.enum(['approved', 'returned', 'verified']),
    code: z.enum(claimReturnCodes).optional(),
    words: claimWords.default(''),
    /** with an approval: the papers were compared with the register */
    verified: z.boolean().default(false),
  }),
  reply: z.object({ claim }),
});
