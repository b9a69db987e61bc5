import { mergeFields } from '@zhitong/domain/directory/merge-decision';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, organisationLink } from '../values.ts';

const side = z.enum(['survivor', 'merged']);

export const previewMerge = endpoint({
  method: 'GET',
  path: '/api/organisations/:id/merge',
  tag: 'directory',
  summary: 'The two records side by side, and what would move',
  status: 200,
  params: idParams,
  query: z.object({ into: id }),
  reply: z.object({
    survivor: organisationLink,
    merged: organisationLink,
    facts: z.array(
      z.object({
        field: z.enum(mergeFields),
        survivor: z.string().nullable(),
        merged: z.string().nullable(),
        kept: side,
      }),
    ),
    /** how many rows go with it, and how many stay because they were signed or answered */
    moves: z.object({ offers: z.number().int(), children: z.number().int(), memberships: z.number().int() }),
    stays: z.object({ needs: z.number().int(), deals: z.number().int() }),
    /** who holds a post at one of the two, and will at both */
    people: z.number().int(),
  }),
});
export type MergePreview = z.infer<typeof previewMerge.reply>;

export const mergeOrganisation = endpoint({
  method: 'POST',
  path: '/api/organisations/:id/merge',
  tag: 'directory',
  summary: 'Merge this record into another; it can be split again at any time',
  status: 201,
  params: idParams,
  body: z.object({
    into: id,
    choices: z.partialRecord(z.enum(mergeFields), side).optional(),
    why: z.string().trim().max(300).optional(),
  }),
  reply: z.object({ merge: z.object({ id }) }),
});

export const splitMerge = endpoint({
  method: 'POST',
  path: '/api/merges/:id/split',
  tag: 'directory',
  summary: 'Put back what a merge changed; what has changed since is left and reported',
  status: 200,
  params: idParams,
  body: z.object({ why: z.string().trim().max(300).optional() }).nullish(),
  reply: z.object({
    restored: z.number().int(),
    kept: z.array(z.object({ table: z.string(), key: z.string(), column: z.string() })),
  }),
});

export const listMerges = endpoint({
  method: 'GET',
  path: '/api/merges',
  tag: 'directory',
  summary: 'Merges of the city, the latest first',
  status: 200,
  query: z.object({
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    total: z.number().int(),
    merges: z.array(
      z.object({
        ...{ id, survivor: organisationLink, merged: organisationLink, why: z.string().nullable(), at: instant },
        ...{
          by: z.string(),
          splitAt: instant.nullable(),
          splitBy: z.string().nullable(),
          splitKept: z.number().nullable(),
        },
      }),
    ),
  }),
});
export type MergeRow = z.infer<typeof listMerges.reply>['merges'][number];

export const getMergeLinks = endpoint({
  method: 'GET',
  path: '/api/organisations/:id/merged',
  tag: 'directory',
  summary: 'Which record stands for this one now, and which it stands for',
  status: 200,
  params: idParams,
  reply: z.object({ into: organisationLink.nullable(), away: z.array(organisationLink) }),
});
