import { describe, expect, it } from 'vitest';
import { postRoles } from './organisation.ts';
import { mayEver } from './permission.ts';
import { isAdministrator } from './role-groups.ts';
import { judgeViewing, viewingEnd } from './viewing.ts';

describe('looking at the screens of a post', () => {
  it('is for the security administrator alone', () => {
    expect(postRoles.filter((role) => mayEver('viewing.start', role))).toEqual(['security-administrator']);
  });

  it('is possible for every post of the city’s business, and for no administrator’s', () => {
    for (const role of postRoles)
      expect([role, judgeViewing({ personId: 'a' }, { personId: 'b', role })]).toEqual([
        role,
        isAdministrator(role) ? 'administrator' : 'yes',
      ]);
  });

  it('is not for one’s own other post: that is switched to', () => {
    expect(judgeViewing({ personId: 'a' }, { personId: 'a', role: 'manager' })).toBe('self');
  });

  it('ends a quarter of an hour after it began', () => {
    expect(viewingEnd(new Date('2026-11-23T09:00:00Z'))).toEqual(new Date('2026-11-23T09:15:00Z'));
  });
});
