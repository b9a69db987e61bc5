import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { listClaims } from '@zhitong/contract/directory/claim-contract';
import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { getSession, getWelcome, putPreferences, type Session } from '@zhitong/contract/directory/session-contract';
import { endViewing } from '@zhitong/contract/directory/viewing-contract';
import { listInbox } from '@zhitong/contract/matching/inbox-contract';
import { listProducts } from '@zhitong/contract/matching/product-contract';
import { listNeeds } from '@zhitong/contract/needs/need-contract';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseBeforeSignIn, displayStore } from '#platform/display';
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

/** A stream that is open, over which the server tells of its database. */
class OpenStream extends SilentStream {
  override readonly readyState = 0;
  constructor() {
    super();
    queueMicrotask(() => act(() => typeof this.onopen === 'function' && this.onopen()));
  }
  say(data: string): void {
    this.dispatchEvent(new MessageEvent('database', { data }));
  }
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
    expect(words).toEqual(['调度台', '全市办件', '四张清单', '产业链', '主体库', '成交台账', '审核']);
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

  it('asks again when the viewing should be over, when that answer fails, and when somebody looks at the page again', async () => {
    const [post] = session.posts;
    if (!post) throw new Error('no post');
    const person = { id: ids.supplier, name: '演示-丙' };
    const until = new Date(Date.now() + 600_000).toISOString();
    const server = startCity().answer(getSession, { ...session, viewing: { person, post, until } });
    const banner = /正以演示-丙/;
    const drawn = await renderScreen(<Shell />);
    await screen.findByText(banner);
    const asked = server.questions(getSession).length;
    fireEvent(window, new Event('focus'));
    await waitFor(() => expect(server.questions(getSession).length).toBeGreaterThan(asked));
    expect(screen.getByText(banner)).toBeTruthy();
    server.answer(getSession, session);
    fireEvent(window, new Event('focus'));
    await waitFor(() => expect(screen.queryByText(banner)).toBeNull());
    drawn.unmount();

    vi.useFakeTimers({ shouldAdvanceTime: true });
    const over = new Date(Date.now() + 1_000).toISOString();
    server.answer(getSession, { ...session, viewing: { person, post, until: over } });
    await renderScreen(<Shell />);
    await screen.findByText(banner);
    server.refuse(getSession, 503, { code: 'platform.database-away', message: '数据库暂时连不上' });
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(screen.getByText(banner)).toBeTruthy();
    server.answer(getSession, session);
    await act(() => vi.advanceTimersByTimeAsync(6_000));
    await waitFor(() => expect(screen.queryByText(banner)).toBeNull());
    vi.useRealTimers();
  });

  it('stands with its head, the demo strip, a plain sentence and another try while the database is away', async () => {
    const away = { code: 'platform.database-away', message: '数据库暂时连不上，您填的内容还在。请稍后重试' };
    const page = document.head.appendChild(document.createElement('meta'));
    page.name = 'zhitong-demo';
    page.content = 'true';
    const server = startCity().refuse(getSession, 503, away).refuse(getWelcome, 503, away);
    await renderScreen(<Shell />);
    expect((await screen.findByRole('alert')).textContent).toContain('数据库暂时连不上');
    expect(screen.getByRole('banner').textContent).toContain('直通');
    expect(screen.getByText('演示数据 · 非真实业务')).toBeTruthy();
    server.answer(getSession, session);
    fireEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByRole('navigation', { name: '主菜单' })).toBeTruthy();
    page.remove();
  });

  it('does not call itself live while the database is away, and is live again when it is back', async () => {
    const streams: OpenStream[] = [];
    vi.stubGlobal(
      'EventSource',
      class extends OpenStream {
        constructor() {
          super();
          streams.push(this);
        }
      },
    );
    startCity().answer(getSession, session);
    await renderScreen(<Shell />);
    expect(await screen.findByText('实时')).toBeTruthy();
    act(() => streams[0]?.say('away'));
    expect(screen.queryByText('实时')).toBeNull();
    expect(screen.getByText(/^数据库连不上，正在重试（数据截至 \d\d:\d\d）$/)).toBeTruthy();
    act(() => streams[0]?.say('back'));
    expect(await screen.findByText('实时')).toBeTruthy();
  });

  it('keeps the language chosen on the way in over the one chosen elsewhere before, and tells the server', async () => {
    const server = startCity()
      .answer(getSession, { ...session, person: { ...session.person, preferences: { language: 'zh', theme: 'dark' } } })
      .answer(putPreferences, { language: 'en', theme: 'dark' });
    chooseBeforeSignIn({ language: 'en' });
    await renderScreen(<Shell />);
    expect(await screen.findByRole('navigation', { name: 'Main menu' })).toBeTruthy();
    expect(displayStore.get()).toMatchObject({ language: 'en', theme: 'dark' });
    await waitFor(() => expect(server.questions(putPreferences)[0]?.body).toEqual({ language: 'en' }));
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

  it('says in the menu of the bureau how many claims wait for it, and in no other menu', async () => {
    const officer: Session = {
      ...{ status: 'signed-in', person: session.person },
      posts: [
        {
          ...{ id: ids.offer, role: 'operator' },
          organisation: { id: ids.buyer, name: '威海市工业和信息化局', kind: 'department' },
        },
      ],
    };
    const counts = { waiting: 3, returned: 0, withdrawn: 0, approved: 0 };
    const server = startCity().answer(getSession, officer).answer(listClaims, { total: 3, counts, claims: [] });
    const shown = await renderScreen(<Shell />);
    expect(await screen.findByText('3 件等待审核')).toBeTruthy();
    shown.unmount();
    const asked = server.questions(listClaims).length;
    server.answer(getSession, session);
    await renderScreen(<Shell />);
    expect(await screen.findByText('条未读')).toBeTruthy();
    expect(screen.queryByText('3 件等待审核')).toBeNull();
    expect(server.questions(listClaims)).toHaveLength(asked);
  });
});
