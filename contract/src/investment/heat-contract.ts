import { gapClasses } from '@zhitong/domain/chains/gap-class';
import { heatFits } from '@zhitong/domain/investment/heat-fit';
import { heatLevels, heatRings } from '@zhitong/domain/investment/heat-question';
import { heatReasonCodes } from '@zhitong/domain/investment/heat-reason-text';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant, isoDate, organisationLink, productLink } from '../values.ts';

const word = z.string().trim().max(200);

/** exactly one of chain, gap, product and firm */
export const heatQuery = z.object({
  chain: id.optional(),
  /** `chain:product`, as the list of gaps names it */
  gap: word.optional(),
  product: word.optional(),
  /** a leading firm of the city: what its products are made from */
  firm: id.optional(),
  level: z.enum(heatLevels).default('city'),
  within: z.enum(heatRings).default('nation'),
  /** firms whose working place is not known are left out */
  working: z.enum(['any', 'known']).default('any'),
  /** only the list, not the map: one area */
  area: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const area = z.object({
  code: z.string(),
  name: z.string(),
  /** firms that count there */
  firms: z.number().int(),
  /** firms × wanted products they are on record for exactly or by a kind of it */
  value: z.number().int(),
  /** of the firms: nobody has said where they work, they count where they are registered */
  unknownWorking: z.number().int(),
  /** youngest fact */
  asOf: isoDate.nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  /** a development zone has no boundary: it is a point */
  zone: z.boolean(),
});

const reason = z.object({ code: z.enum(heatReasonCodes), text: z.string() });

const firm = z.object({
  organisation: organisationLink,
  /** best of what it has */
  fit: z.enum(heatFits),
  /** the gap a target would be for; null: none is asked about */
  gap: z.string().nullable(),
  area: z.object({ code: z.string(), name: z.string() }).nullable(),
  working: z.enum(['known', 'unknown']),
  /** never empty */
  reasons: z.array(reason),
  kilometres: z.number().int().nullable(),
  asOf: isoDate.nullable(),
});
export type HeatFirm = z.infer<typeof firm>;

const question = z.object({
  kind: z.enum(['chain', 'gap', 'product', 'firm']),
  chain: z.object({ id, name: z.string() }).nullable(),
  product: productLink.nullable(),
  firm: organisationLink.nullable(),
});

export const getHeatMap = endpoint({
  method: 'GET',
  path: '/api/heatmap',
  tag: 'investment',
  summary: 'Where in the country the firms are that would close a gap, and why they',
  status: 200,
  query: heatQuery,
  reply: z.object({
    question,
    wanted: z.array(
      z.object({ product: productLink, gap: z.string().nullable(), class: z.enum(gapClasses).nullable() }),
    ),
    level: z.enum(heatLevels),
    /** an area that is not here has no firm on record */
    areas: z.array(area),
    /** in the order of rank, with the reasons */
    firms: z.array(firm),
    /** of them all */
    total: z.number().int(),
    /** firms of the own city that make it already: they are no candidates, and are in `firms` only at the level of districts */
    here: z.number().int(),
    /** candidates that stand on no map: place not known, or nothing but a registration */
    unplaced: z.number().int(),
    /** the days of the oldest and the youngest fact */
    oldest: isoDate.nullable(),
    youngest: isoDate.nullable(),
    /** how the list is ordered, in words */
    order: z.string(),
    asOf: instant,
  }),
});
export type HeatReply = z.infer<typeof getHeatMap.reply>;
export type HeatAreaReply = HeatReply['areas'][number];

export const getBaseMap = endpoint({
  method: 'GET',
  path: '/api/heatmap/base-map',
  tag: 'investment',
  summary: 'Whether the operator has an approved base map, and its number (审图号)',
  status: 200,
  reply: z.object({
    /** null: the boundaries that come with the product are drawn, for internal use only */
    approved: z.object({ number: z.string() }).nullable(),
    city: z.string(),
    districts: z.array(
      z.object({ code: z.string(), name: z.string(), longitude: z.number(), latitude: z.number(), zone: z.boolean() }),
    ),
  }),
});

export const getBoundaries = endpoint({
  method: 'GET',
  path: '/api/heatmap/base-map/boundaries',
  tag: 'investment',
  summary: 'The approved base map as GeoJSON; a feature is an area by its `id` or `properties.code`',
  status: 200,
  reply: z.unknown(),
});

export const exportHeatPicture = endpoint({
  method: 'POST',
  path: '/api/heatmap/pictures',
  tag: 'investment',
  summary: 'Leave to let the map out of the house as a picture or on paper; refused without an approved base map',
  status: 200,
  body: z.object({ title: z.string().trim().min(1).max(200), as: z.enum(['picture', 'print']) }),
  reply: z.object({ number: z.string() }),
});
