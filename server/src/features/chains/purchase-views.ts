import type { listPurchases, PurchaseRow } from '@zhitong/contract/chains/purchase-contract';
import type { PurchaseLevel } from '@zhitong/domain/chains/purchase';
import { sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import { wordColumn } from '#platform/json-column';
import { contextOf } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import { namesIn } from './chain-names.ts';
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
  total: number;
}

/** The greatest first. Whose they are the database decides: one’s own, or the bureau’s city. */
export async function viewPurchases(
  deps: ChainDeps,
  { viewer, language }: Reading,
  query: z.output<NonNullable<typeof listPurchases.query>>,
): Promise<z.input<typeof listPurchases.reply>> {
  const { city, organisationId, role } = viewer;
  const { book, map } = await deps.chains.facts();
  const own = role === 'operator' ? sql`true` : sql`p.organisation_id = ${organisationId}::uuid`;
  const level = query.level === undefined ? sql`true` : sql`p.level = ${query.level}`;
  const product = query.product === undefined ? sql`true` : sql`p.product_id = ${query.product}`;
  const { rows } = await inContext(deps.database, contextOf(viewer), (tx) =>
    sql<Row>`
      select p.id, p.organisation_id, coalesce(o.short_name, o.name) as organisation_name, p.product_id, p.fen_a_year::text,
             p.quantity, p.unit, p.origin, p.as_of::text, p.note, p.level, p.evidence, p.verified_by, p.verified_at, p.edition,
             p.demo, count(*) over ()::int as total
      from purchase p join organisation o on o.city = p.city and o.id = p.organisation_id
      where p.city = ${city} and p.withdrawn_at is null and ${own} and ${level} and ${product}
      order by p.fen_a_year desc, p.id limit ${query.limit} offset ${query.offset}`.execute(tx),
  );
  const nameOf = namesIn(book, language);
  const purchases = rows.map(
    (row): PurchaseRow => ({
      ...{ id: row.id, organisation: { id: row.organisation_id, name: row.organisation_name } },
      product: { id: row.product_id, name: nameOf(row.product_id) },
      ...{ fenAYear: Number(row.fen_a_year), quantity: row.quantity, unit: row.unit, asOf: row.as_of, note: row.note },
      origin:
        row.origin === null
          ? null
          : { code: row.origin, name: map.find(row.origin)?.name[language] ?? countryName(row.origin, language) },
      ...{ level: wordColumn<PurchaseLevel>(row.level), evidence: row.evidence, verifiedBy: row.verified_by },
      ...{ verifiedAt: row.verified_at?.toISOString() ?? null, edition: row.edition, demo: row.demo },
    }),
  );
  return { purchases, total: rows[0]?.total ?? 0 };
}

function countryName(code: string, language: 'zh' | 'en'): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([language === 'zh' ? 'zh-CN' : 'en'], { type: 'region' }).of(code) ?? code;
}
