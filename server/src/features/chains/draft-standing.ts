import { type ChainContent, chainProblems } from '@zhitong/domain/chains/chain-map';
import { chainRefusals } from '@zhitong/domain/chains/chain-refusals';
import { versionOn } from '@zhitong/domain/chains/chain-version';
import { dayProblem } from '@zhitong/domain/chains/draft-days';
import type { FactBook } from '@zhitong/domain/chains/fact-book';
import { madeFromProblem } from '@zhitong/domain/chains/made-from-cycle';
import type { Language } from '@zhitong/domain/language';
import { fillIn, type Refusal } from '@zhitong/domain/refusal';
import type { NamedProducts } from './chain-names.ts';
import type { StoredChain } from './chain-reading.ts';

interface Looking {
  readonly book: FactBook;
  /** every chain of the city, this one too */
  readonly chains: readonly StoredChain[];
  readonly today: string;
}

interface Drawn {
  readonly chainId: string;
  readonly content: ChainContent;
  readonly validFrom: string;
}

/** Everything that would be refused when the draft is handed in, the first reason first. */
export function problemsOf({ chainId, content, validFrom }: Drawn, { book, chains, today }: Looking): Refusal[] {
  const products = content.segments.flatMap((segment) => segment.products);
  const known = [...new Set(products)].flatMap((id) => book.products.get(id) ?? []);
  const versions = chains.find(({ id }) => id === chainId)?.versions ?? [];
  return [
    ...chainProblems(content, (id) => book.products.get(id)),
    ...[madeFromProblem(known, book.structureOf(products)), dayProblem(versions, { from: validFrom, today })],
  ].filter((problem) => problem !== undefined);
}

/** The same in words, and the products that stand in another chain too. */
export function standingOf(
  drawn: Drawn,
  looking: Looking & { readonly language: Language; readonly nameOf: NamedProducts },
) {
  const { language, nameOf, chains, today } = looking;
  const own = new Set(drawn.content.segments.flatMap(({ products }) => products));
  return {
    problems: problemsOf(drawn, looking).map((problem) => ({ code: problem.code, text: wordsOf(problem, language) })),
    notes: chains
      .filter(({ id }) => id !== drawn.chainId)
      .flatMap(({ versions }) => {
        const content = versionOn(versions, today)?.content;
        const chain = (language === 'en' ? content?.nameEn : null) ?? content?.name ?? '';
        const shared = (content?.segments ?? []).flatMap(({ products }) => products).filter((one) => own.has(one));
        return shared.map((id) => ({ product: { id, name: nameOf(id) }, chain }));
      }),
  };
}

function wordsOf({ code, details }: Refusal, language: Language): string {
  const known = Object.entries(chainRefusals).find(([name]) => name === code);
  return known ? fillIn(known[1][language], details) : code;
}
