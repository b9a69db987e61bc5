import { dutyLists } from '@zhitong/domain/directory/duty';
import { caseSides } from '@zhitong/domain/needs/case-action';
import { caseLights } from '@zhitong/domain/needs/case-light';
import {
  type OrderRequest,
  orderGrounds,
  orderIssuers,
  orderRequestNames,
  orderStatuses,
} from '@zhitong/domain/needs/order-action';
import { orderLights } from '@zhitong/domain/needs/order-terms';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, isoDate, organisationLink } from '../values.ts';

const count = z.number().int().min(0);
const [firstRequest = 'sign', ...otherRequests] = orderRequestNames;
const request = z.enum<readonly [OrderRequest, ...OrderRequest[]]>([firstRequest, ...otherRequests]);

/** A supervision order (督办) as a row of a list shows it. */
export const orderRow = z.object({
  id,
  case: z.object({ id, need: z.object({ id }), title: z.string(), list: z.enum(dutyLists), light: z.enum(caseLights) }),
  asker: organisationLink,
  /** the body that answers for the case, and so for the order */
  body: organisationLink,
  /** the person in it who has the case; null: nobody there holds a post */
  holder: z.string().nullable(),
  issuer: organisationLink.extend({ side: z.enum(orderIssuers) }),
  ground: z.enum(orderGrounds),
  status: z.enum(orderStatuses),
  /** as it stands for the reader: for the body that answers for the order nothing is late while another side owes the step */
  light: z.enum(orderLights),
  /** who owes the step that is late; null: nothing is late */
  late: organisationLink.nullable(),
  /** of the turn that runs; null: it is over */
  due: instant.nullable(),
  /** working minutes of the turn that are left; below zero: late by so much; null: it is over */
  remainingMinutes: z.number().int().nullable(),
  /** by when the body says that the matter is done */
  promised: isoDate.nullable(),
  /** how often a feedback was not enough */
  returns: count,
  issuedAt: instant,
  overAt: instant.nullable(),
  /** since when the bureau has had to call a firm that does not answer; null: it has not */
  callSince: instant.nullable(),
  demo: z.boolean(),
});
export type OrderRow = z.infer<typeof orderRow>;

/** With its steps, and what the reader may do now. */
export const orderDetail = orderRow.extend({
  seq: z.number().int(),
  allowed: z.array(request),
  steps: z.array(
    z.object({
      at: instant,
      actor: z.string(),
      text: z.string(),
      said: z.string().nullable(),
      side: z.enum(caseSides),
    }),
  ),
  /** what happens next, by whom, by when */
  next: z.string(),
});
export type OrderDetail = z.infer<typeof orderDetail>;

const dayMinutes = z.number().int().min(1);

export const listOrders = endpoint({
  method: 'GET',
  path: '/api/orders',
  tag: 'orders',
  summary:
    'Supervision orders, what is due first at the top: of the city, given by the reader’s office, or to its body',
  status: 200,
  query: z.object({
    light: z.enum(orderLights).optional(),
    /** open: on the books; over: struck off, or ended with its case */
    state: z.enum([...orderStatuses, 'open', 'over', 'any']).default('open'),
    q: z.string().max(100).default(''),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({
    total: count,
    /** of all that are on the books, whatever the filter says */
    lights: z.object({ red: count, yellow: count, green: count }),
    orders: z.array(orderRow),
    dayMinutes,
    asOf: instant,
  }),
});

export const orderTask = z.object({
  case: orderRow.shape.case.extend({ due: instant, remainingMinutes: z.number().int() }),
  asker: organisationLink,
  body: organisationLink,
  /** when the ladder came to the reader’s office */
  since: instant,
});
export type OrderTask = z.infer<typeof orderTask>;

export const listOrderTasks = endpoint({
  method: 'GET',
  path: '/api/orders/tasks',
  tag: 'orders',
  summary: 'Cases whose ladder came up to the reader’s office and that are not ordered yet, the longest overdue first',
  status: 200,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({ total: count, dayMinutes, tasks: z.array(orderTask) }),
});

export const listCaseOrders = endpoint({
  method: 'GET',
  path: '/api/cases/:id/orders',
  tag: 'orders',
  summary: 'The supervision orders of a case with their steps, newest first, and whether the reader may give one',
  status: 200,
  params: idParams,
  reply: z.object({
    /** null: the reader may not; what the case gives as a ground, or that it takes a reason in words */
    mayIssue: z.enum(orderGrounds).nullable(),
    orders: z.array(orderDetail).max(20),
    dayMinutes,
  }),
});
export type CaseOrders = z.infer<typeof listCaseOrders.reply>;

const done = z.object({ order: z.object({ id, status: z.enum(orderStatuses), seq: z.number().int() }) });

export const issueOrder = endpoint({
  method: 'POST',
  path: '/api/cases/:id/orders',
  tag: 'orders',
  summary: 'Order a case: the body that answers for it must sign, feed back, be reviewed; only the firm strikes it off',
  status: 201,
  params: idParams,
  body: z.object({ text: z.string().max(2_000).optional() }),
  reply: done,
});

export const actOnOrder = endpoint({
  method: 'POST',
  path: '/api/orders/:id/actions',
  tag: 'orders',
  summary: 'Do something to an order; what is not possible now is refused with whose turn it is and what is',
  status: 200,
  params: idParams,
  body: z.object({
    action: request,
    text: z.string().max(2_000).optional(),
    /** of a feedback: the day by which the matter is done */
    promised: isoDate.optional(),
    /** the number of the last step the person has seen */
    seen: z.number().int().min(1).optional(),
  }),
  reply: done,
});
