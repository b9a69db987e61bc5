import { dutyClasses, dutyLists } from '@zhitong/domain/directory/duty';
import { caseRungs } from '@zhitong/domain/needs/case-light';
import type { CityCaseTerms } from '@zhitong/domain/needs/case-terms';
import { z } from 'zod';
import { isoDate } from '../values.ts';

const minuteOfDay = z.number().int().min(0).max(1440);
const span = z.object({ from: minuteOfDay, to: minuteOfDay }).refine(({ from, to }) => from < to);
const hours = z.object({ from: isoDate, spans: z.array(span).min(1).max(4).readonly() });
const days = z.number().int().min(1).max(250);
const minutes = z.number().int().min(0).max(100_000);
const byClass = z.object(
  Object.fromEntries(dutyClasses.map((one) => [one, days])) as Record<(typeof dutyClasses)[number], typeof days>,
);

/** What the clocks of a city go by (domain: CityCaseTerms; data/case-terms/README.md says what each field means). */
export const caseTerms = z.object({
  hours: z.tuple([hours], hours).readonly(),
  freeDays: z.array(isoDate).max(400).readonly(),
  allowances: z.object(
    Object.fromEntries(dutyLists.map((one) => [one, byClass])) as Record<(typeof dutyLists)[number], typeof byClass>,
  ),
  firstAnswerMinutes: minutes,
  signMinutes: minutes,
  penaltyMinutes: minutes,
  helperDays: days,
  reopenDays: days,
  light: z.object({ yellowMinutes: minutes, yellowShare: z.number().min(0).max(1) }),
  ladder: z
    .array(
      z.object({
        who: z.enum(caseRungs),
        afterMinutes: z.number().int().min(-100_000).max(100_000),
      }),
    )
    .max(5)
    .readonly(),
  banksAtMost: z.number().int().min(1).max(20),
  marks: z
    .object({
      light: z.object({ sign: z.enum(['yellow', 'red']), 'first-answer': z.enum(['yellow', 'red']) }),
      ladder: z
        .array(z.object({ who: z.enum(caseRungs), afterMinutes: minutes }))
        .max(5)
        .readonly(),
    })
    .optional(),
}) satisfies z.ZodType<CityCaseTerms>;
