import { dealSides } from '@zhitong/domain/matching/deal';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { fen, id, idParams, instant, isoDate } from '../values.ts';

export const payment = z.object({
  id,
  /** the delivery it was for */
  stepId: id,
  amountFen: fen,
  paidOn: isoDate,
  notedBy: z.enum(dealSides),
  notedAt: instant,
  /** by the other side; null: not yet */
  confirmedAt: instant.nullable(),
});
export type Payment = z.infer<typeof payment>;

export const listPayments = endpoint({
  method: 'GET',
  path: '/api/deals/:id/payments',
  tag: 'matching',
  summary: 'What was paid on the confirmed deliveries of a deal',
  status: 200,
  params: idParams,
  reply: z.object({ payments: z.array(payment) }),
});

export const notePayment = endpoint({
  method: 'POST',
  path: '/api/deals/:id/payments',
  tag: 'matching',
  summary: 'Note a payment on a delivery both sides confirmed; it counts when the other side has confirmed it too',
  status: 201,
  params: idParams,
  body: z.object({ stepId: id, amountFen: fen, paidOn: isoDate }),
  reply: z.object({ payment }),
});

export const confirmPayment = endpoint({
  method: 'POST',
  path: '/api/deals/:id/payments/confirmations',
  tag: 'matching',
  summary: 'Confirm a payment the other side noted',
  status: 200,
  params: idParams,
  body: z.object({ paymentId: id }),
  reply: z.object({ payment }),
});
