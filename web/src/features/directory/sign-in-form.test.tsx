import { fireEvent, screen, waitFor } from '@testing-library/react';
import { getWelcome, signIn } from '@zhitong/contract/directory/session-contract';
import { describe, expect, it, vi } from 'vitest';
import { ids } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { SignInForm } from './sign-in-form.tsx';

const row = {
  username: 'firm.buyer',
  password: 'Zhitong-2026',
  organisation: '威海康护医疗器械有限公司（演示）',
  zh: '采购',
  en: 'buys',
};
const welcome = { city: { code: '371000', name: '威海' }, demo: true, signIns: [row] };

describe('sign-in', () => {
  it('fills a demo account with one tap and signs in', async () => {
    const session = {
      status: 'signed-in' as const,
      person: { id: ids.buyer, name: '演示-乙', preferences: {} },
      posts: [],
    };
    const server = startFakeServer().answer(getWelcome, welcome).answer(signIn, session);
    const done = vi.fn();
    await renderScreen(<SignInForm onSession={done} />);
    fireEvent.click(await screen.findByRole('button', { name: /firm\.buyer/ }));
    fireEvent.click(screen.getByRole('button', { name: '登录' }));
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(server.questions(signIn)[0]?.body).toEqual({ username: 'firm.buyer', password: 'Zhitong-2026' });
  });

  it('says the same for a wrong name and a wrong password, and keeps what was typed', async () => {
    startFakeServer()
      .answer(getWelcome, welcome)
      .refuse(signIn, 401, { code: 'directory.wrong-sign-in', message: '用户名或密码不对' });
    await renderScreen(<SignInForm onSession={() => undefined} />);
    fireEvent.change(await screen.findByLabelText('用户名'), { target: { value: 'nobody' } });
    fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'wrong' } });
    fireEvent.click(screen.getByRole('button', { name: '登录' }));
    expect((await screen.findByRole('alert')).textContent).toBe('用户名或密码不对');
    expect(screen.getByLabelText('用户名')).toHaveProperty('value', 'nobody');
  });

  it('says that the database cannot be reached before anything is typed', async () => {
    const message = '数据库暂时连不上，请稍后再试';
    startFakeServer().refuse(getWelcome, 503, { code: 'platform.database-away', message });
    await renderScreen(<SignInForm onSession={() => undefined} />);
    expect(await screen.findByText(message, undefined, { timeout: 8_000 })).toBeTruthy();
    expect(screen.getByLabelText('用户名')).toBeTruthy();
  });

  it('asks for what is missing instead of sending it', async () => {
    const server = startFakeServer().answer(getWelcome, welcome);
    await renderScreen(<SignInForm onSession={() => undefined} />);
    fireEvent.click(await screen.findByRole('button', { name: '登录' }));
    expect(await screen.findByText('请填写用户名')).toBeTruthy();
    expect(server.questions(signIn)).toHaveLength(0);
  });
});
