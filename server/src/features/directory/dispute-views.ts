import type { Dispute, listDisputes } from '@zhitong/contract/directory/dispute-contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';

interface Row {
  id: string;
  organisation_id: string;
  organisation_name: string;
  field: string;
  claim: string;
  by_id: string;
  by_organisation_name: string;
  by_name: string;
  at: Date;
  state: Dispute['state'];
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
}

/** Row-level security gives the bureau all of them, everybody else the own. Open ones first. */
export function viewDisputes(
  database: Database,
  viewer: Viewer,
  { state, organisation }: z.output<typeof listDisputes.query & z.ZodType>,
): Promise<z.input<typeof listDisputes.reply>> {
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const { rows } = await sql<Row>`
      select d.id, d.organisation_id, o.name as organisation_name, d.field, d.claim, d.by_organisation as by_id,
        b.name as by_organisation_name, d.by_name, d.at, d.state, d.answer, d.answered_by, d.answered_at
      from dispute d
      join organisation o on o.city = d.city and o.id = d.organisation_id
      join organisation b on b.city = d.city and b.id = d.by_organisation
      where d.city = ${city}
        ${state === undefined ? sql`` : sql`and d.state = ${state}`}
        ${organisation === undefined ? sql`` : sql`and d.organisation_id = ${organisation}`}
      order by d.state = 'open' desc, d.at desc, d.id limit 200`.execute(tx);
    return {
      disputes: rows.map((row) => ({
        ...{ id: row.id, field: row.field, claim: row.claim, byName: row.by_name, at: row.at.toISOString() },
        organisation: { id: row.organisation_id, name: row.organisation_name },
        by: { id: row.by_id, name: row.by_organisation_name },
        ...{ state: row.state, answer: row.answer, answeredBy: row.answered_by },
        answeredAt: row.answered_at?.toISOString() ?? null,
      })),
    };
  });
}
