import type { GapReply, getGap, listGaps } from '@zhitong/contract/chains/chain-contract';
import { coverageRingOf } from '@zhitong/domain/chains/chain-facts';
import { type ChainGap, diagnoseChain } from '@zhitong/domain/chains/diagnosis';
import { gapCauseText } from '@zhitong/domain/chains/gap-cause-text';
import { gapsInOrder } from '@zhitong/domain/chains/gap-order';
import { type GapTurn, gapDirection } from '@zhitong/domain/chains/gap-trend';
import type { Reach } from '@zhitong/domain/chains/reach';
import { reachReasonText } from '@zhitong/domain/chains/reach-reason-text';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { quantityText } from '@zhitong/domain/needs/need-subject';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { asSystem, inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps, GapDeps } from './chain-deps.ts';
import { circleIn, type NamedPlaces, type NamedProducts, namesIn, placesIn } from './chain-names.ts';
import { getVersion, linkOf, type Reading } from './chain-views.ts';
import type { Expected } from './expected-desk.ts';
import { districtFilter } from './gap-district.ts';
import { listGapStates } from './gap-state-reading.ts';
import { listGapTurns } from './gap-turn-reading.ts';
import { readKeptDay } from './kept-day.ts';
import { keptGapOf, keptListOf } from './kept-gap-views.ts';

/** Every link of a chain as it was drawn on the day, with its state now, or as it was kept of a past day, in the order asked for. */
export async function viewGaps(
  deps: GapDeps,
  { viewer, language }: Reading,
  { id, query }: { id: string; query: z.output<NonNullable<typeof listGaps.query>> },
): Promise<z.input<typeof listGaps.reply>> {
  const now = deps.effects.now();
  const { chain, version } = await getVersion(deps, viewer, { id, at: query.at });
  const facts = await deps.chains.facts();
  const { book } = facts;
  const kept = await readKeptDay(deps, viewer, { chainId: chain.id, at: query.at });
  if (kept) {
    const naming = { chainId: chain.id, language, nameOf: namesIn(book, language) };
    const list = keptListOf(version.content, { kept, query, naming });
    return { chain: linkOf(chain, version.content, language), gaps: [], kept: list, asOf: now.toISOString() };
  }
  const today = cityDay(now);
  const isShown = await districtFilter(deps, viewer, { district: query.district, facts, today });
  const gaps = diagnoseChain(version.content, { book, today })
    .filter((gap) => query.class === undefined || gap.class === query.class)
    .filter(({ segment }) => query.segment === undefined || segment.id === query.segment)
    .filter(isShown);
  const reaches = await deps.chains.reach.reachOf(facts, { gaps, today });
  // what a link was is kept by its product, and said of today alone
  const turns = query.at === undefined ? await readTurns(deps, viewer, chain.id) : new Map<string, GapTurn>();
  const circle = circleIn(facts, viewer.city, language);
  const named = { language, circle, nameOf: namesIn(book, language), placeOf: placesIn(facts, language) };
  const expected = await deps.expected.expectedOf(facts);
  const extra = ({ productId }: ChainGap) => ({ reach: reaches.get(productId), turn: turns.get(productId), expected });
  return {
    chain: linkOf(chain, version.content, language),
    gaps: gapsInOrder(
      gaps.map((gap) => gapReplyOf({ chainId: chain.id, gap, ...extra(gap) }, named)),
      query,
    ),
    kept: null,
    asOf: now.toISOString(),
  };
}

/** A chain's history as the platform: which need or deal changed a class is kept back, that it changed is not. */
function readTurns({ database }: ChainDeps, viewer: Viewer, chainId: string): Promise<ReadonlyMap<string, GapTurn>> {
  const context = contextOf(viewer);
  return inContext(database, context, (tx) =>
    asSystem(tx, context, () => listGapTurns(tx, { city: viewer.city, chainId })),
  );
}

const mostMakers = 100;

export async function viewGap(
  deps: GapDeps,
  { viewer, language }: Reading,
  { id, product, at }: { id: string; product: string; at?: string | undefined },
): Promise<z.input<typeof getGap.reply>> {
  const { chain, version } = await getVersion(deps, viewer, { id, at });
  const facts = await deps.chains.facts();
  const { book } = facts;
  const history = await readHistory(deps, viewer, { chainId: chain.id, productId: product });
  const kept = await readKeptDay(deps, viewer, { chainId: chain.id, at });
  if (kept) {
    const naming = { chainId: chain.id, language, nameOf: namesIn(book, language) };
    const found = keptGapOf(version.content, { kept, product, naming });
    const link = linkOf(chain, version.content, language);
    return { chain: link, gap: null, kept: found, makers: [], makersTotal: 0, stops: [], history };
  }
  const today = cityDay(deps.effects.now());
  const [gap] = diagnoseChain(version.content, { book, today }, new Set([product]));
  if (!gap) throw new Refusal('platform.not-found');
  const reach = (await deps.chains.reach.reachOf(facts, { gaps: [gap], today })).get(product);
  const [nameOf, placeOf] = [namesIn(book, language), placesIn(facts, language)];
  const makers = book.factsOf(product, today).makers.toSorted(nearestFirst);
  return {
    chain: linkOf(chain, version.content, language),
    gap: gapReplyOf(
      {
        ...{ chainId: chain.id, gap, reach, turn: (await readTurns(deps, viewer, chain.id)).get(product) },
        expected: await deps.expected.expectedOf(facts),
      },
      { language, nameOf, placeOf, circle: circleIn(facts, viewer.city, language) },
    ),
    kept: null,
    makers: makers.slice(0, mostMakers).map((maker) => ({
      organisation: { id: maker.organisationId, name: maker.name },
      product: { id: maker.productId, name: nameOf(maker.productId) },
      city: placeOf(maker.city),
      ring: coverageRingOf(maker.ring),
      capacity: maker.capacity && quantityText(maker.capacity, language),
    })),
    makersTotal: makers.length,
    stops: gap.stops.map((one) => ({ id: one, name: nameOf(one) })),
    history,
  };
}

/** By which need or deal a class changed is kept back; that it changed, and since when, is on the map. */
async function readHistory(
  { database }: ChainDeps,
  viewer: Viewer,
  { chainId, productId }: { chainId: string; productId: string },
): Promise<z.input<typeof getGap.reply>['history']> {
  const context = contextOf(viewer);
  const key = { city: viewer.city, chainId, productId };
  const states = await inContext(database, context, (tx) => asSystem(tx, context, () => listGapStates(tx, key, 50)));
  return states.map((one) => ({
    ...{ class: one.class, since: one.since.toISOString(), until: one.until?.toISOString() ?? null },
    closedBy: one.changedBy?.event ?? null,
  }));
}

interface Told {
  readonly chainId: string;
  readonly gap: ChainGap;
  readonly reach: Reach | undefined;
  readonly turn: GapTurn | undefined;
  /** null: no input-output table was imported */
  readonly expected: Expected | null;
}

interface GapNaming {
  readonly language: Language;
  readonly nameOf: NamedProducts;
  readonly placeOf: NamedPlaces;
  readonly circle: string | null;
}

function gapReplyOf(
  { chainId, gap, reach, turn, expected }: Told,
  { language, nameOf, placeOf, circle }: GapNaming,
): GapReply {
  const { productId, segment, causes, demand, coverage, unplaced, openNeeds, asOf } = gap;
  return {
    ...{ id: `${chainId}:${productId}`, product: { id: productId, name: nameOf(productId) } },
    segment: {
      ...{ id: segment.id, tier: segment.tier },
      name: language === 'en' ? (segment.nameEn ?? segment.name) : segment.name,
    },
    class: gap.class,
    causes: causes.map((cause) => ({ code: cause.code, text: gapCauseText(cause, { language, nameOf }) })),
    reach: reach
      ? {
          ...{
            score: reach.score,
            low: reach.low,
            high: reach.high,
            missing: [...reach.missing],
            advice: reach.advice,
          },
          reasons: reach.reasons.map((one) => ({ code: one.code, text: reachReasonText(one, { language, placeOf }) })),
        }
      : null,
    ...{ demand: { ...demand }, coverage: { ...coverage }, circle, unplaced, openNeeds, asOf },
    ...{ stops: gap.stops.length, expected: expectedReply(expected, productId) },
    // a class of a moment ago is not the one that is shown
    trend:
      turn?.class === gap.class
        ? { since: turn.since.toISOString(), before: turn.before, direction: gapDirection(turn) }
        : null,
  };
}

function expectedReply(expected: Expected | null, productId: string): GapReply['expected'] {
  const found = expected?.of.get(productId);
  return expected && found ? { ...found, source: expected.source, asOf: expected.asOf } : null;
}

const rings = ['city', 'circle', 'province', 'nation', 'abroad', null] as const;

function nearestFirst(a: Parameters<typeof ringAt>[0], b: Parameters<typeof ringAt>[0]): number {
  return ringAt(a) - ringAt(b) || a.name.localeCompare(b.name) || a.offerId.localeCompare(b.offerId);
}

const ringAt = ({ ring }: { ring: Parameters<typeof coverageRingOf>[0]; name: string; offerId: string }) =>
  rings.indexOf(coverageRingOf(ring));
