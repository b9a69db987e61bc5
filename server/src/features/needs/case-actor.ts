import type { CaseSide } from '@zhitong/domain/needs/case-action';
import { bureauRequests, type CaseRequest } from '@zhitong/domain/needs/case-request';
import { Refusal } from '@zhitong/domain/refusal';
import { mergedRecords } from '#features/directory/public';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/viewer';
import type { LockedCase } from './case-store.ts';

/**
 * As what somebody acts on a case: the firm that asked, the body that answers for it, a helper, or the bureau. Whoever stands for a
 * record that was merged away acts for it too. A body that had the case and has it no longer is told who has it now.
 */
export async function sideOf(
  tx: Tx,
  found: LockedCase,
  { viewer, request }: { viewer: Viewer; request: CaseRequest },
): Promise<CaseSide> {
  const { organisationId: own, city } = viewer;
  if (found.asker.id === own) return 'firm';
  const leads = await mergedRecords.isOne(tx, city, [found.lead.id, own]);
  const bureau = viewer.role === 'operator';
  // the bureau holds cases itself while it looks for a body: moving them on is its own office then, not the lead’s
  if (leads && !(bureau && bureauRequests.includes(request))) return 'lead';
  if (bureau) return 'bureau';
  const helps = found.state.helps.some(({ helper }) => helper === own);
  if (helps) return 'helper';
  if (found.readers.includes(own)) throw new Refusal('cases.not-the-lead', { body: found.lead.name, allowed: [] });
  throw new Refusal('platform.not-found');
}
