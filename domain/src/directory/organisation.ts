export const organisationKinds = ['department', 'bank', 'university', 'centre', 'enterprise', 'alliance'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Roles a post can carry. Issue by issue more of them get work to do; the list is closed. */
export const postRoles = [
  'member',
  'manager',
  'handler',
  'operator',
  'chief-office',
  'investment-officer',
  'emergency-desk',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
] as const;
export type PostRole = (typeof postRoles)[number];

/** GB/T 2260 code of a prefecture, e.g. `371000`; `000000` where the city is not known. */
export const unknownCity = '000000';
export const cityPattern = /^\d{6}$/;
