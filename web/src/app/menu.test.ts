import { postRoles } from '@zhitong/domain/directory/organisation';
import { mayEver } from '@zhitong/domain/directory/permission';
import { administratorRoles } from '@zhitong/domain/directory/role-groups';
import { describe, expect, it } from 'vitest';
import type { Viewer } from '#features/directory/session';
import { currentItem, menuOf, phoneBarOf } from './menu.tsx';
import { byMatter } from './notice-group.ts';

const post = {
  id: '01900000-0000-7000-8000-000000000011',
  organisation: { id: 'o', name: '演示' },
  role: 'manager',
} as const;
const firm: Viewer = { person: { id: 'p', name: '演示-甲', preferences: {} }, posts: [post], post, bureau: false };
const as = (role: (typeof postRoles)[number]): Viewer => ({
  ...firm,
  post: { ...post, role },
  bureau: role === 'operator',
});
const bureau = as('operator');

describe('the menu', () => {
  it('holds at most seven places for each role, and five on a phone', () => {
    for (const viewer of postRoles.map(as)) {
      expect(menuOf(viewer).length).toBeGreaterThan(1);
      expect(menuOf(viewer).length).toBeLessThanOrEqual(7);
      expect(phoneBarOf(viewer).length).toBeLessThanOrEqual(5);
    }
  });

  it('leaves out what the bureau may not use', () => {
    const places = menuOf(bureau).map(({ to }) => to);
    expect(places).not.toContain('/needs/new');
    expect(places).not.toContain('/opportunities');
  });

  it('leads nobody where the permission table does not let it', () => {
    for (const role of postRoles)
      for (const { to, needs } of [...menuOf(as(role)), ...phoneBarOf(as(role))])
        expect([role, to, needs === undefined || mayEver(needs, role)]).toEqual([role, to, true]);
  });

  it('gives the three administrators menus that share only the permission table', () => {
    const [system, security, audit] = administratorRoles.map((role) => menuOf(as(role)).map(({ to }) => to));
    expect([system, security, audit]).toEqual([
      ['/system', '/permissions'],
      ['/accounts', '/organisations', '/permissions'],
      ['/audit', '/permissions'],
    ]);
  });

  it('marks the place one is in, the closest one', () => {
    expect(currentItem(menuOf(firm), '/needs/new')?.word).toBe('publish');
    expect(currentItem(menuOf(firm), '/needs/01900000')?.word).toBe('needs');
    expect(currentItem(menuOf(firm), '/')?.word).toBe('home');
  });
});

describe('notices', () => {
  it('are one row a matter, the newest matter first', () => {
    const entry = { type: 'response.given', subjectId: post.id, at: '2026-11-23T09:00:00+08:00', read: false } as const;
    const entries = [
      { ...entry, cursor: 1, text: 'a', link: '/needs/1' },
      { ...entry, cursor: 2, text: 'b', link: '/needs/2' },
      { ...entry, cursor: 3, text: 'c', link: '/needs/1' },
    ];
    expect(byMatter(entries).map(({ latest, count }) => [latest.text, count])).toEqual([
      ['c', 2],
      ['b', 1],
    ]);
  });
});
