import type { PostRole } from './organisation.ts';
import { administrationPermissions } from './permission-administration.ts';
import { casePermissions } from './permission-case.ts';
import { chainPermissions } from './permission-chain.ts';
import { directoryPermissions } from './permission-directory.ts';
import { fundingPermissions } from './permission-funding.ts';
import { gapPermissions } from './permission-gap.ts';
import { heatPermissions } from './permission-heat.ts';
import { investmentPermissions } from './permission-investment.ts';
import { knowledgePermissions } from './permission-knowledge.ts';
import { noticePermissions } from './permission-notice.ts';
import { policyPermissions } from './permission-policy.ts';
import type { PermissionRow } from './permission-row.ts';
import { technologyPermissions } from './permission-technology.ts';
import { tradePermissions } from './permission-trade.ts';
import { type Relation, relations } from './relation.ts';

/**
 * The one table of who may do what to which kind of thing in which relation. Routes name a permission, screens draw from it,
 * and the database's own policies are tested against it.
 */
export const permissions = {
  ...directoryPermissions,
  ...tradePermissions,
  ...casePermissions,
  ...policyPermissions,
  ...knowledgePermissions,
  ...fundingPermissions,
  ...noticePermissions,
  ...technologyPermissions,
  ...chainPermissions,
  ...investmentPermissions,
  ...heatPermissions,
  ...gapPermissions,
  ...administrationPermissions,
} as const satisfies Record<string, PermissionRow>;
export type Permission = keyof typeof permissions;

/** In which relations a role may; empty: never. */
export function relationsFor(permission: Permission, role: PostRole): readonly Relation[] {
  const { by }: PermissionRow = permissions[permission];
  return relations.filter((relation) => by[relation]?.includes(role));
}

/** Whether a role may at all, towards some thing: what a route asks before it looks at the thing. */
export function mayEver(permission: Permission, role: PostRole): boolean {
  return relationsFor(permission, role).length > 0;
}

/** Whether a role may towards a thing it stands to in the relations given. */
export function may(permission: Permission, role: PostRole, held: readonly Relation[]): boolean {
  return relationsFor(permission, role).some((relation) => held.includes(relation));
}
