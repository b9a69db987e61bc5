import { factFields } from '@zhitong/domain/directory/organisation-fact';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, organisationLink } from '../values.ts';

/** A fact of the page, or a link of it. */
export const disputeFields = [...factFields, 'merge', 'membership', 'offer'] as const;
export const disputeStates = ['open', 'accepted', 'returned'] as const;

export const raiseDispute = endpoint({
  method: 'POST',
  path: '/api/organisations/:id/disputes',
  tag: 'directory',
  summary: 'Say that a fact or a link is wrong; the bureau answers',
  status: 201,
  params: idParams,
  body: z.object({ field: z.enum(disputeFields), claim: z.string().trim().min(2).max(500) }),
  reply: z.object({ dispute: z.object({ id }) }),
});

export const listDisputes = endpoint({
  method: 'GET',
  path: '/api/disputes',
  tag: 'directory',
  summary: 'Disputes: all to the bureau, to others their own',
  status: 200,
  query: z.object({ state: z.enum(disputeStates).optional(), organisation: id.optional() }),
  reply: z.object({
    disputes: z.array(
      z.object({
        ...{ id, organisation: organisationLink, field: z.string(), claim: z.string(), by: organisationLink },
        ...{ byName: z.string(), at: instant, state: z.enum(disputeStates), answer: z.string().nullable() },
        ...{ answeredBy: z.string().nullable(), answeredAt: instant.nullable() },
      }),
    ),
  }),
});
export type Dispute = z.infer<typeof listDisputes.reply>['disputes'][number];

export const answerDispute = endpoint({
  method: 'POST',
  path: '/api/disputes/:id/answer',
  tag: 'directory',
  summary: 'Accept a dispute, or return it with a reason',
  status: 200,
  params: idParams,
  body: z.object({ answer: z.enum(['accepted', 'returned']), reason: z.string().trim().min(2).max(500) }),
  reply: z.object({ state: z.enum(disputeStates) }),
});
