import { coverageRings } from '@zhitong/domain/chains/chain-facts';
import { drillVerdicts } from '@zhitong/domain/chains/drill';
import type { DrillRules } from '@zhitong/domain/chains/drill-rules';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { changedFrom, termsChange, termsList } from '../needs/terms-list.ts';
import { id, idParams, instant, organisationLink, productLink } from '../values.ts';

const count = z.number().int().min(0);
const days = z.number().int().min(0).max(3_650);

/** What the drill assumes in a city (data/drill-rules/README.md says what each field means). */
export const drillRules = z.object({
  stockDays: days,
  stockDaysOf: z.record(z.string(), days),
  qualifyDays: z.object({ city: days, circle: days, province: days, nation: days, abroad: days, none: days }),
}) satisfies z.ZodType<DrillRules>;

export const drillRow = z.object({
  /** what is taken out; a place that few firms buy from has no name */
  taken: z.object({
    kind: z.enum(['firm', 'region']),
    id: z.string().nullable(),
    name: z.string(),
  }),
  verdict: z.enum(drillVerdicts),
  /** in the reader’s language: who stops after how many days, and how long a replacement takes */
  text: z.string(),
  target: z.enum(['leader', 'downstream']),
  /** null: it goes on */
  surviveDays: days.nullable(),
  /** null: nothing stops; not certain: at least */
  recover: z.object({ days: count, certain: z.boolean() }).nullable(),
  /** no known source is left of these, and where the maker is that would deliver soonest; ring null: none is known, or not where */
  lost: z.array(
    z.object({
      product: productLink,
      /** days of stock assumed at its users */
      stockDays: days,
      replacement: z.object({
        known: z.boolean(),
        ring: z.enum(coverageRings).nullable(),
        days: count,
        certain: z.boolean(),
      }),
      /** registered substitutes of which no source is known, or left: they stand in for nothing */
      sourceless: z.array(productLink).default([]),
    }),
  ),
  stops: z.array(z.object({ product: productLink, days: count })),
});
export type DrillRow = z.infer<typeof drillRow>;

export const drillReply = z.object({
  chain: z.object({ id, slug: z.string(), name: z.string() }),
  leader: organisationLink.nullable(),
  /** what the circle of the city is called; null: it is in none that has a name */
  circle: z.string().nullable().default(null),
  /** the leader makes a product of the chain: its stop is measured, else that of downstream products */
  leaderKnown: z.boolean(),
  firms: count,
  regions: count,
  /** of those without which a product has no known source left, the worst first */
  rows: z.array(drillRow),
  verdicts: z.record(z.enum(drillVerdicts), count),
  /** products no source is known of: the drill says nothing about them */
  unsourced: z.array(productLink),
  /** assumed where no row says better */
  assumed: drillRules.omit({ stockDaysOf: true }),
  /** the last one of the night; null: none yet */
  night: z.object({ at: instant, firms: count, regions: count, red: count }).nullable(),
  asOf: instant,
});
export type DrillReply = z.infer<typeof drillReply>;

export const drillChain = endpoint({
  method: 'GET',
  path: '/api/chains/:id/drill',
  tag: 'chains',
  summary: 'Each source of the chain taken out in turn: how long until it stops, how long until it is replaced',
  status: 200,
  params: idParams,
  reply: drillReply,
});

export const listDrillRules = endpoint({
  method: 'GET',
  path: '/api/drill-rules',
  tag: 'chains',
  summary: 'What the drills of the city assume, in days: in force, planned and past',
  status: 200,
  reply: termsList(drillRules).extend({
    /** products with days of their own in any of the rows */
    products: z.array(productLink),
  }),
});

export const changeDrillRules = endpoint({
  method: 'PUT',
  path: '/api/drill-rules',
  tag: 'chains',
  summary: 'New assumptions of the drills from a day to come, with the reason; drills of that day and later go by them',
  status: 200,
  body: termsChange(drillRules),
  reply: changedFrom,
});
