import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type Account, listAccounts, lockAccount, resetPassword } from '@zhitong/contract/directory/account-contract';
import { startViewing } from '@zhitong/contract/directory/viewing-contract';
import { describe, expect, it } from 'vitest';
import { RoleContext } from '#platform/may';
import { ids } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { Accounts } from './accounts.tsx';

const account: Account = {
  id: ids.buyer,
  username: 'firm.buyer',
  person: { id: ids.offer, name: '演示-乙' },
  posts: [
    { id: ids.offer, organisation: { id: ids.buyer, name: '威海康护医疗器械有限公司（演示）' }, role: 'manager' },
  ],
  state: 'active',
  waitsUntil: '2026-11-23T09:05:00+08:00',
  factor: 'off',
  sessions: 2,
  createdAt: '2026-11-01T09:00:00+08:00',
  lastUsedAt: null,
  own: false,
};

const draw = (address = '/accounts') =>
  renderScreen(
    <RoleContext value="security-administrator">
      <Accounts />
    </RoleContext>,
    address,
  );
const openRow = () => draw(`/accounts?open=${account.id}`);

describe('the accounts', () => {
  it('say who waits after wrong tries, in words', async () => {
    startFakeServer().answer(listAccounts, { total: 1, accounts: [account] });
    await draw();
    expect(await screen.findByText('连续输错，09:05 后可再试')).toBeTruthy();
    expect(screen.getByText('共 1 个账号')).toBeTruthy();
  });

  it('say so when nothing fits, and when nothing could be loaded', async () => {
    const server = startFakeServer().answer(listAccounts, { total: 0, accounts: [] });
    const first = await draw();
    expect(await screen.findByText(/没有符合条件的记录/)).toBeTruthy();
    first.unmount();
    server.refuse(listAccounts, 403, { code: 'platform.forbidden', message: '您的岗位不能做这件事' });
    await draw();
    expect((await screen.findByRole('alert')).textContent).toBe('您的岗位不能做这件事');
  });

  it('show the link of a reset once, and no password', async () => {
    startFakeServer()
      .answer(listAccounts, { total: 1, accounts: [account] })
      .answer(resetPassword, { link: { path: '/set-password#token', expiresAt: '2026-11-26T09:00:00+08:00' } });
    await openRow();
    fireEvent.click(await screen.findByRole('button', { name: '重置密码' }));
    fireEvent.click(await screen.findByRole('button', { name: '确定' }));
    expect(await screen.findByText(/\/set-password#token$/)).toBeTruthy();
    expect(screen.getByText(/链接只能用一次，11月26日 09:00 前有效/)).toBeTruthy();
  });

  it('ask for the reason of a lock before anything is sent', async () => {
    const server = startFakeServer()
      .answer(listAccounts, { total: 1, accounts: [account] })
      .answer(lockAccount, { account: { ...account, state: 'locked', sessions: 0 } });
    await openRow();
    fireEvent.click(await screen.findByRole('button', { name: '锁定账号' }));
    fireEvent.click(await screen.findByRole('button', { name: '确定' }));
    expect(await screen.findByText('请填写原因')).toBeTruthy();
    expect(server.questions(lockAccount)).toHaveLength(0);
    fireEvent.change(screen.getByLabelText('原因'), { target: { value: '离职' } });
    fireEvent.click(screen.getByRole('button', { name: '确定' }));
    await waitFor(() => expect(server.questions(lockAccount)[0]?.body).toEqual({ why: '离职' }));
  });

  it('let somebody look at the screens of a post only with a purpose, and of no administrator’s', async () => {
    const server = startFakeServer()
      .answer(listAccounts, { total: 1, accounts: [account] })
      .refuse(startViewing, 409, { code: 'directory.viewing-self', message: '这是您自己的岗位' });
    await openRow();
    fireEvent.click(await screen.findByRole('button', { name: '以某人视角查看' }));
    fireEvent.click(await screen.findByRole('button', { name: '开始查看' }));
    expect(await screen.findByText('请写明目的，至少 2 个字')).toBeTruthy();
    expect(server.questions(startViewing)).toHaveLength(0);
    fireEvent.change(screen.getByLabelText('查看目的'), { target: { value: '核对菜单' } });
    fireEvent.click(screen.getByRole('button', { name: '开始查看' }));
    expect(await screen.findByText('这是您自己的岗位')).toBeTruthy();
    expect(server.questions(startViewing)[0]?.body).toEqual({ purpose: '核对菜单' });
    cleanup();

    const administrator = {
      ...account,
      posts: account.posts.map((post) => ({ ...post, role: 'audit-administrator' as const })),
    };
    startFakeServer().answer(listAccounts, { total: 1, accounts: [administrator] });
    await openRow();
    await screen.findByRole('button', { name: '重置密码' });
    expect(screen.queryByRole('button', { name: '以某人视角查看' })).toBeNull();
  });

  it('offer nothing to change on one’s own account', async () => {
    startFakeServer().answer(listAccounts, { total: 1, accounts: [{ ...account, own: true }] });
    await openRow();
    const drawer = await screen.findByRole('dialog');
    expect(within(drawer).getByText(/请另一位安全管理员来做/)).toBeTruthy();
    expect(within(drawer).queryByRole('button', { name: '重置密码' })).toBeNull();
  });
});
