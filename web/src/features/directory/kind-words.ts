import type { OrganisationKind } from '@zhitong/domain/directory/organisation';

/** The word for each kind, as a key of the directory's texts. */
export const kindWords = {
  department: 'kindDepartment',
  bank: 'kindBank',
  university: 'kindUniversity',
  centre: 'kindCentre',
  enterprise: 'kindEnterprise',
  alliance: 'kindAlliance',
} as const satisfies Record<OrganisationKind, string>;
