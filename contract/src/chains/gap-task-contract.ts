import { segmentTiers } from '@zhitong/domain/chains/chain-map';
import { gapTaskKinds, gapTaskRequests, gapTaskStatuses, gapTaskSteps } from '@zhitong/domain/chains/gap-task';
import { shownNeedStates } from '@zhitong/domain/needs/need';
import { orderLights } from '@zhitong/domain/needs/order-terms';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, isoDate, organisationLink, productLink } from '../values.ts';

const count = z.number().int().min(0);
const words = z.string().trim().min(1).max(500);
const gapParams = z.object({ id, product: z.string().max(100) });

export const gapTaskRow = z.object({
  id,
  kind: z.enum(gapTaskKinds),
  chain: z.object({ id, name: z.string() }),
  product: productLink,
  giver: organisationLink,
  body: organisationLink,
  text: z.string(),
  status: z.enum(gapTaskStatuses),
  light: z.enum(orderLights),
  /** of the turn that runs; null: it is over */
  due: instant.nullable(),
  givenAt: instant,
  overAt: instant.nullable(),
  /** the number of its last step: whoever acts names the one it has seen */
  seq: z.number().int(),
  /** what the reader may do now */
  allowed: z.array(z.enum(gapTaskRequests)),
  steps: z.array(
    z.object({
      kind: z.enum(gapTaskSteps),
      at: instant,
      by: z.string(),
      body: z.string(),
      text: z.string().nullable(),
    }),
  ),
  demo: z.boolean(),
});
export type GapTaskRow = z.infer<typeof gapTaskRow>;

export const listGapTasks = endpoint({
  method: 'GET',
  path: '/api/gap-tasks',
  tag: 'chains',
  summary: 'Tasks about gaps the reader may see: given by its organisation, given to it, or all of the city; due first',
  status: 200,
  query: z.object({
    state: z.enum(['open', 'over', 'any']).default('open'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({
    total: count,
    /** of all that are open */
    lights: z.object({ red: count, yellow: count, green: count }),
    tasks: z.array(gapTaskRow),
    asOf: instant,
  }),
});

export const getGapDoings = endpoint({
  method: 'GET',
  path: '/api/chains/:id/gaps/:product/doings',
  tag: 'chains',
  summary: 'What has been done about a gap as far as the reader may see it, and what the reader may do',
  status: 200,
  params: gapParams,
  reply: z.object({
    /** published from the gap, the latest first; those the reader may not open count alone */
    needs: z.array(
      z.object({ id, title: z.string(), organisation: organisationLink, state: z.enum(shownNeedStates), at: instant }),
    ),
    needsTotal: count,
    tasks: z.array(gapTaskRow),
    tasksTotal: count,
    /** the words a need of the reader's firm begins with: the product, and what the firm registered as bought a year */
    wish: z.string(),
    /** whom a task is proposed to: the lead department of the chain; null: none is named */
    lead: organisationLink.nullable(),
    /** what a task of each kind says to begin with */
    drafts: z.record(z.enum(gapTaskKinds), z.string()),
    /** the day a task falls due unless another one is named */
    due: isoDate,
    segment: z.object({ name: z.string(), tier: z.enum(segmentTiers) }),
  }),
});
export type GapDoings = z.infer<typeof getGapDoings.reply>;

const written = z.object({ task: z.object({ id, status: z.enum(gapTaskStatuses), seq: z.number().int() }) });

export const giveGapTask = endpoint({
  method: 'POST',
  path: '/api/chains/:id/gaps/:product/tasks',
  tag: 'chains',
  summary: 'Order a department to see to a gap, or to have firms post their needs. One key never makes two tasks',
  status: 201,
  params: gapParams,
  body: z.object({
    kind: z.enum(['order', 'ask-needs']),
    /** absent: the lead department of the chain */
    body: id.optional(),
    text: words,
    /** absent: in the time a body has to sign and feed back on an order */
    due: isoDate.optional(),
    idempotencyKey: z.string().min(8).max(100),
  }),
  reply: written,
});

export const wishMeeting = endpoint({
  method: 'POST',
  path: '/api/chains/:id/gaps/:product/meetings',
  tag: 'chains',
  summary:
    'Wish for a meeting of buyers and makers about a gap: the lead department of the chain, else the bureau, has it as a task',
  status: 201,
  params: gapParams,
  body: z.object({ text: words, idempotencyKey: z.string().min(8).max(100) }),
  reply: written,
});

export const actOnGapTask = endpoint({
  method: 'POST',
  path: '/api/gap-tasks/:id/actions',
  tag: 'chains',
  summary: 'Report on a task about a gap, accept it as done, return or withdraw it',
  status: 200,
  params: idParams,
  body: z.object({
    action: z.enum(gapTaskRequests),
    text: z.string().trim().max(500).default(''),
    /** the number of the last step the person has seen */
    seen: z.number().int().min(1),
  }),
  reply: written,
});
