import { changeCaseTerms, listCaseTerms } from '@zhitong/contract/needs/case-terms-list-contract';
import {
  changeOrderTerms,
  changeSourcingTerms,
  listOrderTerms,
  listSourcingTerms,
} from '@zhitong/contract/needs/city-terms-contract';
import type { Routes } from '#platform/route';
import type { CaseDeps } from './case-deps.ts';
import {
  caseTermsBook,
  orderTermsBook,
  sourcingTermsBook,
  viewCaseTerms,
  viewOrderTerms,
  viewSourcingTerms,
} from './case-terms-service.ts';
import { changeTerms } from './terms-book.ts';

/** What the clocks of the city go by, its supervision orders and its sourcing. */
export function caseTermsRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('case-terms.see', listCaseTerms, (_call, viewer) => viewCaseTerms(deps, viewer));

  routes.for('case-terms.change', changeCaseTerms, async ({ body: change }, viewer) => ({
    terms: await changeTerms(deps, viewer, { book: caseTermsBook, change }),
  }));

  routes.for('case-terms.see', listOrderTerms, (_call, viewer) => viewOrderTerms(deps, viewer));

  routes.for('case-terms.change', changeOrderTerms, async ({ body: change }, viewer) => ({
    terms: await changeTerms(deps, viewer, { book: orderTermsBook, change }),
  }));

  routes.for('case-terms.see', listSourcingTerms, (_call, viewer) => viewSourcingTerms(deps, viewer));

  routes.for('case-terms.change', changeSourcingTerms, async ({ body: change }, viewer) => ({
    terms: await changeTerms(deps, viewer, { book: sourcingTermsBook, change }),
  }));
}
