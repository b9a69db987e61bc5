import { type DuplicateDecision, decideDuplicate } from './duplicate-decision.ts';
import { blockingKeys } from './duplicate-keys.ts';
import { type IdentityFacts, type IdentityRecord, newIdentityRecord } from './duplicate-record.ts';
import type { PlaceNames } from './name-places.ts';

export interface DuplicateHit {
  readonly id: string;
  readonly decision: DuplicateDecision;
}

export interface DuplicatePair {
  readonly a: string;
  readonly b: string;
  readonly decision: DuplicateDecision;
}

/** A key shared by more organisations than this (科技园 1号) says nothing; what is the same is found by another key. */
const widestBlock = 400;

/**
 * Organisations by the keys two records of one body share (code, 字号, what is left of the name, house), so that a new one is compared
 * with dozens, not with all. Cost: put and check O(keys + candidates); memory about 2 kB an organisation.
 */
export class DuplicateIndex {
  readonly #places: PlaceNames;
  readonly #records = new Map<string, IdentityRecord>();
  readonly #blocks = new Map<number, string[]>();
  readonly #brands = new Map<string, number>();

  constructor(places: PlaceNames, organisations: Iterable<IdentityFacts> = []) {
    this.#places = places;
    for (const facts of organisations) this.put(facts);
  }

  get size(): number {
    return this.#records.size;
  }

  /** Adds an organisation, or puts it in the place of what was known of it. */
  put(facts: IdentityFacts): void {
    this.remove(facts.id);
    const record = newIdentityRecord(facts, this.#places);
    this.#records.set(facts.id, record);
    for (const brand of brandsOf(record)) this.#brands.set(brand, (this.#brands.get(brand) ?? 0) + 1);
    for (const key of blockingKeys(record)) {
      const block = this.#blocks.get(key);
      if (block === undefined) this.#blocks.set(key, [facts.id]);
      else block.push(facts.id);
    }
  }

  remove(id: string): void {
    const record = this.#records.get(id);
    if (record === undefined) return;
    this.#records.delete(id);
    for (const brand of brandsOf(record)) this.#brands.set(brand, (this.#brands.get(brand) ?? 1) - 1);
    for (const key of blockingKeys(record)) {
      const left = this.#blocks.get(key)?.filter((other) => other !== id) ?? [];
      if (left.length === 0) this.#blocks.delete(key);
      else this.#blocks.set(key, left);
    }
  }

  /** Who the entered organisation may be, the likeliest first; its own id is left out. */
  check(facts: IdentityFacts, limit = 10): readonly DuplicateHit[] {
    const record = newIdentityRecord(facts, this.#places);
    const hits: DuplicateHit[] = [];
    for (const id of this.#candidates(record)) {
      const decision = this.#decide(record, id);
      if (decision !== undefined && decision.verdict !== 'different') hits.push({ id, decision });
    }
    return modest(hits)
      .toSorted((one, other) => other.decision.weight - one.decision.weight || (one.id < other.id ? -1 : 1))
      .slice(0, limit);
  }

  /** Every pair that is not different, each once; a whole city at a time. */
  *pairs(): Generator<DuplicatePair> {
    for (const [a, record] of this.#records) {
      for (const b of this.#candidates(record)) {
        if (b <= a) continue;
        const decision = this.#decide(record, b);
        if (decision !== undefined && decision.verdict !== 'different') yield { a, b, decision };
      }
    }
  }

  #decide(record: IdentityRecord, id: string): DuplicateDecision | undefined {
    const other = this.#records.get(id);
    if (other === undefined || id === record.id) return undefined;
    return decideDuplicate(record, other, (brand) => this.#brands.get(brand) ?? 0);
  }

  #candidates(record: IdentityRecord): Set<string> {
    const found = new Set<string>();
    for (const key of blockingKeys(record)) {
      const block = this.#blocks.get(key) ?? [];
      if (block.length <= widestBlock) for (const id of block) found.add(id);
    }
    return found;
  }
}

/** Two organisations cannot both be the entered one: without a code to tell them apart a person must look. */
function modest(hits: readonly DuplicateHit[]): readonly DuplicateHit[] {
  const sure = hits.filter(({ decision }) => decision.verdict === 'same');
  if (sure.length <= 1) return hits;
  return hits.map((hit) => (isByCode(hit) ? hit : { ...hit, decision: { ...hit.decision, verdict: 'review' } }));
}

function isByCode({ decision }: DuplicateHit): boolean {
  return decision.reasons.some(({ code }) => code === 'code.same');
}

function brandsOf({ name, shortName }: IdentityRecord): ReadonlySet<string> {
  return new Set([name.brand, shortName?.brand ?? '']);
}
