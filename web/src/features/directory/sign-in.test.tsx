import { fireEvent, screen, waitFor } from '@testing-library/react';
import { getSession, getWelcome, type Session, signIn } from '@zhitong/contract/directory/session-contract';
import {
  beginSecondFactor,
  confirmSecondFactor,
  getDemoCode,
  giveSecondFactor,
} from '@zhitong/contract/directory/session-factor-contract';
import { changePassword } from '@zhitong/contract/directory/session-password-contract';
import { describe, expect, it, vi } from 'vitest';
import { ids } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { SignIn } from './sign-in.tsx';

const secret = 'ZHITONGDEMOWEIHAIZHITONGDEMOWEIH';
const row = { username: 'secadmin', password: 'Zhitong-2026', organisation: '市大数据局', zh: '安全', en: 'security' };
const session = (status: Session['status']): Session => ({
  status,
  person: { id: ids.buyer, name: '演示-辛', preferences: {} },
  posts: [],
});

function startDoor() {
  return startFakeServer()
    .answer(getWelcome, {
      city: { code: '371000', name: '威海市' },
      demo: true,
      signIns: [{ ...row, secondFactor: secret }],
    })
    .refuse(getSession, 401, { code: 'platform.signed-out', message: '请登录' });
}

async function afterPassword(status: Session['status'], server = startDoor()) {
  server.answer(signIn, session(status));
  const done = vi.fn();
  await renderScreen(<SignIn onSignedIn={done} />);
  fireEvent.click(await screen.findByRole('button', { name: /secadmin/ }));
  fireEvent.click(screen.getByRole('button', { name: '登录' }));
  return { server, done };
}

describe('the second step', () => {
  it('takes a pasted code with blanks and sends it with the sixth digit', async () => {
    const { server, done } = await afterPassword('second-factor');
    server.answer(giveSecondFactor, session('signed-in'));
    fireEvent.change(await screen.findByLabelText('6 位验证码'), { target: { value: ' 123 456 ' } });
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(server.questions(giveSecondFactor)[0]?.body).toEqual({ code: '123456' });
  });

  it('says what is wrong with a code and keeps it for correction', async () => {
    const { server } = await afterPassword('second-factor');
    server.refuse(giveSecondFactor, 401, { code: 'directory.code-wrong', message: '验证码不对' });
    fireEvent.change(await screen.findByLabelText('6 位验证码'), { target: { value: '000000' } });
    expect((await screen.findByRole('alert')).textContent).toBe('验证码不对');
    expect(screen.getByLabelText('6 位验证码')).toHaveProperty('value', '000000');
  });

  it('takes a recovery code instead', async () => {
    const { server, done } = await afterPassword('second-factor');
    server.answer(giveSecondFactor, session('signed-in'));
    fireEvent.click(await screen.findByRole('button', { name: '用恢复码' }));
    fireEvent.change(screen.getByLabelText('恢复码'), { target: { value: 'ABCD-EFGH-JKMN' } });
    fireEvent.click(screen.getByRole('button', { name: '确认' }));
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(server.questions(giveSecondFactor)[0]?.body).toEqual({ code: 'ABCD-EFGH-JKMN' });
  });

  it('fills in the code of a demo account with one tap', async () => {
    const { server, done } = await afterPassword('second-factor');
    server.answer(getDemoCode, { code: '246810' }).answer(giveSecondFactor, session('signed-in'));
    fireEvent.click(await screen.findByRole('button', { name: '填入演示验证码' }));
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
  });

  it('is where a page that was reloaded meanwhile goes on', async () => {
    startDoor().answer(getSession, session('second-factor'));
    await renderScreen(<SignIn onSignedIn={() => undefined} />);
    expect(await screen.findByRole('heading', { name: '两步验证' })).toBeTruthy();
  });
});

describe('an administrator without a second factor', () => {
  it('sets one up and goes on only after the recovery codes were shown', async () => {
    const { server, done } = await afterPassword('second-factor-setup');
    server
      .answer(beginSecondFactor, { secret, address: `otpauth://totp/x?secret=${secret}` })
      .answer(confirmSecondFactor, {
        session: session('signed-in'),
        recoveryCodes: ['ABCD-EFGH-JKMN', 'PQRS-TVWX-YZ23'],
      });
    expect(await screen.findByText('ZHIT ONGD EMOW EIHA IZHI TONG DEMO WEIH')).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/2\. 输入/), { target: { value: '123456' } });
    fireEvent.click(screen.getByRole('button', { name: '确认' }));
    expect(await screen.findByText('PQRS-TVWX-YZ23')).toBeTruthy();
    expect(done).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '已保存，继续' }));
    expect(done).toHaveBeenCalledOnce();
  });
});

describe('a password somebody else has seen', () => {
  it('is changed before anything else, without asking for it a second time', async () => {
    const { server, done } = await afterPassword('new-password');
    server.answer(changePassword, session('signed-in'));
    fireEvent.change(await screen.findByLabelText('新密码'), { target: { value: '海上升明月天涯共此时' } });
    fireEvent.change(screen.getByLabelText('再输一次新密码'), { target: { value: '海上升明月' } });
    fireEvent.click(screen.getByRole('button', { name: '保存新密码' }));
    expect(await screen.findByText('两次输入不一样')).toBeTruthy();
    expect(server.questions(changePassword)).toHaveLength(0);
    fireEvent.change(screen.getByLabelText('再输一次新密码'), { target: { value: '海上升明月天涯共此时' } });
    fireEvent.click(screen.getByRole('button', { name: '保存新密码' }));
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(server.questions(changePassword)[0]?.body).toEqual({
      present: 'Zhitong-2026',
      next: '海上升明月天涯共此时',
    });
  });
});
