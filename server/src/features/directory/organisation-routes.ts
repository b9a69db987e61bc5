import { getOrganisation, listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { Routes } from '#platform/route';
import { viewOrganisations } from './organisation-list-views.ts';
import { readOrganisation } from './organisation-reading.ts';

export function organisationRoutes(
  routes: Routes,
  deps: { readonly database: Database; readonly effects: Effects },
): void {
  const { database, effects } = deps;
  routes.for('organisation.see', listOrganisations, ({ query }, viewer) =>
    viewOrganisations(database, viewer, { ...query, today: cityDay(effects.now()) }),
  );
  routes.for('organisation.see', getOrganisation, ({ params }, viewer) => readOrganisation(deps, viewer, params.id));
}
