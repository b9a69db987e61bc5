import { answerDispute, listDisputes, raiseDispute } from '@zhitong/contract/directory/dispute-contract';
import {
  answerDuplicate,
  checkDuplicates,
  listDuplicates,
  runDuplicates,
} from '@zhitong/contract/directory/duplicate-contract';
import {
  getMergeLinks,
  listMerges,
  mergeOrganisation,
  previewMerge,
  splitMerge,
} from '@zhitong/contract/directory/merge-contract';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { Routes } from '#platform/route';
import { answerFor, disputeFact } from './dispute-service.ts';
import { viewDisputes } from './dispute-views.ts';
import type { DuplicateLookup } from './duplicate-lookup.ts';
import { answerPair, findDuplicates, runDuplicateSearch } from './duplicate-service.ts';
import { viewDuplicates } from './duplicate-views.ts';
import { mergeOrganisations } from './merge-service.ts';
import { viewMergeLinks, viewMergePreview, viewMerges } from './merge-views.ts';
import type { OrganisationDeps } from './organisation-service.ts';
import type { PostDeps } from './post-desk.ts';
import { splitOrganisations } from './split-service.ts';

type MergeRoutesDeps = OrganisationDeps & Pick<PostDeps, 'sessions'> & { readonly lookup: DuplicateLookup };

/** Whether two records are one organisation, and what the bureau does about it. */
export function mergeRoutes(routes: Routes, deps: MergeRoutesDeps): void {
  const { database, effects } = deps;
  const duplicates = deps;

  routes.for('organisation.create', checkDuplicates, async ({ body, language }, viewer) => ({
    duplicates: await findDuplicates(duplicates, viewer, { entered: body, language }),
  }));
  routes.for('organisation.merge', runDuplicates, (_call, viewer) => runDuplicateSearch(duplicates, viewer));
  routes.for('organisation.merge', listDuplicates, ({ query, language }, viewer) =>
    viewDuplicates(database, viewer, { ...query, language }),
  );
  routes.for('organisation.merge', answerDuplicate, async ({ body }, viewer) => ({
    state: await answerPair(duplicates, viewer, body),
  }));

  routes.for('organisation.merge', previewMerge, ({ params, query }, viewer) =>
    viewMergePreview(database, viewer, { id: params.id, into: query.into, today: cityDay(effects.now()) }),
  );
  routes.for('organisation.merge', mergeOrganisation, async ({ params, body }, viewer) => ({
    merge: { id: await mergeOrganisations(deps, viewer, { id: params.id, ...body }) },
  }));
  routes.for('organisation.merge', splitMerge, async ({ params, body }, viewer) => {
    const { restored, kept } = await splitOrganisations(deps, viewer, { id: params.id, why: body?.why });
    return { restored, kept: [...kept] };
  });
  routes.for('organisation.merge', listMerges, ({ query }, viewer) => viewMerges(database, viewer, query));
  routes.for('organisation.see', getMergeLinks, ({ params }, viewer) => viewMergeLinks(database, viewer, params.id));

  routes.for('organisation.dispute', raiseDispute, async ({ params, body }, viewer) => ({
    dispute: { id: await disputeFact(deps, viewer, { id: params.id, ...body }) },
  }));
  routes.for('organisation.dispute', listDisputes, ({ query }, viewer) => viewDisputes(database, viewer, query));
  routes.for('organisation.merge', answerDispute, async ({ params, body }, viewer) => {
    await answerFor(deps, viewer, { id: params.id, ...body });
    return { state: body.answer };
  });
}
