import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { getSession, getWelcome, type Session } from '@zhitong/contract/directory/session-contract';
import { endViewing } from '@zhitong/contract/directory/viewing-contract';
import { listInbox } from '@zhitong/contract/matching/inbox-contract';
import { listProducts } from '@zhitong/contract/matching/product-contract';
import { listNeeds } from '@zhitong/contract/needs/need-contract';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ids, needText } from '../testing/examples.ts';
import { type FakeServer, startFakeServer } from '../testing/fake-server.ts';
import { renderScreen } from '../testing/render-screen.tsx';
import { Shell } from './shell.tsx';

/** A stream that never opens: the shell must stand without it. */
class SilentStream extends EventTarget {
  static readonly CLOSED = 2;
  readonly readyState = 0;
  onopen: unknown = null;
  onerror: unknown = null;
  close(): void {}
}

const session: Session = {
  status: 'signed-in',
  person: { id: ids.buyer, name: '演示-乙', preferences: {} },
  posts: [
    {
      id: ids.offer,
      organisation: { id: ids.buyer, name: '威海康护医疗器械有限公司（演示）', kind: 'enterprise' },
      role: 'manager',
    },
  ],
};

function startCity(): FakeServer {
  return startFakeServer()
    .answer(getWelcome, { city: { code: '371000', name: '威海' }, demo: true, signIns: [] })
    .answer(listInbox, { entries: [], cursor: 5, unread: 3 })
    .answer(listOrganisations, { total: 0, organisations: [] })
    .answer(listProducts, {
      products: [{ id: 'meltblown-cloth', name: '熔喷布', nameEn: 'meltblown cloth', unit: '吨', source: 'hand' }],
    })
    .answer(listNeeds, { total: 0, needs: [] });
}

describe('the shell', () => {
  beforeEach(() => {
    vi.stubGlobal('EventSource', SilentStream);
  });

  it('says on every page that the data is invented', async () => {
    startCity().answer(getSession, session);
    await renderScreen(<Shell />);
    expect(await screen.findByText('演示数据 · 非真实业务')).toBeTruthy();
  });

  it('offers the way to the content as the first stop', async () => {
    startCity().answer(getSession, session);
    await renderScreen(<Shell />);
    const skip = await screen.findByRole('link', { name: '跳到正文' });
    expect(document.querySelector('a, button')).toBe(skip);
  });

  it('leads to the sign-in and remembers where one wanted to go', async () => {
    startCity().refuse(getSession, 401, { code: 'platform.signed-out', message: '请先登录' });
    const { router } = await renderScreen(<Shell />, '/deals');
    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
    expect(new URLSearchParams(router.state.location.searchStr).get('back')).toBe('/deals');
  });

  it('shows the bureau only what the bureau may use', async () => {
    const post = {
      id: ids.offer,
      organisation: { id: ids.supplier, name: '威海市工业和信息化局', kind: 'department' as const },
      role: 'operator' as const,
    };
    startCity().answer(getSession, { ...session, posts: [post] });
    await renderScreen(<Shell />);
    const menu = await screen.findByRole('navigation', { name: '主菜单' });
    const words = within(menu)
      .getAllByRole('link')
      .map(({ textContent }) => textContent);
    expect(words).toEqual(['首页', '全部需求', '主体库', '成交台账', '职责清单', '审核', '产品库']);
  });

  it('says on every page whose screens are looked at, shows that menu, and neither notices nor the live stream', async () => {
    const [post] = session.posts;
    if (!post) throw new Error('no post');
    const viewing = {
      person: { id: ids.supplier, name: '演示-丙' },
      post,
      until: new Date(Date.now() + 600_000).toISOString(),
    };
    const server = startCity()
      .answer(getSession, { ...session, viewing })
      .refuse(endViewing, 404, {
        ...{ code: 'platform.not-found', message: '没有这条记录' },
      });
    await renderScreen(<Shell />);
    expect(await screen.findByText(/^正以演示-丙（.*）的视角查看，只能看，\d\d:\d\d 自动结束$/)).toBeTruthy();
    expect(within(screen.getByRole('navigation', { name: '主菜单' })).getByText('发布需求')).toBeTruthy();
    expect(screen.queryByText('通知')).toBeNull();
    expect(server.questions(listInbox)).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: '结束查看' }));
    await waitFor(() => expect(server.questions(endViewing)).toHaveLength(1));
  });

  it('finds products by Ctrl K and opens the chosen one with Enter', async () => {
    startCity().answer(getSession, session);
    const { router } = await renderScreen(<Shell />);
    await screen.findByText('首页');
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    const field = await screen.findByRole('combobox', { name: '搜索与命令' });
    fireEvent.change(field, { target: { value: '熔喷' } });
    await screen.findByRole('option', { name: /熔喷布/ });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(router.state.location.pathname).toBe('/products/meltblown-cloth'));
  });

  it('offers to post a pasted paragraph', async () => {
    startCity().answer(getSession, session);
    const { router } = await renderScreen(<Shell />);
    await screen.findByText('首页');
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    const field = await screen.findByRole('combobox', { name: '搜索与命令' });
    const paragraph = `${needText}，本周交货，送到临港`;
    fireEvent.change(field, { target: { value: paragraph } });
    fireEvent.click(await screen.findByRole('option', { name: '用这段文字发布需求' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/needs/new'));
    expect(new URLSearchParams(router.state.location.searchStr).get('text')).toBe(paragraph);
  });

  it('keeps single letters silent while somebody types', async () => {
    startCity().answer(getSession, session);
    const { router } = await renderScreen(<Shell />);
    await screen.findByText('首页');
    const field = document.body.appendChild(document.createElement('input'));
    fireEvent.keyDown(field, { key: 'c' });
    expect(router.state.location.pathname).toBe('/');
    field.remove();
    fireEvent.keyDown(document.body, { key: 'c' });
    await waitFor(() => expect(router.state.location.pathname).toBe('/needs/new'));
  });
});
