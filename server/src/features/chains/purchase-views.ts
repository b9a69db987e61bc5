import type { listOrigins, listPurchases, PurchaseRow } from '@zhitong/contract/chains/purchase-contract';
import { oldestPurchaseDay, type PurchaseLevel, purchaseLevels } from '@zhitong/domain/chains/purchase';
import type { OriginBook } from '@zhitong/domain/chains/purchase-origin';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { contextOf } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import type { ChainFacts } from './chain-facts.ts';
import { type NamedProducts, namesIn } from './chain-names.ts';
import type { Reading } from './chain-views.ts';

interface Row {
  id: string;
  organisation_id: string;
  organisation_name: string;
  product_id: string;
  fen_a_year: string;
  quantity: number | null;
  unit: string | null;
  origin: string | null;
  as_of: string;
  note: string | null;
  level: string;
  evidence: string | null;
  verified_by: string | null;
  verified_at: Date | null;
  edition: number;
  demo: boolean;
}

type Asked = z.output<NonNullable<typeof listPurchases.query>>;

/** The greatest first. Whose they are the database decides: one’s own, or the bureau’s city. */
export async function viewPurchases(
  deps: ChainDeps,
  { viewer, language }: Reading,
  query: Asked,
): Promise<z.output<typeof listPurchases.reply>> {
  const { city, organisationId, role } = viewer;
  const facts = await deps.chains.facts();
  const whose = role === 'operator' ? sql`true` : sql`p.organisation_id = ${organisationId}::uuid`;
  const filter = sql`p.city = ${city} and p.withdrawn_at is null and ${whose} and ${chosen(facts, query)}`;
  const { rows, sums } = await inContext(deps.database, contextOf(viewer), async (tx) => ({
    rows: await listRows(tx, filter, query),
    sums: await sumLevels(tx, filter),
  }));
  const oldest = oldestPurchaseDay(cityDay(deps.effects.now()));
  const names = { oldest, nameOf: namesIn(facts.book, language), originOf: originsIn(facts.origins, language) };
  return {
    purchases: rows.map((row) => purchaseOf(row, names)),
    ...{ total: sums.declared.rows + sums.confirmed.rows, sums },
  };
}

export async function viewOrigins(
  deps: ChainDeps,
  { language }: Pick<Reading, 'language'>,
  { q, limit }: z.output<NonNullable<typeof listOrigins.query>>,
): Promise<z.input<typeof listOrigins.reply>> {
  const { origins } = await deps.chains.facts();
  return { origins: origins.search(q, limit).map(({ code, name }) => ({ code, name: name[language] })) };
}

function chosen({ book }: ChainFacts, { level, product, q }: Asked): RawBuilder<unknown> {
  const parts = [
    level === undefined ? sql`true` : sql`p.level = ${level}`,
    product === undefined ? sql`true` : sql`p.product_id = ${product}`,
  ];
  if (q !== undefined && q !== '') {
    const words = q.toLowerCase();
    const named = [...book.products.values()]
      .filter(({ name, nameEn }) => [name, nameEn ?? ''].some((one) => one.toLowerCase().includes(words)))
      .map(({ id }) => id);
    parts.push(
      sql`(p.product_id = any(${named}::text[]) or position(${words} in lower(o.name || ' ' || coalesce(o.short_name, ''))) > 0)`,
    );
  }
  return sql.join(parts, sql` and `);
}

const joined = sql`purchase p join organisation o on o.city = p.city and o.id = p.organisation_id`;

async function listRows(tx: Tx, filter: RawBuilder<unknown>, { limit, offset }: Asked): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select p.id, p.organisation_id, coalesce(o.short_name, o.name) as organisation_name, p.product_id, p.fen_a_year::text,
           p.quantity, p.unit, p.origin, p.as_of::text, p.note, p.level, p.evidence, p.verified_by, p.verified_at, p.edition,
           p.demo
    from ${joined} where ${filter} order by p.fen_a_year desc, p.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

async function sumLevels(tx: Tx, filter: RawBuilder<unknown>) {
  const { rows } = await sql<{ level: string; rows: number; fen: string }>`
    select p.level, count(*)::int as rows, sum(p.fen_a_year)::text as fen
    from ${joined} where ${filter} group by p.level`.execute(tx);
  const [declared, confirmed] = purchaseLevels.map((level) => {
    const found = rows.find((row) => row.level === level);
    return { rows: found?.rows ?? 0, fenAYear: Number(found?.fen ?? 0) };
  });
  return { declared: declared ?? none, confirmed: confirmed ?? none };
}

const none = { rows: 0, fenAYear: 0 };

interface Names {
  /** purchases of earlier days are old */
  readonly oldest: string;
  readonly nameOf: NamedProducts;
  readonly originOf: (code: string) => string;
}

function purchaseOf(row: Row, { oldest, nameOf, originOf }: Names): PurchaseRow {
  return {
    ...{ id: row.id, organisation: { id: row.organisation_id, name: row.organisation_name } },
    product: { id: row.product_id, name: nameOf(row.product_id) },
    ...{ fenAYear: Number(row.fen_a_year), quantity: row.quantity, unit: row.unit, asOf: row.as_of, note: row.note },
    old: row.as_of < oldest,
    origin: row.origin === null ? null : { code: row.origin, name: originOf(row.origin) },
    ...{ level: wordColumn<PurchaseLevel>(row.level), evidence: row.evidence, verifiedBy: row.verified_by },
    ...{ verifiedAt: row.verified_at?.toISOString() ?? null, edition: row.edition, demo: row.demo },
  };
}

/** A place that left the map stands by its code. */
const originsIn =
  (origins: OriginBook, language: Reading['language']): Names['originOf'] =>
  (code) =>
    origins.find(code)?.name[language] ?? code;
