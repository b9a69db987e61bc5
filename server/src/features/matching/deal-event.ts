import { dealStepKinds } from '@zhitong/domain/matching/deal';
import { z } from 'zod';

/** What an event of a deal step tells both sides, and what the seller's city needs to keep the track record. */
export const dealEventPayload = z.object({
  product: z.string(),
  kind: z.enum(dealStepKinds),
  amountFen: z.number().int(),
  date: z.string(),
  /** name of the side that acted */
  by: z.string(),
  sellerId: z.string(),
  sellerCity: z.string(),
  /** a delivery that both sides have confirmed with this */
  delivered: z.boolean(),
  /** on the promised day or before */
  onTime: z.boolean(),
});
export type DealEventPayload = z.infer<typeof dealEventPayload>;
