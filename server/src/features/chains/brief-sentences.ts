import type { BriefReply } from '@zhitong/contract/chains/brief-contract';
import { closedSince } from '@zhitong/domain/chains/brief';
import { dealsText } from '@zhitong/domain/chains/brief-deals';
import { type BriefSentence, briefSentences, piecesOf } from '@zhitong/domain/chains/brief-words';
import { chooseCounted, fillCounted } from '@zhitong/domain/chains/counted-words';
import { type ChainGap, knownFen } from '@zhitong/domain/chains/diagnosis';
import { gapClassWords, isWeak } from '@zhitong/domain/chains/gap-class';
import type { Language } from '@zhitong/domain/language';
import { moneyText } from '@zhitong/domain/matching/money-text';
import type { BriefFacts, OpenOrder } from './brief-facts.ts';
import { countVerdicts, type DrillNaming, drillSentence } from './drill-views.ts';

type Pieces = BriefReply['sentences'][number];
type Ref = NonNullable<Pieces[number]['ref']>;

/** The chain in five sentences; every figure opens what it counts. */
export function sentencesOf(facts: BriefFacts, naming: DrillNaming): Pieces[] {
  const { language } = naming;
  const { id } = facts.chain;
  const say = (
    name: BriefSentence,
    words: Readonly<Record<string, [text: string | number, kind: Ref['kind'], of?: string]>>,
  ) =>
    piecesOf<Ref>(
      chooseCounted(briefSentences[name][language], firstOf(words)),
      Object.fromEntries(
        Object.entries(words).map(([key, [text, kind, of = id]]) => [
          key,
          { text: String(text), ref: { kind, id: of } },
        ]),
      ),
    );
  const closed = closedSince(facts.classes, facts.quarter).length;
  const lights = countOrderLights(facts.orders);
  return [
    say('firms', { firms: [facts.firms.size, 'chain'], deals: [dealsText(facts.delivered, language), 'deals'] }),
    say('links', {
      ...{ links: [facts.gaps.length, 'chain'], weak: [weakOf(facts.gaps), 'gaps'], closed: [closed, 'gaps'] },
      unknown: [facts.gaps.filter((gap) => gap.class === 'unknown').length, 'gaps'],
    }),
    gapSentence(),
    drillSentenceOf(),
    say('orders', {
      orders: [facts.orders.length, 'orders'],
      red: [lights.red, 'orders'],
      yellow: [lights.yellow, 'orders'],
    }),
  ];

  function gapSentence(): Pieces {
    const [greatest] = facts.gaps
      .filter((gap) => isWeak(gap.class) && knownFen(gap) > 0)
      .toSorted((a, b) => knownFen(b) - knownFen(a));
    if (!greatest) return say('no-price', { gaps: [language === 'zh' ? '缺口清单' : 'the list of gaps', 'gaps'] });
    const at = [greatest.productId] as const;
    return say('gap', {
      product: [naming.nameOf(greatest.productId), 'gap', ...at],
      class: [gapClassWords[greatest.class][language], 'gap', ...at],
      amount: [`${moneyText(knownFen(greatest), language)}${declaredNote(greatest, language)}`, 'gap', ...at],
      buyers: [greatest.demand.buyers ?? 0, 'gap', ...at],
    });
  }

  function drillSentenceOf(): Pieces {
    const { firms, regions, outcomes, unsourced } = facts.drill;
    const [reddest] = outcomes.filter(({ verdict }) => verdict === 'red');
    if (reddest) {
      const more = countVerdicts(outcomes).red;
      const count = language === 'zh' ? `（共 ${more} 处来不及换）` : ` (${more} that cannot be replaced in time)`;
      return say('drill', { drill: [`${drillSentence(reddest, naming)}${count}`, 'drill'] });
    }
    const text =
      language === 'zh'
        ? `${firms} 家、${regions} 处来源`
        : fillCounted('{firms|# firm|# firms} and {regions|# place|# places} taken out', { firms, regions });
    return say('no-drill', { drill: [text, 'drill'], unsourced: [unsourced.length, 'drill'] });
  }
}

const firstOf = (words: Readonly<Record<string, readonly [text: string | number, ...unknown[]]>>) =>
  Object.fromEntries(Object.entries(words).map(([name, [text]]) => [name, text]));

export const weakOf = (gaps: readonly ChainGap[]): number => gaps.filter((gap) => isWeak(gap.class)).length;

export function countOrderLights(orders: readonly Pick<OpenOrder, 'light'>[]) {
  const count = (of: OpenOrder['light']) => orders.filter(({ light }) => light === of).length;
  return { red: count('red'), yellow: count('yellow'), green: count('green') };
}

function declaredNote({ demand }: ChainGap, language: Language): string {
  if (!demand.declaredFen) return '';
  const part = moneyText(demand.declaredFen, language);
  return language === 'zh' ? `（其中企业自述 ${part}）` : ` (${part} of it declared)`;
}
