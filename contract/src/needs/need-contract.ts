import { dutyLists } from '@zhitong/domain/directory/duty';
import { noteCodes } from '@zhitong/domain/matching/reason';
import { tiers } from '@zhitong/domain/matching/tier';
import { caseStatuses } from '@zhitong/domain/needs/case-action';
import { caseLights, shownLights } from '@zhitong/domain/needs/case-light';
import { needKinds, needStates, shownNeedStates } from '@zhitong/domain/needs/need';
import { needClasses } from '@zhitong/domain/needs/need-class';
import { mostRequestFiles } from '@zhitong/domain/needs/request-file';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import {
  id,
  idParams,
  instant,
  isoDate,
  needChips,
  needLimit,
  organisationLink,
  productLink,
  quantity,
} from '../values.ts';
import { loanWish } from './funding-values.ts';
import { sheetInput } from './technology-values.ts';

/** Stretch of the pasted text something was read from. Offsets count UTF-16 units of the text as sent. */
export const foundSpan = z.object({
  kind: z.enum(['product', 'quantity', 'deadline', 'place', 'certificate', 'limit']),
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string(),
  /** a guess is shown dotted with 请确认 */
  guess: z.boolean(),
});

export const hint = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string(),
});

export const parseReply = z.object({
  products: z.array(productLink.extend({ quote: z.string() })),
  quantity: z.number().optional(),
  unit: z.string().optional(),
  per: quantity.shape.per.optional(),
  deadline: isoDate.optional(),
  place: z.object({ text: z.string(), region: z.string().nullable() }).optional(),
  certificates: z.array(z.string()),
  limits: z.array(needLimit),
  spans: z.array(foundSpan),
  /** what is wrong with the text as it stands: a deadline gone by, a quantity of −5 */
  issues: z.array(z.object({ code: z.string(), message: z.string() })),
  /** products whose names come near, when none was recognised */
  suggestions: z.array(productLink),
  quality: z.object({ score: z.number(), max: z.number(), hints: z.array(hint) }),
});
export type ParseReply = z.infer<typeof parseReply>;

export const parseNeed = endpoint({
  method: 'POST',
  path: '/api/needs/parse',
  tag: 'needs',
  summary: 'What is understood of a pasted paragraph; nothing is stored',
  status: 200,
  body: z.object({ text: z.string() }),
  reply: parseReply,
});

export const publishNeed = endpoint({
  method: 'POST',
  path: '/api/needs',
  tag: 'needs',
  summary:
    'Publish a need: a sourcing need is matched, any other goes to the body that answers for it. The same idempotency key never makes a second one',
  status: 201,
  body: z.object({
    kind: z.enum(needKinds),
    text: z.string(),
    chips: needChips.partial().optional(),
    /** of the other three lists: the matter of the duty table the person chose, or the body */
    matter: id.optional(),
    body: id.optional(),
    /** `person`: the list was chosen by hand, and routing goes by it where the text is unsure */
    listBy: z.enum(['person', 'platform']).optional(),
    /** of a funding need: the banks that are asked for an offer at once */
    banks: z.array(id).max(20).optional(),
    /** of a funding need: the loan as the firm has checked it; absent: read from the text */
    loan: loanWish.optional(),
    /** of a technology need: its target sheet; absent: read from the text; null: without one for now */
    targets: sheetInput.shape.targets.nullable().optional(),
    trl: sheetInput.shape.trl,
    budgetFen: sheetInput.shape.budgetFen,
    ipWish: sheetInput.shape.ipWish,
    /** of the other three lists: handed in before by POST /api/request-files */
    files: z.array(id).max(mostRequestFiles).optional(),
    /** the gap of a chain it came from, `chain:product` */
    gap: z.string().max(140).optional(),
    idempotencyKey: z.string().min(8).max(100),
  }),
  reply: z.object({
    need: z.object({ id, state: z.enum(needStates) }),
    matched: z.number().int(),
    /** it was kept back from suppliers; its page says why, and what can be done */
    keptBack: z.boolean(),
    /** null: a sourcing need in a city that has no bureau yet */
    case: z.object({ id }).nullable(),
  }),
});

/** How the case of a need stands. */
export const needCase = z.object({
  id,
  status: z.enum(caseStatuses),
  light: z.enum(shownLights),
  ...{ caughtUp: z.boolean(), byMark: z.boolean() },
  due: instant,
  /** working minutes; below zero: late by so much */
  remainingMinutes: z.number().int(),
  /** working minutes of a full day today */
  dayMinutes: z.number().int().positive(),
  lead: organisationLink,
  holder: z.string().nullable(),
});
export type NeedCase = z.infer<typeof needCase>;

export const need = z.object({
  id,
  kind: z.enum(needKinds),
  /** of a request as its case stands */
  state: z.enum(shownNeedStates),
  /** the first words of the text */
  title: z.string(),
  /** null: a sourcing need from before there were cases, or in a city that has no bureau */
  case: needCase.nullable(),
  organisation: organisationLink,
  text: z.string(),
  products: z.array(productLink),
  quantity: quantity.nullable(),
  deadline: isoDate.nullable(),
  place: z.object({ text: z.string(), region: z.string().nullable() }).nullable(),
  certificates: z.array(z.string()),
  limits: z.array(needLimit),
  reach: z.enum(tiers),
  counts: z.object({
    matched: z.number().int(),
    seen: z.number().int(),
    quoted: z.number().int(),
    declined: z.number().int(),
  }),
  /** why it was not sent to suppliers; null: it was. `GET /api/needs/:id/cascade` says more */
  keptBack: z.enum(needClasses).nullable(),
  publishedAt: instant,
  closedAt: instant.nullable(),
  deal: z.object({ id }).nullable(),
  demo: z.boolean(),
  /** what the viewer may do now, from the table of the domain */
  allowed: z.array(z.enum(['choose', 'shortlist', 'reject', 'withdraw', 'widen'])),
  timeline: z.array(z.object({ type: z.string(), at: instant, text: z.string() })),
});
export type Need = z.infer<typeof need>;

export const getNeed = endpoint({
  method: 'GET',
  path: '/api/needs/:id',
  tag: 'needs',
  summary: 'One need with its state and timeline; a foreign one does not exist',
  status: 200,
  params: idParams,
  reply: z.object({ need }),
});

export const needRow = need.omit({ timeline: true, allowed: true });

export const listNeeds = endpoint({
  method: 'GET',
  path: '/api/needs',
  tag: 'needs',
  summary: 'Needs of all four lists: of the own firm; of the city for the bureau',
  status: 200,
  query: z.object({
    state: z.enum(shownNeedStates).optional(),
    list: z.enum(dutyLists).optional(),
    light: z.enum(caseLights).optional(),
    q: z.string().max(100).default(''),
    /** only needs of this organisation */
    organisation: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({ total: z.number().int(), needs: z.array(needRow) }),
});

export const withdrawNeed = endpoint({
  method: 'POST',
  path: '/api/needs/:id/withdrawal',
  tag: 'needs',
  summary: 'Withdraw an open need; suppliers read that the buyer withdrew it',
  status: 200,
  params: idParams,
  reply: z.object({ need: z.object({ id, state: z.enum(needStates) }) }),
});

export const widenNeed = endpoint({
  method: 'POST',
  path: '/api/needs/:id/widening',
  tag: 'needs',
  summary: 'Open the need to the next wider tiers now',
  status: 200,
  params: idParams,
  body: z.object({ reach: z.enum(tiers) }),
  reply: z.object({ added: z.number().int(), note: z.enum(noteCodes).nullable() }),
});
