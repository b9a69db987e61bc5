import { describe, expect, it } from 'vitest';
import { firstUncovered, judgeApart, postsActedIn } from './post-apart.ts';

const post = (role: 'member' | 'manager' | 'system-administrator' | 'audit-administrator', from: string, to?: string) =>
  ({ role, from, to: to ?? null }) as const;

describe('administrators and the city’s business', () => {
  it('are never in one person on any day, in either order', () => {
    const audit = post('audit-administrator', '2026-01-01');
    const member = post('member', '2026-01-01');
    expect(judgeApart([audit], member)).toBe('administrator-and-business');
    expect(judgeApart([member], audit)).toBe('administrator-and-business');
    expect(judgeApart([post('member', '2026-01-01', '2026-03-01')], post('audit-administrator', '2026-03-01'))).toBe(
      'yes',
    );
  });

  it('are never two of the three in one person', () => {
    const system = post('system-administrator', '2026-01-01', '2026-06-01');
    expect(judgeApart([system], post('audit-administrator', '2026-05-31'))).toBe('other-administrator');
    expect(judgeApart([system], post('audit-administrator', '2026-06-01'))).toBe('yes');
    expect(judgeApart([system], system)).toBe('yes');
  });

  it('leave a person several posts in the business itself', () => {
    expect(judgeApart([post('member', '2026-01-01')], post('manager', '2026-01-01'))).toBe('yes');
  });

  it('let whoever held both before the rule act as administrator only', () => {
    const [audit, member] = [post('audit-administrator', '2026-01-01'), post('member', '2026-01-01')];
    expect(postsActedIn([member, audit])).toEqual([audit]);
    expect(postsActedIn([member])).toEqual([member]);
  });
});

describe('the days on which somebody else is there', () => {
  const span = { from: '2026-02-01', to: null };

  it('are all of them with one who stays', () => {
    expect(firstUncovered(span, [{ from: '2026-01-01', to: null }])).toBeNull();
    expect(firstUncovered(span, [])).toBe('2026-02-01');
  });

  it('begin with a gap when the others come later, and end with one when they leave', () => {
    expect(firstUncovered(span, [{ from: '2026-02-02', to: null }])).toBe('2026-02-01');
    expect(firstUncovered(span, [{ from: '2026-01-01', to: '2026-05-01' }])).toBe('2026-05-01');
  });

  it('join on from one to the next, in whatever order they are told', () => {
    const [first, second] = [
      { from: '2026-01-01', to: '2026-05-01' },
      { from: '2026-05-01', to: null },
    ];
    expect(firstUncovered(span, [second, first])).toBeNull();
    expect(firstUncovered(span, [{ from: '2026-05-02', to: null }, first])).toBe('2026-05-01');
  });

  it('need reach only to the end of the span', () => {
    expect(firstUncovered({ from: '2026-02-01', to: '2026-03-01' }, [{ from: '2026-01-01', to: '2026-03-01' }])).toBe(
      null,
    );
    expect(firstUncovered({ from: '2026-02-01', to: '2026-03-02' }, [{ from: '2026-01-01', to: '2026-03-01' }])).toBe(
      '2026-03-01',
    );
  });
});
