import type { OrganisationKind, PostRole } from './organisation.ts';
import { administratorRoles, firmRoles, isAdministrator } from './role-groups.ts';

/** Which roles make sense where: a bank has no chief's office, a firm no case handlers. */
const rolesOfKind = {
  department: [
    ...['member', 'manager', 'handler', 'operator', 'chief-office', 'investment-officer', 'emergency-desk'],
    ...administratorRoles,
  ],
  bank: ['member', 'manager', 'handler'],
  university: ['member', 'manager', 'handler'],
  centre: ['member', 'manager', 'handler'],
  enterprise: firmRoles,
  alliance: firmRoles,
} as const satisfies Record<OrganisationKind, readonly string[]>;

/** The roles a post at such an organisation can carry. */
export function rolesAt(kind: OrganisationKind): readonly PostRole[] {
  return rolesOfKind[kind];
}

const everyday: readonly PostRole[] = ['member', 'manager', 'handler'];

/** Who gives, in the post it acts in. */
export interface Giver {
  readonly role: PostRole;
  readonly personId: string;
  readonly organisationId: string;
}

export interface Place {
  readonly id: string;
  readonly kind: OrganisationKind;
}

export type GrantVerdict = 'yes' | 'foreign-organisation' | 'role-above' | 'role-not-here';

/** Roles this giver may give and take away in this organisation, in the order of the closed list. */
export function grantableRoles(giver: Giver, place: Place): readonly PostRole[] {
  return rolesAt(place.kind).filter((role) => mayGrant(giver, place, role));
}

/** Administrators and the chief's office come from the security administrator alone; nobody gives a role above its own. */
export function judgeGrant(giver: Giver, place: Place, role: PostRole): GrantVerdict {
  if (giver.role === 'manager' && giver.organisationId !== place.id) return 'foreign-organisation';
  if (!mayGrant(giver, place, role)) return 'role-above';
  return rolesAt(place.kind).includes(role) ? 'yes' : 'role-not-here';
}

function mayGrant({ role: own, organisationId }: Giver, place: Place, role: PostRole): boolean {
  if (own === 'security-administrator') return true;
  if (isAdministrator(role) || role === 'chief-office') return false;
  if (own === 'manager') return organisationId === place.id && everyday.includes(role);
  // whoever is an operator acts for the whole city: only inside the bureau itself
  return own === 'operator' && (role !== 'operator' || organisationId === place.id);
}
