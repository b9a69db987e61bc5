import type { listWaitingCases } from '@zhitong/contract/needs/supervision-contract';
import type { ProposedMatter } from '@zhitong/domain/needs/case-proposal';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import { jsonColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { proposalOf } from './case-detail-views.ts';
import { waitsForBody } from './case-filter-sql.ts';
import { caseColumns, caseRowOf, minutesOfToday, type StoredCaseRow } from './case-row.ts';
import { getCaseRules } from './case-rules.ts';

const proposed = 3;

/** Cases that routing was not sure of: what is due first at the top, each with the likeliest matters and why. */
export function viewWaitingCases(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<z.input<typeof listWaitingCases.reply>> {
  const now = effects.now();
  const waits = sql`c.city = ${viewer.city} and ${waitsForBody(viewer.organisationId)}`;
  return inContext(database, contextOf(viewer), async (tx) => {
    const rules = await getCaseRules(tx, { city: viewer.city, day: cityDay(now) });
    const { rows } = await sql<StoredCaseRow & { seq: number; candidates: unknown }>`
      select ${caseColumns}, c.seq, c.candidates from need_case c where ${waits}
      order by c.due_at, c.id limit ${limit} offset ${offset}`.execute(tx);
    const { rows: totals } = await sql<{ total: number }>`
      select count(*)::int as total from need_case c where ${waits}`.execute(tx);
    return {
      ...{ total: totals[0]?.total ?? 0, dayMinutes: minutesOfToday(rules, now) },
      cases: rows.map((row) => ({
        ...caseRowOf(row, rules, now),
        seq: row.seq,
        candidates: jsonColumn<ProposedMatter[]>(row.candidates).slice(0, proposed).map(proposalOf),
      })),
    };
  });
}
