import { type PostRole, postRoles } from './organisation.ts';

/** Acts for a firm: asks, offers, quotes and signs. */
export const firmRoles = ['member', 'manager'] as const satisfies readonly PostRole[];

/** Answers for a bank that was asked. */
export const bankRoles = ['handler', 'manager', 'member'] as const satisfies readonly PostRole[];

/** 三员: run the system, give the rights, read the trail. They take no part in the city's business, and never two in one person. */
export const administratorRoles = [
  'system-administrator',
  'security-administrator',
  'audit-administrator',
] as const satisfies readonly PostRole[];
export type AdministratorRole = (typeof administratorRoles)[number];

export const isAdministrator = (role: PostRole): role is AdministratorRole =>
  administratorRoles.some((administrator) => administrator === role);

/** Everybody who takes part in the city's business. */
export const businessRoles: readonly PostRole[] = postRoles.filter((role) => !isAdministrator(role));

export const allRoles: readonly PostRole[] = postRoles;
