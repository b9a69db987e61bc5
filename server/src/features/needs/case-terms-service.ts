import type { changeCaseTerms, listCaseTerms } from '@zhitong/contract/needs/case-terms-list-contract';
import type { CityCaseTerms } from '@zhitong/domain/needs/case-terms';
import { caseRules } from '@zhitong/domain/needs/case-terms';
import { changedTerms, termsProblem } from '@zhitong/domain/needs/case-terms-change';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { calendarRunningOut } from '@zhitong/domain/needs/official-calendar';
import { lastKnownDay } from '@zhitong/domain/needs/work-calendar';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { jsonColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';

interface Row {
  from: string;
  terms: CityCaseTerms;
  reason: string | null;
  by: string;
  at: string;
}

const mostRows = 100;

/** Newest first. */
async function listRows(tx: Tx, city: string): Promise<readonly Row[]> {
  const { rows } = await sql<{ from: string; terms: unknown; reason: string | null; by: string; at: Date }>`
    select valid_from as from, terms, reason, by_name as by, created_at as at from case_terms
    where city = ${city} order by valid_from desc limit ${mostRows}`.execute(tx);
  return rows.map(({ terms, at, ...row }) => ({
    ...row,
    terms: jsonColumn<CityCaseTerms>(terms),
    at: at.toISOString(),
  }));
}

function rowOn(rows: readonly Row[], day: string): Row {
  const found = rows.find(({ from }) => from <= day);
  if (!found) throw new Error(`no case terms on ${day}`);
  return found;
}

/** What is in force, planned and past, and whether the official calendar of the next year is still missing. */
export function viewCaseTerms(
  { database, effects }: CaseDeps,
  { city, ...viewer }: Viewer,
): Promise<z.input<typeof listCaseTerms.reply>> {
  const today = cityDay(effects.now());
  return inContext(database, contextOf({ city, ...viewer }), async (tx) => {
    const rows = await listRows(tx, city);
    const current = rowOn(rows, today);
    const { calendar } = caseRules(current.terms);
    const { rows: counted } = await sql<{ count: number }>`
      select count(*)::int as count from need_case where city = ${city} and over_at is null and not due_certain`.execute(
      tx,
    );
    return {
      ...{ today, rows: [...rows], current },
      calendar: {
        lastDay: lastKnownDay(calendar) ?? null,
        runsOut: calendarRunningOut(calendar, today) !== undefined,
        uncertain: counted[0]?.count ?? 0,
      },
    };
  });
}

/** In force from a day to come. The same day planned again takes the place of the first plan; the trail keeps both. */
export function changeCaseTermsFor(
  { database, effects }: CaseDeps,
  { city, personName: by, ...viewer }: Viewer,
  { from, reason, terms, seen }: z.output<NonNullable<typeof changeCaseTerms.body>>,
): Promise<{ from: string }> {
  const at = effects.now();
  const today = cityDay(at);
  return inContext(database, contextOf({ city, personName: by, ...viewer }), async (tx) => {
    // one change after the other: the second sees what the first has written
    await sql`select 1 from case_terms where city = ${city} order by valid_from limit 1 for no key update`.execute(tx);
    const rows = await listRows(tx, city);
    const newest = rows.reduce((last, row) => (row.at > last ? row.at : last), '');
    const before = rowOn(rows, from).terms;
    const problem = termsProblem({ terms, from, today, before });
    if (problem) throw new Refusal(problem, { first: nextDay(today) });
    if (newest > new Date(seen).toISOString()) throw new Refusal('case-terms.overtaken');
    await sql`
      insert into case_terms (city, valid_from, terms, by_name, created_at, reason)
      values (${city}, ${from}, ${JSON.stringify(terms)}::jsonb, ${by}, ${at}, ${reason})
      on conflict (city, valid_from) do update
      set terms = excluded.terms, by_name = excluded.by_name, created_at = excluded.created_at, reason = excluded.reason`.execute(
      tx,
    );
    const parts = changedTerms(before, terms);
    const named = (of: CityCaseTerms) => Object.fromEntries(parts.map((part) => [part, of[part]]));
    await recordAudit(tx, effects, {
      ...{ action: 'case-terms.changed', subject: { kind: 'case-terms', id: viewer.organisationId }, why: reason },
      ...{ before: named(before), after: { from, ...named(terms) } },
    });
    const event = {
      city,
      id: effects.newId(),
      type: 'case-terms.changed' as const,
      subjectId: viewer.organisationId,
      at,
    };
    await appendEvents(tx, [{ ...event, audience: [viewer.organisationId], payload: { by, from } }]);
    return { from };
  });
}

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
