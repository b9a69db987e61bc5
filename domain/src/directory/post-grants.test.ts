import { describe, expect, it } from 'vitest';
import { organisationKinds, postRoles } from './organisation.ts';
import { type Giver, grantableRoles, judgeGrant } from './post-grants.ts';
import { administratorRoles } from './role-groups.ts';

const bureau = { id: 'bureau', kind: 'department' } as const;
const body = { id: 'body', kind: 'department' } as const;
const firm = { id: 'firm', kind: 'enterprise' } as const;
const giver = (role: Giver['role'], organisationId: string): Giver => ({ role, organisationId, personId: 'p' });

describe('giving a role', () => {
  it('gives an administrator’s role by the security administrator alone', () => {
    for (const role of administratorRoles)
      for (const own of postRoles)
        expect([own, role, judgeGrant(giver(own, body.id), body, role) === 'yes']).toEqual([
          ...[own, role],
          own === 'security-administrator',
        ]);
  });

  it('lets a manager give everyday roles in its own organisation and nowhere else', () => {
    expect(grantableRoles(giver('manager', body.id), body)).toEqual(['member', 'manager', 'handler']);
    expect(grantableRoles(giver('manager', firm.id), firm)).toEqual(['member', 'manager']);
    expect(grantableRoles(giver('manager', firm.id), body)).toEqual([]);
    expect(judgeGrant(giver('manager', firm.id), body, 'member')).toBe('foreign-organisation');
    expect(judgeGrant(giver('manager', body.id), body, 'operator')).toBe('role-above');
  });

  it('makes operators inside the bureau only, and the chief’s office not by the bureau', () => {
    const operator = giver('operator', bureau.id);
    expect(judgeGrant(operator, bureau, 'operator')).toBe('yes');
    expect(judgeGrant(operator, body, 'operator')).toBe('role-above');
    expect(judgeGrant(operator, body, 'chief-office')).toBe('role-above');
    expect(judgeGrant(operator, body, 'emergency-desk')).toBe('yes');
  });

  it('says that a role does not exist in such an organisation', () => {
    expect(judgeGrant(giver('operator', bureau.id), firm, 'handler')).toBe('role-not-here');
    expect(judgeGrant(giver('security-administrator', 'it'), firm, 'audit-administrator')).toBe('role-not-here');
  });

  it('gives nobody who handles matters or acts for a firm anything to give', () => {
    for (const role of ['member', 'handler', 'chief-office', 'investment-officer', 'emergency-desk'] as const)
      for (const kind of organisationKinds) expect(grantableRoles(giver(role, 'x'), { id: 'x', kind })).toEqual([]);
  });
});
