import { cascadeRings } from '@zhitong/domain/needs/cascade-ring';
import { needKinds } from '@zhitong/domain/needs/need';
import type { CitySourcingTerms } from '@zhitong/domain/needs/sourcing-terms';
import { z } from 'zod';
import { id } from '../values.ts';

const count = z.number().int().min(1).max(10_000);
const quota = z.object({ open: count, perDay: count });
const share = z.number().min(0).max(1);
const days = z.number().int().min(1).max(366);
const minutes = z.number().int().min(0).max(100_000);

/** What sourcing in a city goes by (domain: CitySourcingTerms; data/sourcing-terms/README.md says what each field means). */
export const sourcingTerms = z.object({
  ringMinutes: z.record(z.enum(cascadeRings), minutes),
  leastMinutes: minutes.min(1),
  urgentShare: share,
  shareOfTimeLeft: share,
  quotas: z.record(z.enum(needKinds), quota),
  firmQuotas: z
    .array(quota.extend({ organisationId: id, list: z.enum(needKinds) }))
    .max(10_000)
    .readonly(),
  fishing: z.object({ needs: z.number().int().min(2).max(100), days, ignoredDays: days }),
}) satisfies z.ZodType<CitySourcingTerms>;
