import { type OrganisationKind, organisationKinds, type PostRole } from '@zhitong/domain/directory/organisation';
import { mayEver } from '@zhitong/domain/directory/permission';
import { rolesAt } from '@zhitong/domain/directory/post-grants';
import { administratorRoles } from '@zhitong/domain/directory/role-groups';
import { describe, expect, it } from 'vitest';
import type { Viewer } from '#features/directory/session';
import { appText } from './app-text.ts';
import { currentItem, furtherPlacesOf, menuOf, phoneBarOf } from './menu.tsx';
import { byMatter } from './notice-group.ts';

const post = {
  id: '01900000-0000-7000-8000-000000000011',
  organisation: { id: 'o', name: '演示', kind: 'enterprise' },
  role: 'manager',
} as const;
const firm: Viewer = { person: { id: 'p', name: '演示-甲', preferences: {} }, posts: [post], post, bureau: false };
const as = (role: PostRole, kind: OrganisationKind = 'department'): Viewer => ({
  ...firm,
  post: { ...post, role, organisation: { ...post.organisation, kind } },
  bureau: role === 'operator',
});
const bureau = as('operator');
/** Every post there can be. */
const everybody = organisationKinds.flatMap((kind) => rolesAt(kind).map((role) => as(role, kind)));
const wordsOf = (viewer: Viewer) => menuOf(viewer).map(({ word }) => appText.zh[word]);

describe('the menu', () => {
  it('holds at most seven places for each kind of organisation and role, none twice, and five on a phone', () => {
    expect(everybody.length).toBeGreaterThan(20);
    for (const viewer of everybody) {
      const places = menuOf(viewer).map(({ to }) => to);
      expect(places.length).toBeGreaterThan(1);
      expect(places.length).toBeLessThanOrEqual(7);
      expect(new Set(places).size).toBe(places.length);
      expect(phoneBarOf(viewer).length).toBeLessThanOrEqual(5);
    }
  });

  it('is that of the work: a department handles matters, a bank answers firms about money, a university answers', () => {
    expect(wordsOf(as('manager', 'department'))).toEqual([
      ...['待我办', '协办', '已办', '主体库', '职责清单', '我的事项', '本单位'],
    ]);
    expect(wordsOf(as('member', 'bank'))).toEqual([
      ...['资金需求', '我的报价', '授权记录', '得失分析', '主体库', '我的事项', '本单位'],
    ]);
    expect(wordsOf(as('manager', 'university')).slice(0, 3)).toEqual(['技术需求', '我的应答', '待我办']);
    expect(wordsOf(as('handler', 'university'))).toEqual([
      ...['技术需求', '我的应答', '待我办', '协办', '主体库', '我的事项', '本单位'],
    ]);
    expect(wordsOf(as('manager', 'centre')).slice(0, 4)).toEqual(['技术需求', '我的应答', '待我办', '商机']);
    expect(wordsOf(as('manager', 'alliance')).at(-1)).toBe('本联盟');
    expect(wordsOf(as('member', 'enterprise')).at(-1)).toBe('本企业');
  });

  it('offers a department or a bank nothing to sell or to buy', () => {
    for (const kind of ['department', 'bank'] as const)
      for (const role of ['member', 'manager'] as const)
        for (const { to } of [...menuOf(as(role, kind)), ...phoneBarOf(as(role, kind))])
          expect(['/needs', '/needs/new', '/offers', '/opportunities', '/deals']).not.toContain(to);
  });

  it('leaves out what the bureau may not use', () => {
    const places = menuOf(bureau).map(({ to }) => to);
    expect(places).not.toContain('/needs/new');
    expect(places).not.toContain('/opportunities');
  });

  it('leads the bureau to the import, and every post to what found no room, if it may', () => {
    const further = (viewer: Viewer) => furtherPlacesOf(viewer).map(({ word }) => appText.zh[word]);
    expect(further(bureau)).toEqual([
      '采购登记',
      '评价与回访',
      '知识库',
      '答复模板',
      '时限规则',
      '热力图',
      '督办',
      '政策发布',
      '职责清单',
      '链长一页纸',
      '招商线索',
      '载体资源',
      '产品库',
      '导入',
      '通知渠道',
    ]);
    expect(further(as('handler'))).toContain('评价与回访');
    expect(further(firm)).toEqual(['政策', '采购登记', '产业链', '主体库', '产品库', '导入', '通知渠道']);
    expect(further(as('member', 'enterprise'))).toEqual(['政策', '采购登记', '产业链', '主体库', '产品库']);
    expect(further(as('security-administrator'))).toEqual([]);
    for (const viewer of everybody)
      for (const { to, needs } of furtherPlacesOf(viewer)) {
        expect(menuOf(viewer).map((place) => place.to)).not.toContain(to);
        expect(needs === undefined || mayEver(needs, viewer.post.role)).toBe(true);
      }
  });

  it('leads nobody where the permission table does not let it', () => {
    for (const viewer of everybody)
      for (const { to, needs } of [...menuOf(viewer), ...phoneBarOf(viewer)])
        expect([viewer.post.role, to, needs === undefined || mayEver(needs, viewer.post.role)]).toEqual([
          ...[viewer.post.role, to, true],
        ]);
  });

  it('gives the three administrators menus that share only the permission table', () => {
    const [system, security, audit] = administratorRoles.map((role) => menuOf(as(role)).map(({ to }) => to));
    expect([system, security, audit]).toEqual([
      ['/system', '/permissions'],
      ['/accounts', '/organisations', '/permissions'],
      ['/audit', '/permissions'],
    ]);
  });

  it('puts the cases of a handler first, and tells its three lists apart by what they show', () => {
    const handler = menuOf(as('handler'));
    expect(handler[0]?.to).toBe('/cases');
    expect(currentItem(handler, '/cases/01900000', '')?.word).toBe('cases');
    expect(currentItem(handler, '/cases', '?who=help')?.word).toBe('casesHelp');
    expect(currentItem(handler, '/cases/01900000', '?q=1&who=done')?.word).toBe('casesDone');
    expect(phoneBarOf(as('handler', 'bank'))[0]?.to).toBe('/funding');
    expect(phoneBarOf(as('handler')).map(({ word }) => word)).toEqual([
      ...['cases', 'casesHelp', 'casesDone', 'organisations', 'barMine'],
    ]);
  });

  it('puts the targets first for investment, with the chains and the heat map beside them', () => {
    expect(
      menuOf(as('investment-officer'))
        .map(({ to }) => to)
        .slice(0, 3),
    ).toEqual(['/targets', '/chains', '/heatmap']);
    for (const viewer of everybody) {
      const reached = [...menuOf(viewer), ...furtherPlacesOf(viewer)].some(({ to }) => to === '/targets');
      expect([viewer.post.role, reached]).toEqual([viewer.post.role, mayEver('target.see', viewer.post.role)]);
    }
  });

  it('puts the chains first for a chief’s office, near the desk for the bureau, and in reach of all', () => {
    expect(menuOf(as('chief-office'))[0]?.to).toBe('/chains');
    expect(menuOf(bureau).map(({ to }) => to)).toContain('/chains');
    for (const viewer of everybody) {
      const reached = [...menuOf(viewer), ...furtherPlacesOf(viewer)].some(({ to }) => to === '/chains');
      expect([viewer.post.role, reached]).toEqual([viewer.post.role, mayEver('chain.see', viewer.post.role)]);
    }
  });

  it('puts the desk of the bureau first', () => {
    expect(menuOf(bureau)[0]?.to).toBe('/desk');
    expect(phoneBarOf(bureau)[0]?.to).toBe('/desk');
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

  it('are marked where two matters say the very same, so that their exact time is shown', () => {
    const entry = {
      type: 'opportunity.arrived',
      subjectId: post.id,
      at: '2026-11-23T09:00:00+08:00',
      read: false,
    } as const;
    const entries = [
      { ...entry, cursor: 1, text: 'a', link: '/opportunities/1' },
      { ...entry, cursor: 2, text: 'a', link: '/opportunities/2' },
      { ...entry, cursor: 3, text: 'b', link: '/opportunities/3' },
    ];
    expect(byMatter(entries).map(({ alike }) => alike)).toEqual([false, true, true]);
  });
});
