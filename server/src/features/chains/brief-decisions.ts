import type { BriefDecision } from '@zhitong/contract/chains/brief-contract';
import { rankDecisions } from '@zhitong/domain/chains/brief';
import { blockedWords, draftWords } from '@zhitong/domain/chains/brief-words';
import { fillCounted } from '@zhitong/domain/chains/counted-words';
import { type ChainGap, knownFen } from '@zhitong/domain/chains/diagnosis';
import { gapClassWords } from '@zhitong/domain/chains/gap-class';
import type { Language } from '@zhitong/domain/language';
import { cityDay, spokenDay } from '@zhitong/domain/needs/city-day';
import { fillIn } from '@zhitong/domain/refusal';
import type { Viewer } from '#platform/viewer';
import type { BriefFacts, StuckCase } from './brief-facts.ts';
import type { NamedProducts } from './chain-names.ts';

export interface BriefReader {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly nameOf: NamedProducts;
}

/** What of the facts of a chain decides. */
export interface DecidingFacts extends Pick<BriefFacts, 'stuck' | 'needs' | 'classes' | 'now' | 'feedbackDue'> {
  readonly gaps: readonly DecidingGap[];
}
type DecidingGap = Pick<ChainGap, 'productId' | 'class' | 'demand'>;

const dayMs = 86_400_000;
const handBacksThatCount = 2;

/** What only the chief can decide: cases that climbed or went to and fro, and gaps one of whose needs is overdue with its body. */
export function decisionsOf(facts: DecidingFacts, reader: BriefReader): BriefDecision[] {
  const blocked = facts.stuck.filter((one) => one.escalated || one.handBacks >= handBacksThatCount);
  const told = new Set(blocked.map(({ needId }) => needId));
  const gaps = facts.gaps.flatMap((gap) => {
    const needs = facts.needs.get(gap.productId) ?? [];
    const isGap = gap.class === 'missing' || gap.class === 'short';
    const late = facts.stuck.find((one) => one.late && needs.includes(one.needId));
    return isGap && late && !needs.some((need) => told.has(need)) ? [{ gap, late }] : [];
  });
  return rankDecisions([
    ...blocked.map((one) => ofCase(one, facts, reader)),
    ...gaps.map((one) => ofGap(one, facts, reader)),
  ]);
}

function ofCase(stuck: StuckCase, facts: DecidingFacts, { viewer, language, nameOf }: BriefReader): BriefDecision {
  const { id, needId, title, body, since, escalated, handBacks } = stuck;
  const gap = facts.gaps.find((one) => facts.needs.get(one.productId)?.includes(needId));
  const why = escalated
    ? blockedWords.escalated[language]
    : fillCounted(blockedWords['handed-back'][language], { count: String(handBacks) });
  return {
    ...{ kind: 'case', title, why, case: { id, needId }, body: { ...body } },
    product: gap ? { id: gap.productId, name: nameOf(gap.productId), class: gap.class } : null,
    ...{ since: since.toISOString(), days: daysBetween(since, facts.now), fenAYear: shownFen(gap) },
    draft: fillIn(draftWords.case[language], { body: body.name, date: spokenOf(facts, language), title }),
    ...{ feedbackBy: cityDay(facts.feedbackDue), signable: mayOrder(viewer) },
  };
}

function ofGap(
  { gap, late }: { readonly gap: DecidingGap; readonly late: StuckCase },
  facts: DecidingFacts,
  { viewer, language, nameOf }: BriefReader,
): BriefDecision {
  const needs = facts.needs.get(gap.productId) ?? [];
  const since = facts.classes.find((one) => one.productId === gap.productId && one.until === null)?.since ?? null;
  const product = { id: gap.productId, name: nameOf(gap.productId), class: gap.class };
  const words = { product: product.name, class: gapClassWords[gap.class][language] };
  return {
    ...{ kind: 'gap', title: product.name, product, body: { ...late.body } },
    why: fillCounted(blockedWords.gap[language], { ...words, count: String(needs.length) }),
    case: { id: late.id, needId: late.needId },
    ...{ since: since?.toISOString() ?? null, days: since && daysBetween(since, facts.now), fenAYear: shownFen(gap) },
    draft: fillIn(draftWords.gap[language], { ...words, body: late.body.name, date: spokenOf(facts, language) }),
    ...{ feedbackBy: cityDay(facts.feedbackDue), signable: mayOrder(viewer) },
  };
}

const spokenOf = ({ feedbackDue }: DecidingFacts, language: Language): string => {
  const { date, dateEn } = spokenDay(feedbackDue);
  return language === 'zh' ? date : dateEn;
};

const mayOrder = ({ role }: Viewer): boolean => role === 'chief-office' || role === 'operator';

const daysBetween = (since: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - since.getTime()) / dayMs));

/** Nothing that is not shown in the list of gaps. */
function shownFen(gap: DecidingGap | undefined): number | null {
  if (gap === undefined) return null;
  const { confirmedFen, declaredFen } = gap.demand;
  return confirmedFen === null && declaredFen === null ? null : knownFen(gap);
}
