import type { listCaseTerms } from '@zhitong/contract/needs/case-terms-list-contract';
import type { listOrderTerms, listSourcingTerms } from '@zhitong/contract/needs/city-terms-contract';
import type { CityCaseTerms } from '@zhitong/domain/needs/case-terms';
import { caseRules } from '@zhitong/domain/needs/case-terms';
import { caseTermsProblem } from '@zhitong/domain/needs/case-terms-change';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { calendarRunningOut } from '@zhitong/domain/needs/official-calendar';
import type { OrderTerms } from '@zhitong/domain/needs/order-terms';
import { type CitySourcingTerms, isQuotaTwice } from '@zhitong/domain/needs/sourcing-terms';
import { lastKnownDay } from '@zhitong/domain/needs/work-calendar';
import { sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { type TermsBook, termsOf } from './terms-book.ts';

export const caseTermsBook: TermsBook<CityCaseTerms> = {
  ...{ table: 'case_terms', name: 'case-terms' },
  problem: async (_tx, _city, terms) => caseTermsProblem(terms),
};

export const orderTermsBook: TermsBook<OrderTerms> = {
  ...{ table: 'order_terms', name: 'order-terms' },
  problem: async () => undefined,
};

export const sourcingTermsBook: TermsBook<CitySourcingTerms> = {
  ...{ table: 'sourcing_terms', name: 'sourcing-terms' },
  problem: async (tx, city, terms) => {
    const known = await firmsOf(tx, city, [terms]);
    const isKnown = terms.firmQuotas.every(({ organisationId }) => known.some(({ id }) => id === organisationId));
    return isKnown && !isQuotaTwice(terms) ? undefined : 'case-terms.firm-quota';
  },
};

/** What is in force, planned and past, and whether the official calendar of the next year is still missing. */
export async function viewCaseTerms(
  { database, effects }: CaseDeps,
  viewer: Viewer,
): Promise<z.input<typeof listCaseTerms.reply>> {
  const { city } = viewer;
  const today = cityDay(effects.now());
  return inContext(database, contextOf(viewer), async (tx) => {
    const shown = await termsOf(tx, caseTermsBook, { city, today });
    const { calendar } = caseRules(shown.current.terms);
    const { rows: counted } = await sql<{ count: number }>`
      select count(*)::int as count from need_case where city = ${city} and over_at is null and not due_certain`.execute(
      tx,
    );
    return {
      ...shown,
      calendar: {
        lastDay: lastKnownDay(calendar) ?? null,
        runsOut: calendarRunningOut(calendar, today) !== undefined,
        uncertain: counted[0]?.count ?? 0,
      },
    };
  });
}

/** How long each turn of a supervision order may take. */
export function viewOrderTerms(
  { database, effects }: CaseDeps,
  viewer: Viewer,
): Promise<z.input<typeof listOrderTerms.reply>> {
  const of = { city: viewer.city, today: cityDay(effects.now()) };
  return inContext(database, contextOf(viewer), (tx) => termsOf(tx, orderTermsBook, of));
}

/** What sourcing goes by, with the names of the firms that have a quota of their own. */
export function viewSourcingTerms(
  { database, effects }: CaseDeps,
  viewer: Viewer,
): Promise<z.input<typeof listSourcingTerms.reply>> {
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const shown = await termsOf(tx, sourcingTermsBook, { city, today: cityDay(effects.now()) });
    const firms = await firmsOf(
      tx,
      city,
      shown.rows.map(({ terms }) => terms),
    );
    return { ...shown, firms: [...firms] };
  });
}

async function firmsOf(
  tx: Tx,
  city: string,
  terms: readonly CitySourcingTerms[],
): Promise<readonly { id: string; name: string }[]> {
  const ids = [...new Set(terms.flatMap(({ firmQuotas }) => firmQuotas.map(({ organisationId }) => organisationId)))];
  if (ids.length === 0) return [];
  return tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('city', '=', city)
    .where('id', 'in', ids)
    .orderBy('id')
    .limit(ids.length)
    .execute();
}
