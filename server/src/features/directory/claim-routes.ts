import {
  decideClaim as decideClaimContract,
  getClaim,
  listClaims,
  makeClaim as makeClaimContract,
  supplementClaim as supplementClaimContract,
  withdrawClaim as withdrawClaimContract,
} from '@zhitong/contract/directory/claim-contract';
import type { Routes } from '#platform/route';
import { decideClaim } from './claim-decide.ts';
import { claimantOf, makeClaim, supplementClaim, withdrawClaim } from './claim-service.ts';
import { type ClaimDeps, showClaim, showClaims } from './claim-showing.ts';

export function claimRoutes(routes: Routes, deps: ClaimDeps): void {
  routes.for('claim.make', makeClaimContract, async ({ params, body, language }, viewer) => {
    const id = await makeClaim(deps, claimantOf(viewer), { organisationId: params.id, ...body });
    return { claim: await showClaim(deps, viewer, { id, language }) };
  });

  routes.for('claim.see', listClaims, ({ query }, viewer) =>
    showClaims(deps, viewer, { ...query, status: query.status }),
  );

  routes.for('claim.see', getClaim, ({ params, language }, viewer) =>
    showClaim(deps, viewer, { id: params.id, language }),
  );

  routes.for('claim.change', supplementClaimContract, async ({ params, body, language }, viewer) => {
    await supplementClaim(deps, claimantOf(viewer), { id: params.id, ...body });
    return { claim: await showClaim(deps, viewer, { id: params.id, language }) };
  });

  routes.for('claim.change', withdrawClaimContract, async ({ params, language }, viewer) => {
    await withdrawClaim(deps, claimantOf(viewer), params.id);
    return { claim: await showClaim(deps, viewer, { id: params.id, language }) };
  });

  routes.for('claim.decide', decideClaimContract, async ({ params, body, language }, viewer) => {
    await decideClaim(deps, viewer, { id: params.id, ...body, code: body.code });
    return { claim: await showClaim(deps, viewer, { id: params.id, language }) };
  });
}
