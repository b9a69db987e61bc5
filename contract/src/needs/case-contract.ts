import { dutyClasses, dutyLists } from '@zhitong/domain/directory/duty';
import { caseSides, caseStatuses } from '@zhitong/domain/needs/case-action';
import { caseLights, shownLights } from '@zhitong/domain/needs/case-light';
import { caseMarkKinds } from '@zhitong/domain/needs/case-mark';
import { caseRequests } from '@zhitong/domain/needs/case-request';
import { ratingStates } from '@zhitong/domain/needs/rating';
import { mostRequestFiles } from '@zhitong/domain/needs/request-file';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { cityCode, id, idParams, instant, isoDate, organisationLink } from '../values.ts';
import { requestFile } from './request-file-contract.ts';

const minutes = z.number().int();
/** what a working day is worth today, so that minutes left can be told as days */
const dayMinutes = z.number().int().min(1);

/** A case as a row of a list shows it. */
export const caseRow = z.object({
  id,
  need: z.object({ id }),
  list: z.enum(dutyLists),
  class: z.enum(dutyClasses),
  title: z.string(),
  asker: organisationLink.extend({ region: z.string().nullable() }),
  status: z.enum(caseStatuses),
  light: z.enum(shownLights),
  /** yellow, because a red was caught up */
  caughtUp: z.boolean(),
  /** there is time left: the case was not signed for, or the firm heard nothing, in time */
  byMark: z.boolean(),
  lead: organisationLink,
  /** the person in the body who answers; null: nobody there holds a post */
  holder: z.string().nullable(),
  since: instant,
  start: instant,
  due: instant,
  /** false: a day up to it lies in a year whose calendar is not published */
  dueCertain: z.boolean(),
  /** working minutes; below zero: late by so much */
  remainingMinutes: minutes,
  /** by when the body must have signed; null: it has */
  signDue: instant.nullable(),
  /** by when the firm must have heard something; null: it has */
  firstAnswerDue: instant.nullable(),
  handBacks: z.number().int(),
  matter: z.object({ id, number: z.string(), title: z.string() }).nullable(),
  demo: z.boolean(),
});
export type CaseRow = z.infer<typeof caseRow>;

export const caseFilters = z.object({
  list: z.enum(dutyLists).optional(),
  light: z.enum(caseLights).optional(),
  /** open: not over; closed: solved or not, but not withdrawn; any: all of them */
  state: z.enum([...caseStatuses, 'open', 'over', 'closed', 'any']).optional(),
  /** mine: answered for by the reader; help: asked for help; all: of the body, of the city for the bureau */
  who: z.enum(['mine', 'body', 'help', 'done']).default('body'),
  body: id.optional(),
  region: cityCode.optional(),
  /** its firm offers a product of this chain; `none`: of no chain */
  chain: z.union([id, z.literal('none')]).optional(),
  /** waits for the bureau to find a body */
  unassigned: z.stringbool().optional(),
  /** came, or was over, on this day of the city */
  came: isoDate.optional(),
  ended: isoDate.optional(),
  /** not signed for, or no first answer, in time */
  missed: z.enum(caseMarkKinds).optional(),
  /** somebody handed it back at some time */
  handedBack: z.stringbool().optional(),
  /** this body handed it back at some time */
  from: id.optional(),
  /** a hand-back brought it to this body */
  to: id.optional(),
  q: z.string().max(100).default(''),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

const lightCounts = z.object({ red: minutes, yellow: minutes, green: minutes });

export const listCases = endpoint({
  method: 'GET',
  path: '/api/cases',
  tag: 'cases',
  summary:
    'Cases the reader’s body answers or answered for, what is due first at the top; of the whole city for the bureau',
  status: 200,
  query: caseFilters,
  reply: z.object({
    total: z.number().int(),
    /** of all that are open, whatever the filter of light says */
    lights: lightCounts,
    cases: z.array(caseRow),
    /** the next instant at which something of the reader’s falls due; null: nothing does */
    nextDue: instant.nullable(),
    dayMinutes,
    asOf: instant,
  }),
});

const timelineEvent = z.object({
  at: instant,
  /** the organisation or person, as the reader may know it */
  actor: z.string(),
  action: z.string(),
  text: z.string(),
  /** what was said with it */
  said: z.string().nullable(),
  side: z.enum(caseSides),
});

export const caseHelp = z.object({
  helper: organisationLink,
  question: z.string(),
  askedAt: instant,
  due: instant,
  answeredAt: instant.nullable(),
});

export const caseDetail = caseRow.extend({
  text: z.string(),
  dayMinutes,
  seq: z.number().int(),
  /** what the reader may do now */
  allowed: z.array(z.enum(caseRequests)),
  /** the firm has the word on an answer */
  mayConfirm: z.boolean(),
  extensionWantedMinutes: minutes.nullable(),
  /** the firm itself named the body that has it, and no matter */
  chosenByFirm: z.boolean(),
  /** what came with the request, and was added to it */
  files: z.array(requestFile),
  /** for the firm: its grade of the last end of the case; null: there is none to give */
  rating: z.object({ state: z.enum(ratingStates), until: instant, grade: z.number().int().nullable() }).nullable(),
  events: z.array(timelineEvent),
  helps: z.array(caseHelp),
  candidates: z.array(
    z.object({
      body: organisationLink,
      duty: z.object({ id, number: z.string(), title: z.string() }),
      confidence: z.number(),
      reasons: z.array(z.string()),
    }),
  ),
  next: z.string(),
  /** what handing back would cost the body, working minutes */
  handBackCostMinutes: minutes,
  asker: organisationLink.extend({
    region: z.string().nullable(),
    shortName: z.string().nullable(),
    size: z.string().nullable(),
    industry: z.string().nullable(),
    /** of the last twelve months */
    cases: z.number().int(),
    solved: z.number().int(),
  }),
});
export type CaseDetail = z.infer<typeof caseDetail>;

export const getCase = endpoint({
  method: 'GET',
  path: '/api/cases/:id',
  tag: 'cases',
  summary: 'One case: the request, its history, what the reader may do now',
  status: 200,
  params: idParams,
  reply: z.object({ case: caseDetail }),
});

/** The reason a body gives must be one of a closed list: `GET /api/cases/reasons` names them in the reader’s language. */
export const actOnCase = endpoint({
  method: 'POST',
  path: '/api/cases/:id/actions',
  tag: 'cases',
  summary: 'Do something to a case; what is not possible now is refused with the list of what is',
  status: 200,
  params: idParams,
  body: z.object({
    action: z.enum(caseRequests),
    /** a code where one is asked for (hand-back, close); with all else it is words, as good as `text` */
    reason: z.string().max(2_000).optional(),
    /** a body, or of a transfer a body and its matter; of a first hand-back a proposal, which must be in the duty table */
    to: id.optional(),
    matter: id.optional(),
    text: z.string().max(20_000).optional(),
    /** with a supplement: handed in before by POST /api/request-files */
    files: z.array(id).max(mostRequestFiles).optional(),
    /** working days more, of an extension */
    days: z.number().int().min(1).max(10).optional(),
    /** the number of the last action the person has seen: what came after it is shown before anything is done */
    seen: z.number().int().min(1).optional(),
  }),
  reply: z.object({
    case: z.object({ id, status: z.enum(caseStatuses), lead: organisationLink, seq: z.number().int() }),
  }),
});

export const confirmNeed = endpoint({
  method: 'POST',
  path: '/api/needs/:id/confirmation',
  tag: 'cases',
  summary: 'The firm says whether its request is solved; not solved lets the clock run on as if it had never stood',
  status: 200,
  params: idParams,
  body: z.object({ solved: z.boolean(), text: z.string().max(2_000).optional() }),
  reply: z.object({ case: z.object({ id, status: z.enum(caseStatuses) }) }),
});

export const needTimeline = endpoint({
  method: 'GET',
  path: '/api/needs/:id/timeline',
  tag: 'cases',
  summary: 'Who has the request, since when, what happens next and by when, in plain words',
  status: 200,
  params: idParams,
  reply: z.object({
    case: z.object({ id }),
    title: z.string(),
    text: z.string(),
    list: z.enum(dutyLists),
    status: z.enum(caseStatuses),
    light: z.enum(shownLights),
    ...{ caughtUp: z.boolean(), byMark: z.boolean() },
    signDue: instant.nullable(),
    firstAnswerDue: instant.nullable(),
    remainingMinutes: minutes,
    start: instant,
    dueCertain: z.boolean(),
    extensionWantedMinutes: minutes.nullable(),
    files: z.array(requestFile),
    rating: caseDetail.shape.rating,
    dayMinutes,
    events: z.array(timelineEvent),
    holder: z.object({ body: organisationLink, person: z.string().nullable(), since: instant }),
    due: instant,
    next: z.string(),
    allowed: z.array(z.enum(caseRequests)),
    mayConfirm: z.boolean(),
    seq: z.number().int(),
  }),
});

export const getClock = endpoint({
  method: 'GET',
  path: '/api/clocks/:caseId',
  tag: 'cases',
  summary: 'The clock of a case: working time used and left, who answers for it, and what each body used',
  status: 200,
  params: z.object({ caseId: id }),
  reply: z.object({
    /** the submission, whatever came after */
    start: instant,
    /** when the case was last taken up again; null: never */
    reopened: instant.nullable(),
    due: instant,
    dueCertain: z.boolean(),
    elapsedMinutes: minutes,
    remainingMinutes: minutes,
    dayMinutes,
    light: z.enum(shownLights),
    caughtUp: z.boolean(),
    stopped: z.boolean(),
    accountable: organisationLink,
    shares: z.array(z.object({ body: organisationLink, minutes, penaltyMinutes: minutes, lateMinutes: minutes })),
  }),
});
