import type { CaseTermsRefusalCode, TermsProblem } from '@zhitong/domain/needs/case-terms-change';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { changedTerms, termsProblem } from '@zhitong/domain/needs/terms-change';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { jsonColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';

/** One kind of terms of a city, each row with the day from which it holds: where it is kept, and what its changes are called. */
export interface TermsBook<Terms extends object> {
  readonly table: 'case_terms' | 'order_terms' | 'sourcing_terms' | 'drill_rules';
  readonly name: 'case-terms' | 'order-terms' | 'sourcing-terms' | 'drill-rules';
  /** of the table, which holds them */
  readonly column?: 'terms' | 'rules';
  /** what stands against such terms by themselves */
  readonly problem: (tx: Tx, city: string, terms: Terms) => Promise<TermsProblem | undefined>;
}

export interface TermsRow<Terms> {
  readonly from: string;
  readonly terms: Terms;
  /** null: what the installation began with */
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
}

const mostRows = 100;

/** What is in force today, planned and past, newest first. */
export async function termsOf<Terms extends object>(
  tx: Tx,
  book: TermsBook<Terms>,
  { city, today }: { city: string; today: string },
): Promise<{ today: string; rows: TermsRow<Terms>[]; current: TermsRow<Terms> }> {
  const rows = await listRows(tx, book, city);
  return { today, rows: [...rows], current: rowOn(rows, today) };
}

async function listRows<Terms extends object>(
  tx: Tx,
  { table, column = 'terms' }: TermsBook<Terms>,
  city: string,
): Promise<readonly TermsRow<Terms>[]> {
  const { rows } = await sql<{ from: string; terms: unknown; reason: string | null; by: string; at: Date }>`
    select valid_from as from, ${sql.ref(column)} as terms, reason, by_name as by, created_at as at from ${sql.table(table)}
    where city = ${city} order by valid_from desc limit ${mostRows}`.execute(tx);
  return rows.map(({ terms, at, ...row }) => ({ ...row, terms: jsonColumn<Terms>(terms), at: at.toISOString() }));
}

function rowOn<Terms>(rows: readonly TermsRow<Terms>[], day: string): TermsRow<Terms> {
  const found = rows.find(({ from }) => from <= day);
  if (!found) throw new Error(`no terms on ${day}`);
  return found;
}

export interface TermsChange<Terms> {
  readonly from: string;
  readonly reason: string;
  readonly terms: Terms;
  /** when the newest row the person saw was written */
  readonly seen: string;
}

/** In force from a day to come. The same day planned again takes the place of the first plan; the trail keeps both. */
export function changeTerms<Terms extends object>(
  { database, effects }: { readonly database: Database; readonly effects: Effects },
  viewer: Viewer,
  { book, change }: { book: TermsBook<Terms>; change: TermsChange<Terms> },
): Promise<{ from: string }> {
  const at = effects.now();
  const { city } = viewer;
  const { from, reason, terms } = change;
  const [table, column] = [sql.table(book.table), sql.id(book.column ?? 'terms')];
  return inContext(database, contextOf(viewer), async (tx) => {
    // one change after the other: the second sees what the first has written
    await sql`select 1 from ${table} where city = ${city} order by valid_from limit 1 for no key update`.execute(tx);
    const before = await decideChange(tx, { book, change, city, today: cityDay(at) });
    await sql`
      insert into ${table} (city, valid_from, ${column}, by_name, created_at, reason)
      values (${city}, ${from}, ${JSON.stringify(terms)}::jsonb, ${viewer.personName}, ${at}, ${reason})
      on conflict (city, valid_from) do update
      set ${column} = excluded.${column}, by_name = excluded.by_name, created_at = excluded.created_at, reason = excluded.reason`.execute(
      tx,
    );
    await tell(tx, effects, { book, change, viewer, before, at });
    return { from };
  });
}

/** What would hold on that day without the change; or the refusal. */
async function decideChange<Terms extends object>(
  tx: Tx,
  given: { book: TermsBook<Terms>; change: TermsChange<Terms>; city: string; today: string },
): Promise<Terms> {
  const { book, change, city, today } = given;
  const { from, terms, seen } = change;
  const rows = await listRows(tx, book, city);
  const newest = rows.reduce((last, row) => (row.at > last ? row.at : last), '');
  const before = rowOn(rows, from).terms;
  const own = await book.problem(tx, city, terms);
  const problem: CaseTermsRefusalCode | undefined = termsProblem({ terms, from, today, before, own });
  if (problem) throw new Refusal(problem, { first: nextDay(today) });
  if (newest > new Date(seen).toISOString()) throw new Refusal('case-terms.overtaken');
  return before;
}

async function tell<Terms extends object>(
  tx: Tx,
  effects: Effects,
  told: { book: TermsBook<Terms>; change: TermsChange<Terms>; viewer: Viewer; before: Terms; at: Date },
): Promise<void> {
  const { book, change, viewer, before, at } = told;
  const { from, reason, terms } = change;
  const parts = changedTerms(before, terms);
  const named = (of: Terms) => Object.fromEntries(parts.map((part) => [part, of[part]]));
  const { city, organisationId, personName: by } = viewer;
  const action = `${book.name}.changed` as const;
  await recordAudit(tx, effects, {
    ...{ action, subject: { kind: book.name, id: organisationId }, why: reason },
    ...{ before: named(before), after: { from, ...named(terms) } },
  });
  const event = { city, id: effects.newId(), type: action, subjectId: organisationId, at };
  await appendEvents(tx, [{ ...event, audience: [organisationId], payload: { by, from } }]);
}

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
