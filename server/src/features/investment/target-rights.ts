import { bodiesOf } from '@zhitong/domain/investment/target-decision';
import type { TargetState } from '@zhitong/domain/investment/target-history';
import type { Viewer } from '#platform/viewer';

/** Whose target it is, and who takes part; the bureau works on all of its city. */
export function worksOn({ role, organisationId }: Viewer, { state }: { readonly state: TargetState }): boolean {
  return role === 'operator' || bodiesOf(state).includes(organisationId);
}

/** A body keeps its own list; the bureau keeps all. */
export function mayChange(
  { role, organisationId }: Viewer,
  { body }: { readonly body: { readonly id: string } },
): boolean {
  return role === 'operator' || (role === 'investment-officer' && body.id === organisationId);
}
