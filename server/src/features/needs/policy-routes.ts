import { endPolicy, enterPolicy, listPolicies, myPolicies, stateFact } from '@zhitong/contract/needs/policy-contract';
import type { Routes } from '#platform/route';
import type { CaseDeps } from './case-deps.ts';
import { endPolicyFor, enterPolicyFor, stateFactFor } from './policy-service.ts';
import { viewMyPolicies, viewPolicies } from './policy-views.ts';

export function policyRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('policy.mine', myPolicies, ({ query, language }, viewer) =>
    viewMyPolicies(deps, { viewer, language }, query),
  );

  routes.for('policy.state', stateFact, ({ body }, viewer) => stateFactFor(deps, viewer, body));

  routes.for('policy.list', listPolicies, ({ query }, viewer) => viewPolicies(deps, viewer, query));

  routes.for('policy.enter', enterPolicy, async ({ body }, viewer) => ({
    policy: await enterPolicyFor(deps, viewer, body),
  }));

  routes.for('policy.enter', endPolicy, async ({ params, body }, viewer) => ({
    policy: await endPolicyFor(deps, viewer, { id: params.id, from: body.from }),
  }));
}
