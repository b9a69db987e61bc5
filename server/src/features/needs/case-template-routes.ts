import {
  addCaseTemplate,
  changeCaseTemplate,
  listCaseTemplates,
  removeCaseTemplate,
} from '@zhitong/contract/needs/case-template-contract';
import type { Routes } from '#platform/route';
import type { CaseDeps } from './case-deps.ts';
import { addTemplateFor, changeTemplateFor, listTemplatesFor, removeTemplateFor } from './case-template-service.ts';

/** Answers a body keeps to use again. */
export function caseTemplateRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('case-template.see', listCaseTemplates, async (_call, viewer) => ({
    templates: [...(await listTemplatesFor(deps, viewer))],
  }));

  routes.for('case-template.change', addCaseTemplate, async ({ body }, viewer) => ({
    template: await addTemplateFor(deps, viewer, body),
  }));

  routes.for('case-template.change', changeCaseTemplate, async ({ params, body }, viewer) => ({
    template: await changeTemplateFor(deps, viewer, { id: params.id, ...body }),
  }));

  routes.for('case-template.change', removeCaseTemplate, async ({ params: { id } }, viewer) => {
    await removeTemplateFor(deps, viewer, id);
    return { template: { id } };
  });
}
