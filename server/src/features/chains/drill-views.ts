import type { DrillReply, DrillRow } from '@zhitong/contract/chains/drill-contract';
import type { CoverageRing } from '@zhitong/domain/chains/chain-facts';
import type { ChainContent } from '@zhitong/domain/chains/chain-map';
import { type DrillOutcome, type DrillVerdict, drillChain } from '@zhitong/domain/chains/drill';
import { type DrillRules, stockDaysIn } from '@zhitong/domain/chains/drill-rules';
import { drillText } from '@zhitong/domain/chains/drill-words';
import { usualGapRules } from '@zhitong/domain/chains/gap';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { ChainDeps } from './chain-deps.ts';
import type { ChainFacts } from './chain-facts.ts';
import { circleIn, type NamedProducts, namesIn, placesIn } from './chain-names.ts';
import { getVersion, linkOf, type Reading } from './chain-views.ts';
import { readDrillFacts } from './drill-facts.ts';

/** The drill as the facts are now, and when the last one of the night was. */
export async function viewDrill(deps: ChainDeps, { viewer, language }: Reading, id: string): Promise<DrillReply> {
  const now = deps.effects.now();
  const today = cityDay(now);
  const { chain, version, names } = await getVersion(deps, viewer, { id });
  const { rules, night } = await readDrillFacts(deps, viewer, { chainId: chain.id, day: today });
  const facts = await deps.chains.facts();
  const found = drillChain(version.content, { book: facts.book, today, rules });
  const named = drillNaming(facts, version.content, { language, names });
  const { leaderId } = version.content;
  const leader = leaderId === null ? null : { id: leaderId, name: named.leader ?? leaderId };
  return {
    ...{ chain: linkOf(chain, version.content, language), leader, firms: found.firms },
    ...{ regions: found.regions, leaderKnown: found.leaderKnown },
    circle: circleIn(facts, viewer.city, language),
    rows: found.outcomes.map((outcome) => drillRowOf(outcome, rules, named)),
    verdicts: countVerdicts(found.outcomes),
    unsourced: found.unsourced.map((one) => ({ id: one, name: named.nameOf(one) })),
    assumed: { stockDays: rules.stockDays, qualifyDays: { ...rules.qualifyDays } },
    night: night ? { at: night.at.toISOString(), firms: night.firms, regions: night.regions, red: night.red } : null,
    asOf: now.toISOString(),
  };
}

export interface DrillNaming {
  readonly language: Language;
  readonly nameOf: NamedProducts;
  readonly placeOf: (code: string) => string;
  readonly leader: string | null;
}

export function drillNaming(
  facts: Pick<ChainFacts, 'book' | 'map'>,
  { leaderId }: Pick<ChainContent, 'leaderId'>,
  { language, names }: { language: Language; names: ReadonlyMap<string, string> },
): DrillNaming {
  const leader = leaderId === null ? null : (names.get(leaderId) ?? leaderId);
  return { language, leader, nameOf: namesIn(facts.book, language), placeOf: placesIn(facts, language) };
}

const fewWords = {
  zh: '外地一处来源（采购企业不足 5 家，不公开）',
  en: 'a place outside (fewer than five buyers, not told)',
};

/** A place that fewer firms than may be told buy from has no name: it would say where one of them buys. */
export function takenOf({ taken, buyers }: DrillOutcome, { language, placeOf }: DrillNaming): DrillRow['taken'] {
  if (taken.kind === 'firm') return { kind: 'firm', id: taken.id, name: taken.name };
  if ((buyers ?? 0) < usualGapRules.fewestBuyers) return { kind: 'region', id: null, name: fewWords[language] };
  return { kind: 'region', id: taken.id, name: placeOf(taken.id) };
}

export function drillSentence(outcome: DrillOutcome, naming: DrillNaming): string {
  return drillText(outcome, { ...naming, taken: takenOf(outcome, naming).name });
}

function drillRowOf(outcome: DrillOutcome, rules: DrillRules, naming: DrillNaming): DrillRow {
  const { lost, stops, survive, recover, target, verdict } = outcome;
  const link = (id: string) => ({ id, name: naming.nameOf(id) });
  return {
    ...{ taken: takenOf(outcome, naming), verdict, text: drillSentence(outcome, naming), target },
    ...{ surviveDays: survive?.days ?? null, recover: recover && { ...recover } },
    lost: lost.map(({ productId, sourceless, replacement: { maker, days, certain } }) => ({
      ...{ product: link(productId), stockDays: stockDaysIn(rules, productId) },
      replacement: { known: maker !== null, ring: ringOf(maker), days, certain },
      sourceless: sourceless.map(link),
    })),
    stops: stops.map(({ productId, days }) => ({ product: link(productId), days })),
  };
}

const ringOf = (maker: { readonly ring: CoverageRing | null } | null): CoverageRing | null => maker?.ring ?? null;

export function countVerdicts(outcomes: readonly Pick<DrillOutcome, 'verdict'>[]): Record<DrillVerdict, number> {
  const count = (of: DrillVerdict) => outcomes.filter(({ verdict }) => verdict === of).length;
  return { red: count('red'), unknown: count('unknown'), holds: count('holds'), unaffected: count('unaffected') };
}
