import { type CaseRules, type CityCaseTerms, caseRules } from '@zhitong/domain/needs/case-terms';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';

/** The terms in force in a city on a day, made ready for the clock. Every installation enters the usual ones at its first start. */
export async function getCaseRules(tx: Tx, { city, day }: { city: string; day: string }): Promise<CaseRules> {
  const { rows } = await sql<{ terms: unknown; key: string }>`
    select terms, valid_from || ' ' || created_at as key from case_terms
    where city = ${city} and valid_from <= ${day}::date order by valid_from desc limit 1`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error(`no case terms in ${city}`);
  const key = `${city} ${row.key}`;
  const known = made.get(key) ?? caseRules(jsonColumn<CityCaseTerms>(row.terms));
  made.set(key, known);
  return known;
}

/** A calendar holds thousands of days: it is built once for each row. */
const made = new Map<string, CaseRules>();
