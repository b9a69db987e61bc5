import { listPolicies, myPolicies, stateFact } from '@zhitong/contract/needs/policy-contract';
import {
  changePolicy,
  endPolicy,
  enterPolicy,
  getPaper,
  listPapers,
  previewPolicy,
  publishPolicy,
} from '@zhitong/contract/needs/policy-paper-contract';
import type { Routes } from '#platform/route';
import type { CaseDeps } from './case-deps.ts';
import { changePolicyFor, endPolicyFor, enterPolicyFor, publishPolicyFor } from './policy-paper-service.ts';
import { viewPaper, viewPapers, viewPolicyReach } from './policy-paper-views.ts';
import { stateFactFor } from './policy-service.ts';
import { viewMyPolicies, viewPolicies } from './policy-views.ts';

export function policyRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('policy.mine', myPolicies, ({ query, language }, viewer) =>
    viewMyPolicies(deps, { viewer, language }, query),
  );

  routes.for('policy.state', stateFact, ({ body }, viewer) => stateFactFor(deps, viewer, body));

  routes.for('policy.list', listPolicies, ({ query }, viewer) => viewPolicies(deps, viewer, query));

  routes.for('policy.papers', listPapers, ({ query }, viewer) => viewPapers(deps, viewer, query));

  routes.for('policy.papers', getPaper, ({ params }, viewer) => viewPaper(deps, viewer, params.id));

  routes.for('policy.enter', previewPolicy, ({ body, language }, viewer) =>
    viewPolicyReach(deps, { viewer, language }, body.conditions),
  );

  routes.for('policy.enter', enterPolicy, async ({ body }, viewer) => ({
    policy: await enterPolicyFor(deps, viewer, body),
  }));

  routes.for('policy.enter', changePolicy, async ({ params, body: { seen, ...content } }, viewer) => ({
    policy: await changePolicyFor(deps, viewer, { id: params.id, seen, content }),
  }));

  routes.for('policy.enter', publishPolicy, async ({ params, body }, viewer) => ({
    policy: await publishPolicyFor(deps, viewer, { id: params.id, seen: body.seen }),
  }));

  routes.for('policy.enter', endPolicy, async ({ params, body }, viewer) => ({
    policy: await endPolicyFor(deps, viewer, { id: params.id, ...body }),
  }));
}
