import { type KeptClass, quarterStart } from '@zhitong/domain/chains/brief';
import { isLocal } from '@zhitong/domain/chains/chain-facts';
import type { ChainVersion } from '@zhitong/domain/chains/chain-version';
import { type ChainGap, diagnoseChain } from '@zhitong/domain/chains/diagnosis';
import { type ChainDrill, drillChain } from '@zhitong/domain/chains/drill';
import type { FactBook } from '@zhitong/domain/chains/fact-book';
import { cityDay, endOfCityDay } from '@zhitong/domain/needs/city-day';
import { chiefMatters } from '#features/needs/public';
import { asSystem, inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import { type Delivered, listClassesSince, listDeliveredSince } from './brief-store.ts';
import type { ChainDeps } from './chain-deps.ts';
import type { StoredChain } from './chain-reading.ts';
import { getDrillRules } from './drill-store.ts';

type Matters = typeof chiefMatters;
export type StuckCase = Awaited<ReturnType<Matters['listStuck']>>[number];
export type OpenOrder = Awaited<ReturnType<Matters['listOrders']>>[number];

export interface ChainInForce {
  readonly chain: StoredChain;
  readonly version: ChainVersion;
}

/** What the page of one chain stands on. */
export interface BriefFacts extends ChainInForce {
  readonly now: Date;
  readonly gaps: readonly ChainGap[];
  readonly drill: ChainDrill;
  /** local firms that make a product of the chain */
  readonly firms: ReadonlySet<string>;
  readonly delivered: readonly Delivered[];
  readonly classes: readonly KeptClass[];
  readonly quarter: Date;
  /** as far as the reader may read them */
  readonly stuck: readonly StuckCase[];
  readonly orders: readonly OpenOrder[];
  /** ids of open needs by the product of the chain they are for */
  readonly needs: ReadonlyMap<string, readonly string[]>;
  readonly feedbackDue: Date;
}

const weekMs = 7 * 86_400_000;
export const trendWeeks = 12;
/** the ends of the last weeks, the oldest first, the last one now */
export const weekEnds = (now: Date): Date[] =>
  Array.from({ length: trendWeeks }, (_, at) => new Date(now.getTime() - (trendWeeks - 1 - at) * weekMs));

/** Of all the chains at once: each table is read once, however many there are. */
export async function readBriefs(
  deps: ChainDeps,
  viewer: Viewer,
  chains: readonly ChainInForce[],
): Promise<BriefFacts[]> {
  const now = deps.effects.now();
  const { book } = await deps.chains.facts();
  const today = cityDay(now);
  const seen = chains.map((one) => ({ ...one, ...productsOf(one, { book, today }) }));
  const quarterDay = quarterStart(today);
  const quarter = new Date(endOfCityDay(quarterDay).getTime() - 86_400_000);
  const read = await readRows(deps, viewer, {
    ...{ now, today, quarterDay },
    since: new Date(Math.min(quarter.getTime(), now.getTime() - trendWeeks * weekMs)),
    needs: [...new Set(seen.flatMap(({ needs }) => [...needs.values()].flat()))],
  });
  return seen.map(({ chain, version, kinds, firms, needs }) => {
    const isOurs = (asker: string, product: string | null) =>
      firms.has(asker) || (product !== null && kinds.has(product));
    const waiting = new Set([...needs.values()].flat());
    return {
      ...{ chain, version, now, firms, needs, quarter, feedbackDue: read.feedbackDue },
      gaps: diagnoseChain(version.content, { book, today }),
      drill: drillChain(version.content, { book, today, rules: read.rules }),
      delivered: read.delivered.filter(({ productId }) => kinds.has(productId)),
      classes: read.classes.get(chain.id) ?? [],
      stuck: read.stuck.filter((one) => waiting.has(one.needId) || isOurs(one.asker.id, one.productId)),
      orders: read.orders.filter(({ askerId, productId }) => isOurs(askerId, productId)),
    };
  });
}

function productsOf({ version }: ChainInForce, { book, today }: { book: FactBook; today: string }) {
  const products = version.content.segments.flatMap((segment) => segment.products);
  const facts = products.map((id) => ({ id, ...book.factsOf(id, today) }));
  const local = facts.flatMap(({ makers }) => makers.filter(({ ring }) => isLocal(ring)));
  return {
    kinds: new Set(products.flatMap((id) => book.kindsOf(id))),
    firms: new Set(local.map(({ organisationId }) => organisationId)),
    needs: new Map(facts.map(({ id, needs }) => [id, needs.filter(({ open }) => open).map((need) => need.id)])),
  };
}

/** Sums and what links were are read as the platform; cases and orders only as far as the reader may. */
function readRows(
  { database }: ChainDeps,
  viewer: Viewer,
  given: { now: Date; today: string; quarterDay: string; since: Date; needs: readonly string[] },
) {
  const { city } = viewer;
  const { now, today, quarterDay, since, needs } = given;
  const context = contextOf(viewer);
  return inContext(database, context, async (tx) => ({
    rules: await getDrillRules(tx, { city, day: today }),
    stuck: await chiefMatters.listStuck(tx, { city, now, needs }),
    orders: await chiefMatters.listOrders(tx, { city, now }),
    feedbackDue: await chiefMatters.feedbackDue(tx, { city, now }),
    delivered: await asSystem(tx, context, () => listDeliveredSince(tx, { city, since: quarterDay })),
    classes: await asSystem(tx, context, () => listClassesSince(tx, { city, since })),
  }));
}
