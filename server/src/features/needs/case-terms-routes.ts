import { changeCaseTerms, listCaseTerms } from '@zhitong/contract/needs/case-terms-list-contract';
import type { Routes } from '#platform/route';
import type { CaseDeps } from './case-deps.ts';
import { changeCaseTermsFor, viewCaseTerms } from './case-terms-service.ts';

/** What the clocks of the city go by. */
export function caseTermsRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('case-terms.see', listCaseTerms, (_call, viewer) => viewCaseTerms(deps, viewer));

  routes.for('case-terms.change', changeCaseTerms, async ({ body }, viewer) => ({
    terms: await changeCaseTermsFor(deps, viewer, body),
  }));
}
