import { changeOrganisation, createOrganisation } from '@zhitong/contract/directory/organisation-edit-contract';
import {
  getOrganisationHistory,
  getOrganisationPath,
  getOrganisationTree,
  listRegions,
} from '@zhitong/contract/directory/organisation-tree-contract';
import { creditCodeSentences } from '@zhitong/domain/directory/credit-code-text';
import type { CreditCodeWarning } from '@zhitong/domain/directory/organisation-change';
import type { Language } from '@zhitong/domain/language';
import { fillIn } from '@zhitong/domain/refusal';
import type { Routes } from '#platform/route';
import type { DuplicateDeps } from './duplicate-service.ts';
import { viewHistory } from './history-views.ts';
import { changeOrganisationFor, createOrganisationFor, type OrganisationDeps } from './organisation-service.ts';
import { viewRegions } from './region-views.ts';
import { viewPath, viewTree } from './tree-views.ts';

/** Entering and changing organisations, the tree, and what was. */
export function organisationEditRoutes(routes: Routes, deps: OrganisationDeps & DuplicateDeps): void {
  const { database } = deps;

  routes.for('organisation.create', createOrganisation, async ({ body, language }, viewer) => {
    const { source, asOf, level, not, ...facts } = body;
    const { value, warnings } = await createOrganisationFor(deps, viewer, { facts, source, asOf, level, not });
    return { organisation: { id: value }, warnings: sentences(warnings, language) };
  });

  routes.for('organisation.change', changeOrganisation, async ({ params, body, language }, viewer) => {
    const { value, warnings } = await changeOrganisationFor(deps, viewer, { id: params.id, ...body });
    return { version: value, warnings: sentences(warnings, language) };
  });

  routes.for('organisation.see', listRegions, (_call, viewer) =>
    viewRegions(database, viewer.city, deps.effects.now()),
  );

  routes.for('organisation.history', getOrganisationTree, ({ query }, viewer) => viewTree(database, viewer, query));

  routes.for('organisation.history', getOrganisationPath, async ({ params, query }, viewer) => ({
    path: await viewPath(database, viewer, { id: params.id, ...query }),
  }));

  routes.for('organisation.history', getOrganisationHistory, ({ params, query }, viewer) =>
    viewHistory(database, viewer, { id: params.id, ...query }),
  );
}

function sentences(warnings: readonly CreditCodeWarning[], language: Language) {
  return warnings.map(({ code, params }) => ({
    field: 'creditCode',
    text: fillIn(creditCodeSentences[code][language], params),
  }));
}
