import { describe, expect, it } from 'vitest';
import { postRoles } from './organisation.ts';
import { may, mayEver, type Permission, permissions, relationsFor } from './permission.ts';
import type { PermissionRow } from './permission-row.ts';
import { administratorRoles, isAdministrator } from './role-groups.ts';

const names = Object.keys(permissions) as Permission[];
const rowOf = (name: Permission): PermissionRow => permissions[name];

describe('the permission table', () => {
  it('lets nobody act in no relation', () => {
    for (const name of names) for (const role of postRoles) expect(may(name, role, [])).toBe(false);
  });

  it('gives every permission to somebody', () => {
    expect(names.filter((name) => !postRoles.some((role) => mayEver(name, role)))).toEqual([]);
  });

  it('keeps the three administrators out of the city’s business', () => {
    const business = names.filter((name) =>
      ['need', 'funding', 'technology', 'match', 'opportunity', 'price', 'deal', 'offer', 'contact'].includes(
        rowOf(name).kind,
      ),
    );
    for (const name of business)
      for (const role of administratorRoles) expect([name, role, mayEver(name, role)]).toEqual([name, role, false]);
  });

  it('gives no two administrators the same thing to change, but for their own sign-in and leave', () => {
    const shared = names.filter(
      (name) =>
        rowOf(name).verb === 'change' &&
        postRoles.filter((role) => isAdministrator(role) && mayEver(name, role)).length > 1,
    );
    expect(shared).toEqual(['leave.change', 'session.own']);
  });

  it('lets a manager change its own firm and no other', () => {
    expect(may('organisation.change', 'manager', ['own', 'city', 'anywhere'])).toBe(true);
    expect(may('organisation.change', 'manager', ['city', 'anywhere'])).toBe(false);
  });

  it('opens a contact to the other side of a signed deal, never to the other side of a match', () => {
    expect(relationsFor('contact.see', 'manager')).toEqual(['own', 'agreed']);
  });
});
