import { getOrganisation, listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import type { Database } from '#platform/database';
import type { Routes } from '#platform/route';
import { viewOrganisations } from './organisation-list-views.ts';
import { viewOrganisation } from './organisation-views.ts';

export function organisationRoutes(routes: Routes, { database }: { readonly database: Database }): void {
  routes.for('organisation.see', listOrganisations, ({ query }, viewer) => viewOrganisations(database, viewer, query));
  routes.for('organisation.see', getOrganisation, ({ params }, viewer) =>
    viewOrganisation(database, viewer, params.id),
  );
}
