import { areaUnits, type PremisesWish, premisesKinds, premisesStates } from '@zhitong/domain/investment/premises';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, isoDate, organisationLink } from '../values.ts';

/** what is written is looked at by the domain, which says in a sentence what cannot be */
const figure = z.number().finite().nullable();
const area = z.object({ amount: z.number().finite(), unit: z.enum(areaUnits) }).nullable();

/** null: not known, or not said */
const measured = {
  area,
  powerKv: figure,
  powerKw: figure,
  /** tonnes a day */
  water: figure,
  /** tonnes a square metre */
  floorLoad: figure,
};
const measuredInput = {
  ...{ area: area.default(null), powerKv: figure.default(null), powerKw: figure.default(null) },
  ...{ water: figure.default(null), floorLoad: figure.default(null) },
};

/** At least so much; null: the firm does not say. */
export const wish = z.object({
  kind: z.enum(premisesKinds).nullable(),
  ...measured,
  exhaust: z.literal(true).nullable(),
});
export const wishInput = z.object({
  kind: z.enum(premisesKinds).nullable().default(null),
  ...measuredInput,
  exhaust: z.literal(true).nullable().default(null),
});

const wishNames = [
  'kind',
  'area',
  'powerKv',
  'powerKw',
  'water',
  'floorLoad',
  'exhaust',
] as const satisfies readonly (keyof PremisesWish)[];
export const wishReason = z.object({ wish: z.enum(wishNames), verdict: z.enum(['met', 'not-met', 'unknown']) });

const content = z.object({
  kind: z.enum(premisesKinds),
  ...measuredInput,
  exhaust: z.boolean().nullable().default(null),
  name: z.string().trim().min(2).max(60),
  /** the district it lies in */
  region: z.string().regex(/^\d{6}$/),
  state: z.enum(premisesStates).default('free'),
  note: z.string().trim().max(200).nullable().default(null),
  /** whose word this is: a plan, a register, a visit */
  source: z.string().trim().min(2).max(100),
  asOf: isoDate,
});
export type PremisesInput = z.output<typeof content>;

export const premisesRow = z.object({
  id,
  kind: z.enum(premisesKinds),
  ...measured,
  exhaust: z.boolean().nullable(),
  name: z.string(),
  region: z.object({ code: z.string(), name: z.string() }),
  state: z.enum(premisesStates),
  note: z.string().nullable(),
  source: z.string(),
  asOf: isoDate,
  body: organisationLink,
  edition: z.number().int(),
  /** whoever asks may change it */
  mine: z.boolean(),
  demo: z.boolean(),
});
export type PremisesRow = z.infer<typeof premisesRow>;

export const listPremises = endpoint({
  method: 'GET',
  path: '/api/premises',
  tag: 'investment',
  summary: 'Land and plants in the city where a firm could settle, by district',
  status: 200,
  query: z.object({
    kind: z.enum(premisesKinds).optional(),
    state: z.enum(premisesStates).optional(),
    district: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
    q: z.string().trim().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  reply: z.object({
    premises: z.array(premisesRow),
    total: z.number().int(),
    free: z.object({ land: z.number().int(), plant: z.number().int() }),
    districts: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
});

const written = z.object({ id, edition: z.number().int() });

export const enterPremises = endpoint({
  method: 'POST',
  path: '/api/premises',
  tag: 'investment',
  summary: 'Enter a plot of land or a plant, with its source and date',
  status: 201,
  body: content,
  reply: written,
});

export const changePremises = endpoint({
  method: 'PUT',
  path: '/api/premises/:id',
  tag: 'investment',
  summary: 'Change what is entered; whoever changes it names the edition it has seen',
  status: 200,
  params: idParams,
  body: content.extend({ seen: z.number().int().min(1) }),
  reply: written,
});
