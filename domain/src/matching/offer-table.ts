import type { Offer, Supplier } from './offer.ts';

/** An offer as the index holds it: which phrase it is registered under, and whose it is. */
export interface OfferEntry {
  readonly offer: Offer;
  readonly firm: FirmEntry;
  /** slot of its phrase in the phrase index, and how many pairs that has */
  readonly phrase: number;
  readonly length: number;
}

/** A firm with its offers. */
export interface FirmEntry {
  readonly id: string;
  /** dense; indexes scratch arrays and is never shown */
  readonly number: number;
  supplier: Supplier | null;
  readonly offers: Map<string, OfferEntry>;
  /** all pairs of all its phrases: the length of the firm's product list */
  length: number;
}

/** Firms and offers by their ids and by product. */
export class OfferTable {
  readonly #offers = new Map<string, OfferEntry>();
  readonly #firms = new Map<string, FirmEntry>();
  readonly #byProduct = new Map<string, Set<OfferEntry>>();
  #firmsWithOffers = 0;
  #lengths = 0;

  get size(): number {
    return this.#offers.size;
  }

  /** The mean length of a product list, over firms that have one. */
  get averageLength(): number {
    return this.#firmsWithOffers === 0 ? 0 : this.#lengths / this.#firmsWithOffers;
  }

  /** How many numbers firms have been given so far. */
  get firmCount(): number {
    return this.#firms.size;
  }

  find(id: string): OfferEntry | undefined {
    return this.#offers.get(id);
  }

  findFirm(id: string): FirmEntry | undefined {
    return this.#firms.get(id);
  }

  /** The firm's row, made when it is first heard of: an offer may come before its firm. */
  firm(id: string): FirmEntry {
    const known = this.#firms.get(id);
    if (known !== undefined) return known;
    const firm: FirmEntry = { id, number: this.#firms.size, supplier: null, offers: new Map(), length: 0 };
    this.#firms.set(id, firm);
    return firm;
  }

  add(entry: OfferEntry): void {
    const { offer, firm } = entry;
    this.#offers.set(offer.id, entry);
    if (firm.offers.size === 0) this.#firmsWithOffers += 1;
    firm.offers.set(offer.id, entry);
    this.#lengthen(firm, entry.length);
    if (offer.productId === null) return;
    const same = this.#byProduct.get(offer.productId) ?? new Set();
    this.#byProduct.set(offer.productId, same.add(entry));
  }

  remove(entry: OfferEntry): void {
    this.#offers.delete(entry.offer.id);
    entry.firm.offers.delete(entry.offer.id);
    if (entry.firm.offers.size === 0) this.#firmsWithOffers -= 1;
    this.#lengthen(entry.firm, -entry.length);
    if (entry.offer.productId !== null) this.#byProduct.get(entry.offer.productId)?.delete(entry);
  }

  #lengthen(firm: FirmEntry, by: number): void {
    firm.length += by;
    this.#lengths += by;
  }

  ofProduct(productId: string): Iterable<OfferEntry> {
    return this.#byProduct.get(productId) ?? [];
  }

  offers(): Iterable<OfferEntry> {
    return this.#offers.values();
  }

  *suppliers(): Iterable<Supplier> {
    for (const firm of this.#firms.values()) if (firm.supplier !== null) yield firm.supplier;
  }
}
