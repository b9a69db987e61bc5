import { NameFinder } from '@zhitong/algorithms/search/name-finder';
import { everydayWords } from './everyday-words.ts';
import type { Product } from './product.ts';
import { normaliseName, normaliseText, originOf } from './text-normal.ts';

/** A name of a product found in a text: `text.slice(start, end) === quote`. */
export interface LexiconHit {
  readonly productId: string;
  readonly name: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** All names and aliases of the product graph, found in running text; it grows when an import adds products. */
export class ProductLexicon {
  readonly #products = new Map<string, Product>();
  readonly #names = new NameFinder<string>();

  constructor(products: Iterable<Product> = []) {
    this.add(products);
  }

  /** A name that two products share stays with the first: hand-made products are added before imported ones. */
  add(products: Iterable<Product>): void {
    for (const product of products) {
      this.#products.set(product.id, product);
      if (product.junk) continue;
      for (const name of [product.name, ...product.aliases]) this.#names.add(normaliseName(name), product.id);
    }
  }

  get(id: string): Product | undefined {
    return this.#products.get(id);
  }

  /** The product a name stands for, after normalisation; undefined when no product is called so. */
  findByName(name: string): Product | undefined {
    const id = this.#names.get(normaliseName(name));
    return id === undefined ? undefined : this.#products.get(id);
  }

  /**
   * Longest names first, left to right, each product once, in the order of the text. Of names that touch, the last one counts:
   * a Chinese name ends with what the thing is (碳纤维自行车 is a bicycle). Cost: linear in the text.
   */
  find(text: string): LexiconHit[] {
    const normal = normaliseText(text);
    const found = this.#names.find(normal.text, (start, end) => isWholeWord(normal.text, start, end));
    const heads = found.filter(({ end }, at) => found[at + 1]?.start !== end);
    const hits = heads.flatMap(({ value, start, end }): LexiconHit[] => {
      const place = originOf(normal, start, end);
      const product = this.#products.get(value);
      return product === undefined
        ? []
        : [{ productId: value, name: product.name, quote: text.slice(place.start, place.end), ...place }];
    });
    return withoutRepeats(this.#withoutNoise(hits, text));
  }

  /**
   * An imported vocabulary of a hundred thousand names holds everyday words (地点, 标准, 运费) that name nothing in a paragraph: they count
   * only when they are the whole text, and short imported names give way to hand-made ones.
   */
  #withoutNoise(hits: readonly LexiconHit[], text: string): LexiconHit[] {
    const isImported = ({ productId }: LexiconHit) => this.#products.get(productId)?.source === 'chainkg';
    const whole = text.trim();
    const telling = hits.filter((hit) => !isImported(hit) || hit.quote === whole || !everydayWords.has(hit.quote));
    const byHand = telling.some((hit) => !isImported(hit));
    return telling.filter((hit) => !byHand || !isImported(hit) || hit.quote.length >= shortestBesideHandMade);
  }

  /** The name or alias of a product that stands in a text, normalised; its own name when none does. */
  nameIn(text: string, product: Product): string {
    const normal = normaliseText(text).text;
    const names = [product.name, ...product.aliases].map(normaliseName);
    return (
      names.filter((name) => normal.includes(name)).sort((a, b) => b.length - a.length)[0] ??
      normaliseName(product.name)
    );
  }

  /** Names that begin with or contain the words typed so far, best first: shorter names first, then by name. */
  suggest(words: string, limit = 10): Product[] {
    const wanted = normaliseName(words);
    if (wanted === '') return [];
    const found: { readonly product: Product; readonly rank: number }[] = [];
    for (const product of this.#products.values()) {
      const rank = product.junk ? null : rankOf(product, wanted);
      if (rank !== null) found.push({ product, rank });
    }
    return found
      .sort(
        (a, b) =>
          a.rank - b.rank ||
          a.product.name.length - b.product.name.length ||
          (a.product.name < b.product.name ? -1 : 1),
      )
      .slice(0, limit)
      .map(({ product }) => product);
  }
}

function withoutRepeats(hits: readonly LexiconHit[]): LexiconHit[] {
  const seen = new Set<string>();
  return hits.filter(({ productId }) => !seen.has(productId) && seen.add(productId));
}

/** beside a hand-made product a shorter imported name is a word of the sentence, not a second product */
const shortestBesideHandMade = 4;

/** 0 the very name, 1 begins so, 2 contains it; null not at all. */
function rankOf(product: Product, wanted: string): number | null {
  const names = [product.name, ...product.aliases].map(normaliseName);
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  return names.some((name) => name.includes(wanted)) ? 2 : null;
}

/** `CE` is not found in `face`: a name that begins or ends with a Latin letter or figure must not continue with one. */
function isWholeWord(text: string, start: number, end: number): boolean {
  return !(isLatin(text, start) && isLatin(text, start - 1)) && !(isLatin(text, end - 1) && isLatin(text, end));
}

function isLatin(text: string, at: number): boolean {
  return /[a-z0-9]/.test(text.charAt(at));
}
