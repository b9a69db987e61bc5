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
const bureau: Viewer = { ...firm, bureau: true };

describe('the menu', () => {
  it('holds at most seven places for each role, and five on a phone', () => {
    for (const viewer of [firm, bureau]) {
      expect(menuOf(viewer).length).toBeLessThanOrEqual(7);
      expect(phoneBarOf(viewer)).toHaveLength(5);
    }
  });

  it('leaves out what the bureau may not use', () => {
    const places = menuOf(bureau).map(({ to }) => to);
    expect(places).not.toContain('/needs/new');
    expect(places).not.toContain('/opportunities');
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
