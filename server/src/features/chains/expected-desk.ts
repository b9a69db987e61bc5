import { type ExpectedPurchase, expectedPurchases, type UsingFirm } from '@zhitong/domain/chains/expected-purchase';
import { type OrganisationSize, organisationSizes } from '@zhitong/domain/directory/organisation-fact';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { ChainFacts } from './chain-facts.ts';
import { findIoTable, type StoredIoTable } from './io-table-store.ts';

/** What firms that declared nothing are expected to buy, by product, and by which table. */
export interface Expected {
  readonly source: string;
  readonly asOf: string;
  readonly of: ReadonlyMap<string, ExpectedPurchase>;
}

interface Drawn {
  readonly facts: ChainFacts;
  readonly at: number;
  readonly expected: Expected | null;
}

export interface ExpectedDeskOptions {
  readonly database: Database;
  readonly effects: Effects;
  readonly city: string;
}

/** a table is imported beside the server, and sizes and industries change in the directory: no picture is older */
const oldestMs = 10 * 60_000;

/** Estimates of purchases from the input-output table imported last, reckoned at the first question and kept for some minutes. */
export class ExpectedDesk {
  readonly #options: ExpectedDeskOptions;
  #drawn: Promise<Drawn> | undefined;

  constructor(options: ExpectedDeskOptions) {
    this.#options = options;
  }

  /** Null: no table was imported. */
  async expectedOf(facts: ChainFacts): Promise<Expected | null> {
    const asked = this.#drawn;
    const held = await asked;
    if (held && held.facts === facts && this.#now() - held.at <= oldestMs) return held.expected;
    // whoever asks while one is drawn waits for it
    if (this.#drawn !== asked) return this.expectedOf(facts);
    this.#drawn = this.#draw(facts).catch((error: unknown) => {
      this.#drawn = undefined;
      throw error;
    });
    return (await this.#drawn).expected;
  }

  async #draw(facts: ChainFacts): Promise<Drawn> {
    const { database, city } = this.#options;
    const at = this.#now();
    const { table, firms } = await inContext(database, { city, viewer: 'system' }, async (tx) => {
      const found = await findIoTable(tx);
      return { table: found, firms: found ? await listFirms(tx, city) : [] };
    });
    return { facts, at, expected: table ? this.#reckon(facts, table, firms) : null };
  }

  #reckon({ book }: ChainFacts, stored: StoredIoTable, firms: readonly FirmFact[]): Expected {
    const { source, asOf, table, industryOf } = stored;
    const today = cityDay(this.#options.effects.now());
    const uses = new Map<string, string[]>();
    const declared = new Set<string>();
    for (const productId of industryOf.keys()) {
      const { users, bought } = book.factsOf(productId, today);
      for (const id of users) uses.set(id, [...(uses.get(id) ?? []), productId]);
      for (const { organisationId } of bought) declared.add(`${organisationId} ${productId}`);
    }
    const using: UsingFirm[] = firms.flatMap((firm) => {
      const own = uses.get(firm.id);
      return own ? [{ ...firm, uses: own }] : [];
    });
    const isDeclared = (id: string, productId: string) => declared.has(`${id} ${productId}`);
    return { source, asOf, of: expectedPurchases({ table, industryOf, firms: using, isDeclared }) };
  }

  #now(): number {
    return this.#options.effects.now().getTime();
  }
}

type FirmFact = Omit<UsingFirm, 'uses'>;

async function listFirms(tx: Tx, city: string): Promise<FirmFact[]> {
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'industry', 'size'])
    .where('city', '=', city)
    .where('kind', '=', 'enterprise')
    .where('merged_into', 'is', null)
    .orderBy('id')
    .limit(100_000)
    .execute();
  return rows.map(({ id, industry, size }) => ({ id, industry, size: sizeOf(size) }));
}

const sizeOf = (word: string | null): OrganisationSize | null =>
  organisationSizes.find((size) => size === word) ?? null;
