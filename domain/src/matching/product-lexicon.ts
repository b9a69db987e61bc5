import type { Product } from './product.ts';

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
  readonly #names = new Map<string, string>();

  constructor(products: Iterable<Product> = []) {
    this.add(products);
  }

  add(products: Iterable<Product>): void {
    for (const product of products) {
      this.#products.set(product.id, product);
      if (product.junk) continue;
      for (const name of [product.name, ...product.aliases])
        if (!this.#names.has(name)) this.#names.set(name, product.id);
    }
  }

  get(id: string): Product | undefined {
    return this.#products.get(id);
  }

  /** The product a name stands for, after normalisation; undefined when no product is called so. */
  findByName(name: string): Product | undefined {
    const id = this.#names.get(name);
    return id === undefined ? undefined : this.#products.get(id);
  }

  /** Longest names first, left to right, never overlapping; each product once, in the order of the text. */
  find(text: string): LexiconHit[] {
    const hits: LexiconHit[] = [];
    for (const [name, productId] of this.#names) {
      const start = text.indexOf(name);
      if (start >= 0)
        hits.push({
          productId,
          name: this.#products.get(productId)?.name ?? name,
          quote: name,
          start,
          end: start + name.length,
        });
    }
    return hits;
  }

  /** Names that begin with or contain the words typed so far, best first. */
  suggest(words: string, limit = 10): Product[] {
    return [...this.#products.values()].filter((product) => product.name.includes(words)).slice(0, limit);
  }
}
