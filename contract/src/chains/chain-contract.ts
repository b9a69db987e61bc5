import { coverageRings } from '@zhitong/domain/chains/chain-facts';
import { chainLists, segmentTiers } from '@zhitong/domain/chains/chain-map';
import { gapCauseCodes, gapClasses } from '@zhitong/domain/chains/gap-class';
import { gapSorts } from '@zhitong/domain/chains/gap-order';
import { gapDirections } from '@zhitong/domain/chains/gap-trend';
import { reachAdvices } from '@zhitong/domain/chains/reach';
import { reachReasonCodes } from '@zhitong/domain/chains/reach-reason-text';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { fen, id, idParams, instant, isoDate, organisationLink, productLink } from '../values.ts';

const day = z.object({ at: isoDate.optional() });
/** only what is made, used or, by five firms or more, bought in a district of the city */
const district = z
  .string()
  .regex(/^\d{6}$/)
  .optional();
const classCounts = z.record(z.enum(gapClasses), z.number().int());

const chainLink = z.object({ id, slug: z.string(), name: z.string() });

/** a past day that was asked for, and the instant of the first class kept of the chain; null: none is kept */
const keptDay = z.object({ day: isoDate, from: instant.nullable() });

export const listChains = endpoint({
  method: 'GET',
  path: '/api/chains',
  tag: 'chains',
  summary: 'The chains of the city with their chiefs and the state of their links',
  status: 200,
  query: day,
  reply: z.object({
    chains: z.array(
      chainLink.extend({
        version: z.number().int(),
        chief: z.object({ name: z.string(), post: z.string() }).nullable(),
        leadBody: organisationLink.nullable(),
        leader: organisationLink.nullable(),
        segments: z.number().int(),
        products: z.number().int(),
        classes: classCounts,
        demo: z.boolean(),
      }),
    ),
    asOf: instant,
  }),
});

/** what local firms buy of it from elsewhere, 分 a year, as published sums (coarse); null where fewer than five firms stand behind a figure */
const demand = z.object({
  confirmedFen: fen.nullable(),
  declaredFen: fen.nullable(),
  /** firms behind the amounts */
  buyers: z.number().int().nullable(),
  /** median distance of these firms, two figures, kilometres between centroids: approximate; null of fewer than five */
  kilometres: z.number().int().nullable(),
  withheld: z.enum(['few', 'none']),
});

const segment = z.object({
  id: z.string(),
  name: z.string(),
  tier: z.enum(segmentTiers),
  /** the worst class of its products; null: none was kept of the past day */
  class: z.enum(gapClasses).nullable(),
  classes: classCounts,
  /** 分 a year bought from elsewhere, of the products whose price is shown; null: of none */
  outsideFen: fen.nullable(),
  /** the same apart: verified or signed by both sides, and what the firms say themselves */
  confirmedFen: fen.nullable(),
  declaredFen: fen.nullable(),
  products: z.array(productLink.extend({ class: z.enum(gapClasses).nullable() })),
});

export const getChain = endpoint({
  method: 'GET',
  path: '/api/chains/:id',
  tag: 'chains',
  summary: 'The map of a chain as it was valid on a day, each link with its state of that day; its lists and versions',
  status: 200,
  params: idParams,
  query: day.extend({ district }),
  reply: z.object({
    chain: chainLink.extend({
      version: z.number().int(),
      validFrom: isoDate,
      validTo: isoDate.nullable(),
      chief: z.object({ name: z.string(), post: z.string() }).nullable(),
      leadBody: organisationLink.nullable(),
      leader: organisationLink.nullable(),
      expert: z.string().nullable(),
      demo: z.boolean(),
    }),
    segments: z.array(segment),
    /** of a past day: classes are those kept of it, and no amount is known; null: now */
    kept: keptDay.nullable().default(null),
    /** the weak link with the greatest price shown; where none is shown, the first of the worst class; null: none is weak, or a past day */
    largest: z.object({ product: productLink, class: z.enum(gapClasses), demand }).nullable(),
    links: z.array(z.object({ from: z.string(), to: z.string() })),
    entries: z.array(z.object({ list: z.enum(chainLists), text: z.string(), source: z.string() })),
    versions: z.array(
      z.object({ number: z.number().int(), name: z.string(), validFrom: isoDate, validTo: isoDate.nullable() }),
    ),
    asOf: instant,
  }),
});

const named = z.object({ id: z.string(), name: z.string() });

/** what became of segments and products from one map to another */
export const comparisonReply = z.object({
  added: z.array(named),
  removed: z.array(named),
  renamed: z.array(named.extend({ before: z.string() })),
  split: z.array(z.object({ from: named, into: z.array(named) })),
  merged: z.array(z.object({ from: z.array(named), into: named })),
  moved: z.array(z.object({ product: named, from: named.nullable(), to: named.nullable() })),
});

export const compareChain = endpoint({
  method: 'GET',
  path: '/api/chains/:id/comparison',
  tag: 'chains',
  summary: 'What became of the segments of a chain from one published version to another',
  status: 200,
  params: idParams,
  query: z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }),
  reply: comparisonReply,
});

export const gapReply = z.object({
  /** of the gap: the product within its chain */
  id: z.string(),
  product: productLink,
  segment: z.object({ id: z.string(), name: z.string(), tier: z.enum(segmentTiers) }),
  class: z.enum(gapClasses),
  causes: z.array(z.object({ code: z.enum(gapCauseCodes), text: z.string() })),
  demand,
  coverage: z.object(
    Object.fromEntries(coverageRings.map((ring) => [ring, z.number().int()])) as Record<
      (typeof coverageRings)[number],
      z.ZodNumber
    >,
  ),
  /** what the ring "circle" is called; null: the city is in no circle that has a name */
  circle: z.string().nullable(),
  /** makers whose place is not known, in no ring */
  unplaced: z.number().int(),
  openNeeds: z.number().int(),
  /** how many products of the chain stop without it */
  stops: z.number().int(),
  /** since when it is of its class, and which way it went then; null: not kept, or of another day than today */
  trend: z
    .object({ since: instant, before: z.enum(gapClasses).nullable(), direction: z.enum(gapDirections) })
    .nullable(),
  /** how far a weak link lies from what the city makes, has and asks for; null: not known, or the link is not weak */
  reach: z
    .object({
      /** 0..1: relatedness × capability cover × unmet demand; low and high from the 90 % interval of the relatedness */
      score: z.number(),
      low: z.number(),
      high: z.number(),
      /** certificates, machines and processes its makers usually have and nobody here has registered */
      missing: z.array(z.string()),
      advice: z.enum(reachAdvices),
      reasons: z.array(z.object({ code: z.enum(reachReasonCodes), text: z.string() })),
    })
    .nullable(),
  /** a floor of what firms that declared nothing are expected to buy of it a year, by an input-output table; never part of `demand` */
  expected: z
    .object({
      /** 分 a year, at least; null: fewer than five firms stand behind it */
      fen: fen.nullable(),
      firms: z.number().int().nullable(),
      /** firms that use it too and of which industry or size is not known */
      unknown: z.number().int(),
      source: z.string(),
      asOf: isoDate,
    })
    .nullable(),
  /** the youngest fact it stands on; null: none with a date */
  asOf: isoDate.nullable(),
});
export type GapReply = z.infer<typeof gapReply>;

/** A link as it was kept of a past day: its class and since when; null: nothing was kept. What is only known of today is not in it. */
export const keptGapReply = gapReply
  .pick({ id: true, product: true, segment: true })
  .extend({ class: z.enum(gapClasses).nullable(), since: instant.nullable() });
export type KeptGapReply = z.infer<typeof keptGapReply>;

export const listGaps = endpoint({
  method: 'GET',
  path: '/api/chains/:id/gaps',
  tag: 'chains',
  summary: 'Every link of a chain with its class, causes, price, coverage and data age, in the order asked for',
  status: 200,
  params: idParams,
  query: z.object({
    class: z.enum(gapClasses).optional(),
    /** of one segment alone */
    segment: z.string().max(100).optional(),
    district,
    at: isoDate.optional(),
    sort: z.enum(gapSorts).default('class'),
    order: z.enum(['down', 'up']).default('down'),
  }),
  reply: z.object({
    chain: chainLink,
    /** none of a past day */
    gaps: z.array(gapReply),
    kept: keptDay
      .extend({ gaps: z.array(keptGapReply) })
      .nullable()
      .default(null),
    asOf: instant,
  }),
});

export const getGap = endpoint({
  method: 'GET',
  path: '/api/chains/:id/gaps/:product',
  tag: 'chains',
  summary: 'One link of a chain down to its rows: who makes it, who stops without it, and what it was before',
  status: 200,
  params: z.object({ id, product: z.string().max(100) }),
  query: day,
  reply: z.object({
    chain: chainLink,
    /** null: of a past day, see `kept`; then nobody who makes it and nothing that stops is told */
    gap: gapReply.nullable(),
    kept: keptDay.extend({ gap: keptGapReply }).nullable().default(null),
    makers: z.array(
      z.object({
        organisation: organisationLink,
        product: productLink,
        city: z.string(),
        ring: z.enum(coverageRings).nullable(),
        capacity: z.string().nullable(),
      }),
    ),
    makersTotal: z.number().int(),
    stops: z.array(productLink),
    history: z.array(
      z.object({
        class: z.enum(gapClasses),
        since: instant,
        until: instant.nullable(),
        closedBy: z.string().nullable(),
      }),
    ),
  }),
});

export const findInChains = endpoint({
  method: 'GET',
  path: '/api/chain-search',
  tag: 'chains',
  summary: 'Chains, and links of their maps in force, whose name holds these words; the gravest links first',
  status: 200,
  query: z.object({
    q: z.string().trim().min(1).max(100),
    limit: z.coerce.number().int().min(1).max(20).default(5),
  }),
  reply: z.object({
    chains: z.array(chainLink),
    gaps: z.array(z.object({ chain: chainLink, product: productLink, class: z.enum(gapClasses) })),
  }),
});
