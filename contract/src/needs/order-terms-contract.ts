import type { OrderTerms } from '@zhitong/domain/needs/order-terms';
import { z } from 'zod';

const minutes = z.number().int().min(1).max(100_000);

/** What the turns of supervision orders go by in a city (data/order-terms/README.md says what each field means). */
export const orderTerms = z.object({
  signMinutes: minutes,
  feedbackMinutes: minutes,
  reviewMinutes: minutes,
  consentMinutes: minutes,
  callMinutes: minutes,
  yellowShare: z.number().min(0).max(1),
}) satisfies z.ZodType<OrderTerms>;
