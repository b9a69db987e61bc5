import { targetLosses, targetStages, targetStatuses } from '@zhitong/domain/investment/target-stage';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, isoDate } from '../values.ts';
import { wishInput } from './premises-contract.ts';
import { formKey, words } from './target-values.ts';

/** the number of the last step that was looked at; absent: whatever stands there */
const seen = z.number().int().min(1).optional();

const written = z.object({ id, status: z.enum(targetStatuses), seq: z.number().int() });

export const stepTarget = endpoint({
  method: 'POST',
  path: '/api/targets/:id/steps',
  tag: 'investment',
  summary: 'Note what was done and what is next; to an earlier stage only with a reason',
  status: 201,
  params: idParams,
  body: z.object({
    stage: z.enum(targetStages),
    note: words,
    next: words,
    due: isoDate.nullable().default(null),
    reason: words,
    seen,
    idempotencyKey: formKey,
  }),
  reply: written,
});

export const loseTarget = endpoint({
  method: 'POST',
  path: '/api/targets/:id/loss',
  tag: 'investment',
  summary: 'The firm is not to be won: for a coded reason',
  status: 200,
  params: idParams,
  body: z.object({ code: z.enum(targetLosses), note: words, seen }),
  reply: written,
});

export const giveTarget = endpoint({
  method: 'POST',
  path: '/api/targets/:id/owner',
  tag: 'investment',
  summary: 'Give it to another person or body, who is told; who had it goes on taking part',
  status: 200,
  params: idParams,
  body: z.object({ postId: id, note: words, seen }),
  reply: written,
});

export const enterTarget = endpoint({
  method: 'POST',
  path: '/api/targets/:id/participants',
  tag: 'investment',
  summary: 'Take part in a target another district has registered',
  status: 200,
  params: idParams,
  body: z.object({ note: words }),
  reply: written,
});

export const joinTarget = endpoint({
  method: 'POST',
  path: '/api/targets/:id/joining',
  tag: 'investment',
  summary: 'This record is one with another: it ends there, with everybody who worked on it',
  status: 200,
  params: idParams,
  body: z.object({ into: id, note: words, seen }),
  reply: written,
});

export const wishTarget = endpoint({
  method: 'PUT',
  path: '/api/targets/:id/wish',
  tag: 'investment',
  summary: 'What the firm wishes of its premises; null takes it away',
  status: 200,
  params: idParams,
  body: z.object({ wish: wishInput.nullable(), seen }),
  reply: written,
});
