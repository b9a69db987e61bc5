import {
  type Claim,
  decideClaim as decideClaimContract,
  getClaim,
  listClaims,
  makeClaim as makeClaimContract,
  supplementClaim as supplementClaimContract,
  withdrawClaim as withdrawClaimContract,
} from '@zhitong/contract/directory/claim-contract';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Routes } from '#platform/route';
import { contextOf, type Viewer } from '#platform/viewer';
import { decideClaim } from './claim-decide.ts';
import { findAlike, findRegisteredPhone, listFirmHolders } from './claim-review.ts';
import { claimantOf, makeClaim, supplementClaim, withdrawClaim } from './claim-service.ts';
import { viewClaim, viewClaims } from './claim-views.ts';
import type { DuplicateLookup } from './duplicate-lookup.ts';
import type { EvidenceDeps } from './evidence-service.ts';

interface ClaimDeps extends EvidenceDeps {
  readonly lookup: DuplicateLookup;
}

export function claimRoutes(routes: Routes, deps: ClaimDeps): void {
  routes.for('claim.make', makeClaimContract, async ({ params, body, language }, viewer) => {
    const id = await makeClaim(deps, claimantOf(viewer), { organisationId: params.id, ...body });
    return { claim: await show(deps, viewer, { id, language }) };
  });

  routes.for('claim.see', listClaims, ({ query }, viewer) => {
    const personId = viewer.role === 'operator' ? undefined : viewer.personId;
    return inContext(deps.database, contextOf(viewer), (tx) =>
      viewClaims(tx, { ...query, status: query.status, personId }),
    );
  });

  routes.for('claim.see', getClaim, ({ params, language }, viewer) => show(deps, viewer, { id: params.id, language }));

  routes.for('claim.change', supplementClaimContract, async ({ params, body, language }, viewer) => {
    await supplementClaim(deps, claimantOf(viewer), { id: params.id, ...body });
    return { claim: await show(deps, viewer, { id: params.id, language }) };
  });

  routes.for('claim.change', withdrawClaimContract, async ({ params, language }, viewer) => {
    await withdrawClaim(deps, claimantOf(viewer), params.id);
    return { claim: await show(deps, viewer, { id: params.id, language }) };
  });

  routes.for('claim.decide', decideClaimContract, async ({ params, body, language }, viewer) => {
    await decideClaim(deps, viewer, { id: params.id, ...body, code: body.code });
    return { claim: await show(deps, viewer, { id: params.id, language }) };
  });
}

interface Shown {
  readonly id: string;
  readonly language: Language;
}

/** The claim as its reader may see it; the bureau's looking at it is told in the trail. */
async function show(deps: ClaimDeps, viewer: Viewer, { id, language }: Shown): Promise<Claim> {
  const { database, effects } = deps;
  const isBureau = viewer.role === 'operator';
  const shown = await inContext(database, contextOf(viewer), async (tx) => {
    const reader = { personId: viewer.personId, actor: isBureau ? 'bureau' : 'claimant' } as const;
    const claim = await viewClaim(tx, { id, reader });
    if (!isBureau) return claim;
    const phone = await findRegisteredPhone(tx, id);
    await recordAudit(tx, effects, {
      ...{ action: 'claim.opened', subject: { kind: 'claim', id }, why: 'review' },
      after: { firm: claim.firm.name, withPhone: phone !== undefined },
    });
    const holders = await listFirmHolders(tx, claim, cityDay(effects.now()));
    return { ...claim, holders, claimant: { ...claim.claimant, ...(phone === undefined ? {} : { phone }) } };
  });
  return isBureau ? { ...shown, alike: await findAlike(deps, viewer, { claim: shown, language }) } : shown;
}
