import type { Claim } from '@zhitong/contract/directory/claim-contract';
import type { ClaimStatus } from '@zhitong/domain/directory/claim';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import { findAlike, findRegisteredPhone, listFirmHolders } from './claim-review.ts';
import { viewClaim, viewClaims } from './claim-views.ts';
import type { DuplicateLookup } from './duplicate-lookup.ts';
import type { EvidenceDeps } from './evidence-service.ts';

export interface ClaimDeps extends EvidenceDeps {
  readonly lookup: DuplicateLookup;
}

interface Page {
  readonly status: ClaimStatus | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** The bureau sees the claims of its city, everybody else their own. */
export function showClaims({ database }: ClaimDeps, viewer: Viewer, page: Page) {
  const personId = isReviewer(viewer) ? undefined : viewer.personId;
  return inContext(database, contextOf(viewer), (tx) => viewClaims(tx, { ...page, personId }));
}

interface Shown {
  readonly id: string;
  readonly language: Language;
}

/** The claim as its reader may see it; the bureau's looking at it is told in the trail. */
export async function showClaim(deps: ClaimDeps, viewer: Viewer, { id, language }: Shown): Promise<Claim> {
  if (!isReviewer(viewer)) {
    const reader = { personId: viewer.personId, actor: 'claimant' } as const;
    return inContext(deps.database, contextOf(viewer), (tx) => viewClaim(tx, { id, reader }));
  }
  const claim = await openForReview(deps, viewer, id);
  return { ...claim, alike: await findAlike(deps, viewer, { claim, language }) };
}

const isReviewer = ({ role }: Viewer) => role === 'operator';

/** With who speaks for the firm now, and the number a stranger registered with. */
function openForReview({ database, effects }: ClaimDeps, viewer: Viewer, id: string): Promise<Claim> {
  return inContext(database, contextOf(viewer), async (tx) => {
    const claim = await viewClaim(tx, { id, reader: { personId: viewer.personId, actor: 'bureau' } });
    const phone = await findRegisteredPhone(tx, id);
    await recordAudit(tx, effects, {
      ...{ action: 'claim.opened', subject: { kind: 'claim', id }, why: 'review' },
      after: { firm: claim.firm.name, withPhone: phone !== undefined },
    });
    const holders = await listFirmHolders(tx, claim, cityDay(effects.now()));
    return { ...claim, holders, claimant: { ...claim.claimant, ...(phone === undefined ? {} : { phone }) } };
  });
}
