import { targetLights } from '@zhitong/domain/investment/target-light';
import { targetKinds, targetLosses, targetStages, targetStatuses } from '@zhitong/domain/investment/target-stage';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, isoDate, organisationLink, productLink } from '../values.ts';
import { premisesRow, wish, wishInput, wishReason } from './premises-contract.ts';
import { formKey, words } from './target-values.ts';

/** a prefecture of GB/T 2260, or the two letters of a country (ISO 3166-1) */
const place = z.string().regex(/^([0-9]{6}|[A-Z]{2})$/);
/** of a gap: the product within its chain, as GET /api/chains/:id/gaps gives it */
const gapId = z.string().trim().min(1).max(150);
const firm = z.object({
  /** in the register, of whatever city; null: only named */
  organisationId: id.nullable(),
  name: z.string(),
  kind: z.enum(targetKinds),
  region: z.object({ code: z.string(), name: z.string() }).nullable(),
});

const gap = z.object({ id: z.string(), chain: z.object({ id, name: z.string() }), product: productLink });
const owner = z.object({ body: organisationLink, person: z.string() });

export const targetRow = z.object({
  id,
  /** counts the targets of the city */
  number: z.number().int(),
  firm,
  gap: gap.nullable(),
  status: z.enum(targetStatuses),
  /** since when it is there */
  since: instant,
  next: z.string().nullable(),
  due: isoDate.nullable(),
  light: z.enum(targetLights),
  /** working minutes until the end of the day of the next step, below 0 after it; null: none is set */
  remainingMinutes: z.number().int().nullable(),
  owner,
  participants: z.array(organisationLink),
  /** what it wishes of its premises, and how many free ones are known to fit; null: not said */
  wish: z.object({ finding: z.string(), fits: z.number().int(), open: z.number().int() }).nullable(),
  loss: z.enum(targetLosses).nullable(),
  /** another open target that looks like the same firm: kept apart with a reason, not joined yet */
  alike: z.object({ id, reason: z.string() }).nullable(),
  registeredAt: instant,
  demo: z.boolean(),
});
export type TargetRow = z.infer<typeof targetRow>;

const filters = {
  stage: z.enum(targetStatuses).optional(),
  light: z.enum(['red', 'yellow', 'green', 'none']).optional(),
  /** where the body sits that has it or takes part in it */
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  chain: id.optional(),
  gap: gapId.optional(),
  /** of one’s own body alone */
  mine: z.enum(['yes']).optional(),
  /** words of the firm, the owner or the next step */
  q: z.string().trim().max(100).optional(),
};

export const listTargets = endpoint({
  method: 'GET',
  path: '/api/targets',
  tag: 'investment',
  summary: 'The targets of the city, what is due first at the top',
  status: 200,
  query: z.object({
    ...filters,
    /** asked for no stage: those that go on, those that ended, or all */
    over: z.enum(['open', 'over', 'any']).default('open'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  reply: z.object({
    targets: z.array(targetRow),
    total: z.number().int(),
    /** of the open targets under the same filter but for light and stage */
    lights: z.object({
      red: z.number().int(),
      yellow: z.number().int(),
      green: z.number().int(),
      none: z.number().int(),
    }),
    /** how many there are under the same filter but for the stage */
    stages: z.record(z.enum(targetStatuses), z.number().int()),
    districts: z.array(z.object({ code: z.string(), name: z.string() })),
    dayMinutes: z.number().int(),
    asOf: instant,
  }),
});

export const viewFunnel = endpoint({
  method: 'GET',
  path: '/api/targets/funnel',
  tag: 'investment',
  summary:
    'How many targets stand at each stage, came so far, and how long they stayed; why others were lost. No money',
  status: 200,
  query: z.object({ district: filters.district, chain: filters.chain, mine: filters.mine }),
  reply: z.object({
    rows: z.array(
      z.object({
        stage: z.enum(targetStages),
        now: z.number().int(),
        reached: z.number().int(),
        medianDays: z.number().int().nullable(),
        stays: z.number().int(),
      }),
    ),
    losses: z.array(z.object({ code: z.enum(targetLosses), count: z.number().int() })),
    total: z.number().int(),
    asOf: instant,
  }),
});

export const findFirms = endpoint({
  method: 'GET',
  path: '/api/targets/firms',
  tag: 'investment',
  summary: 'Firms and institutions of other cities in the register, by name; those that published what they make',
  status: 200,
  query: z.object({ q: z.string().trim().min(1).max(100), limit: z.coerce.number().int().min(1).max(50).default(20) }),
  reply: z.object({
    firms: z.array(z.object({ id, name: z.string(), place: z.string().nullable() })),
  }),
});

export const findPlaces = endpoint({
  method: 'GET',
  path: '/api/targets/places',
  tag: 'investment',
  summary: 'Places a firm can be at, by name: prefectures in the country, countries and regions abroad',
  status: 200,
  query: z.object({ q: z.string().trim().min(1).max(60), limit: z.coerce.number().int().min(1).max(50).default(20) }),
  reply: z.object({ places: z.array(z.object({ code: z.string(), name: z.string() })) }),
});

export const nameTarget = endpoint({
  method: 'GET',
  path: '/api/targets/subject',
  tag: 'investment',
  summary: 'What a gap and an organisation are called, and who has that firm already: what the form begins with',
  status: 200,
  query: z.object({ gap: gapId.optional(), organisation: id.optional() }),
  reply: z.object({
    gap: gap.nullable(),
    firm: firm.nullable(),
    /** in this city: it is no target */
    here: z.boolean(),
    held: z.object({ id, sentence: z.string() }).nullable(),
  }),
});

export const registerTarget = endpoint({
  method: 'POST',
  path: '/api/targets',
  tag: 'investment',
  summary: 'Register a firm or institution the city wants to win, optionally for a gap',
  status: 201,
  body: z.object({
    /** of the register, whatever its city; or named, where it is not in the register */
    organisation: z.union([
      id,
      z.object({
        name: z.string().trim().min(2).max(100),
        region: place.nullable().default(null),
        kind: z.enum(targetKinds).default('firm'),
      }),
    ]),
    gap: gapId.optional(),
    note: words,
    next: words,
    due: isoDate.nullable().default(null),
    wish: wishInput.nullable().default(null),
    /** kept as a second record though another district has the firm: why */
    insist: words,
    idempotencyKey: formKey,
  }),
  reply: z.object({ id, number: z.number().int() }),
});

const step = z.object({
  seq: z.number().int(),
  kind: z.string(),
  at: instant,
  status: z.enum(targetStatuses),
  by: z.string(),
  body: organisationLink,
  /** what was done, as a sentence */
  text: z.string(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  next: z.string().nullable(),
  due: isoDate.nullable(),
});

export const getTarget = endpoint({
  method: 'GET',
  path: '/api/targets/:id',
  tag: 'investment',
  summary: 'One target: where it stands, what is next, its steps, who works on it, and the premises that fit',
  status: 200,
  params: idParams,
  reply: z.object({
    target: targetRow,
    /** the number of its last step: whoever acts names it */
    seq: z.number().int(),
    steps: z.array(step),
    can: z.object({
      change: z.boolean(),
      enter: z.boolean(),
      on: z.array(z.enum(targetStages)),
      back: z.array(z.enum(targetStages)),
      same: z.boolean(),
    }),
    wish: wish.nullable(),
    premises: z.array(premisesRow.extend({ fit: z.enum(['fits', 'open', 'fails']), reasons: z.array(wishReason) })),
    premisesTotal: z.number().int(),
    /** open targets that look like the same firm */
    alike: z.array(z.object({ id, firm: z.string(), owner, registeredAt: instant })),
    /** the target this record is one with */
    into: z.object({ id, firm: z.string() }).nullable(),
    /** to whom it can be given; empty for who may not */
    officers: z.array(z.object({ postId: id, person: z.string(), body: organisationLink })),
    dayMinutes: z.number().int(),
    asOf: instant,
  }),
});

export const listGapTargets = endpoint({
  method: 'GET',
  path: '/api/gaps/:id/targets',
  tag: 'investment',
  summary: 'The targets that would close a gap, those that go on first',
  status: 200,
  params: z.object({ id: gapId }),
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  reply: z.object({ targets: z.array(targetRow), total: z.number().int(), dayMinutes: z.number().int() }),
});

export type TargetInput = z.output<typeof registerTarget.body & z.ZodType>;
