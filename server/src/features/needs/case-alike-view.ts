import type { AlikeCase } from '@zhitong/contract/needs/case-alike-contract';
import type { CaseStatus } from '@zhitong/domain/needs/case-action';
import { alikeFrom, requestLikeness } from '@zhitong/domain/needs/request-likeness';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';

/** The newest answered cases that are compared; what lies further back has been answered by other rules. */
const compared = 200;
const shown = 3;

interface Row {
  id: string;
  title: string;
  status: string;
  text: string;
  asker_id: string;
  asker_name: string;
  answer: string;
  answered_at: Date;
}

/** Answered cases of the same body and matter (of the same list where there is no matter) that read like this one. */
export function viewAlikeCases(database: Database, viewer: Viewer, id: string): Promise<{ alike: AlikeCase[] }> {
  return inContext(database, contextOf(viewer), async (tx) => {
    const one = await tx
      .selectFrom('need_case')
      .select(['id', 'text', 'list', 'lead_id', 'duty_id'])
      .where('city', '=', viewer.city)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!one) throw new Refusal('platform.not-found');
    const rows = await listAnswered(tx, { city: viewer.city, ...one });
    const scored = rows.map((row) => ({ row, score: requestLikeness(one.text, row.text) }));
    const alike = scored
      .filter(({ score }) => score >= alikeFrom)
      .toSorted((a, b) => b.score - a.score || (a.row.id < b.row.id ? 1 : -1))
      .slice(0, shown);
    return { alike: alike.map(({ row, score }) => alikeOf(row, score)) };
  });
}

function alikeOf(row: Row, score: number): AlikeCase {
  return {
    case: { id: row.id, title: row.title, status: wordColumn<CaseStatus>(row.status) },
    asker: { id: row.asker_id, name: row.asker_name },
    ...{ score: Math.round(score * 100) / 100, answer: row.answer, answeredAt: row.answered_at.toISOString() },
  };
}

async function listAnswered(
  tx: Tx,
  of: { city: string; id: string; list: string; lead_id: string; duty_id: string | null },
): Promise<readonly Row[]> {
  const same = of.duty_id === null ? sql`c.list = ${of.list}` : sql`c.duty_id = ${of.duty_id}::uuid`;
  const { rows } = await sql<Row>`
    select c.id, c.title, c.status, c.text, c.asker_id, c.asker_name, last.text as answer, last.at as answered_at
    from need_case c
    cross join lateral (
      select a.text, a.at from case_action a
      where a.city = c.city and a.case_id = c.id and a.kind = 'answered' and a.text is not null
      order by a.seq desc limit 1) last
    where c.city = ${of.city} and c.lead_id = ${of.lead_id} and ${same} and c.id <> ${of.id}
    order by c.started_at desc, c.id limit ${compared}`.execute(tx);
  return rows;
}
