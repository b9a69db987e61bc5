import { caseLights } from '@zhitong/domain/needs/case-light';
import { targetVerdicts } from '@zhitong/domain/needs/target-answer';
import { targetOperators } from '@zhitong/domain/needs/target-operator';
import { ipWishes } from '@zhitong/domain/needs/target-words';
import { z } from 'zod';
import { id, instant, isoDate, organisationLink } from '../values.ts';
import { requestFile } from './request-file-contract.ts';

const whole = z.number().int();

/** One measurable target as a firm writes it. `≥` and `≤` are taken for `>=` and `<=`. */
export const targetInput = z.object({
  metric: z.string().max(80),
  operator: z.enum([...targetOperators, '≥', '≤']),
  value: z.number().finite(),
  /** the upper end of a range */
  upTo: z.number().finite().nullable().optional(),
  unit: z.string().max(20).default(''),
  method: z.string().max(200).nullable().optional(),
  environment: z.string().max(200).nullable().optional(),
});
export type TargetInput = z.input<typeof targetInput>;

/** What stands beside the targets in a sheet; the rules of it are the domain’s, so that a refusal can say what is wrong. */
export const sheetInput = z.object({
  targets: z.array(targetInput).max(200),
  /** technology readiness wanted, 1 … 9 */
  trl: whole.nullable().optional(),
  budgetFen: whole.min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER).nullable().optional(),
  ipWish: z.enum(ipWishes).nullable().optional(),
});
export type SheetInput = z.input<typeof sheetInput>;

export const target = z.object({
  metric: z.string(),
  operator: z.enum(targetOperators),
  value: z.number(),
  upTo: z.number().nullable(),
  unit: z.string(),
  method: z.string().nullable(),
  environment: z.string().nullable(),
});
export type Target = z.infer<typeof target>;

export const sheet = z.object({
  targets: z.array(target),
  trl: whole.nullable(),
  budgetFen: whole.nullable(),
  ipWish: z.enum(ipWishes).nullable(),
});
export type Sheet = z.infer<typeof sheet>;

/** One target in an answer, as it is read. */
export const targetAnswer = z.object({
  /** its place in the sheet, from 1 */
  target: whole,
  verdict: z.enum(targetVerdicts),
  value: z.number().nullable(),
  evidence: z.string().nullable(),
  day: isoDate.nullable(),
  file: requestFile.nullable(),
});
export type TargetAnswer = z.infer<typeof targetAnswer>;

export const answerInput = z.object({
  items: z
    .array(
      z.object({
        target: whole,
        verdict: z.enum(targetVerdicts),
        value: z.number().finite().nullable().optional(),
        evidence: z.string().max(1_000).nullable().optional(),
        day: isoDate.nullable().optional(),
        /** handed in before by POST /api/request-files */
        file: id.nullable().optional(),
      }),
    )
    .max(200),
  note: z.string().max(1_000).optional(),
});
export type AnswerInput = z.input<typeof answerInput>;

export const sheetAnswer = z.object({
  /** of this version */
  id,
  items: z.array(targetAnswer),
  note: z.string().nullable(),
  by: z.string(),
  at: instant,
});
export type SheetAnswer = z.infer<typeof sheetAnswer>;

export const technologyStates = ['open', 'answered', 'over'] as const;
export type TechnologyState = (typeof technologyStates)[number];

/** A technology need as one centre or university sees it: nothing of any other, and no number of them. */
export const technologyAsk = z.object({
  id,
  asker: organisationLink,
  title: z.string(),
  text: z.string(),
  sheet,
  /** why it was sent here */
  reasons: z.array(z.string()),
  state: z.enum(technologyStates),
  askedAt: instant,
  due: instant,
  light: z.enum(caseLights),
  /** working minutes until the body’s own due time; below zero: late */
  remainingMinutes: whole,
  dayMinutes: whole.min(1),
  /** the body has taken the case and answers for it now: its case, and when that is due */
  lead: z.object({ caseId: id, due: instant }).nullable(),
  /** a centre has taken the case: others may answer, not take it */
  taken: z.boolean(),
  answer: sheetAnswer.nullable(),
  /** what was answered before, newest first */
  earlier: z.array(sheetAnswer),
  allowed: z.array(z.enum(['take', 'answer'])),
  /** the firm has taken the body’s answer */
  chosen: z.boolean(),
  /** why the firm took another, in words; null: it has not */
  passedOver: z.string().nullable(),
  demo: z.boolean(),
});
export type TechnologyAsk = z.infer<typeof technologyAsk>;

/** One body a sheet was sent to, as the firm sees it. */
export const askedBody = z.object({
  body: organisationLink,
  kind: z.enum(['centre', 'university', 'other']),
  reasons: z.array(z.string()),
  askedAt: instant,
  due: instant,
  isLead: z.boolean(),
  answer: sheetAnswer.nullable(),
  /** how many times the answer was changed */
  changes: whole,
  /** the firm has taken it; with the time, and whether it was mended since */
  chosen: z.object({ at: instant, mended: z.boolean() }).nullable(),
  /** the firm may take it now */
  mayTake: z.boolean(),
});
export type AskedBody = z.infer<typeof askedBody>;
