import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  type Claim,
  decideClaim,
  getClaim,
  listClaims,
  supplementClaim,
} from '@zhitong/contract/directory/claim-contract';
import { openInvitation } from '@zhitong/contract/directory/invitation-contract';
import { findFirms } from '@zhitong/contract/directory/registration-contract';
import { getSession } from '@zhitong/contract/directory/session-contract';
import { describe, expect, it } from 'vitest';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { Claims } from './claims.tsx';
import { InvitationPage } from './invitation-page.tsx';
import { RegistrationWizard } from './registration-wizard.tsx';
import { Reviews } from './reviews.tsx';

const id = '01900000-0000-7000-8000-000000000001';
const at = '2026-11-23T09:00:00+08:00';
const head = {
  ...{ id, at, contest: false, status: 'waiting' as const, level: 'self-declared' as const },
  firm: { id, name: '威海甲渔具有限公司（演示）', creditCode: null, region: '环翠区' },
  claimant: { name: '演示-乙', organisation: null },
};
const claim: Claim = {
  ...head,
  ...{ files: [], holders: [], alike: [] },
  actions: [{ kind: 'submitted', by: '演示-乙', code: null, words: '', files: 0, at }],
  allowed: ['returned', 'approved'],
};
const counts = { waiting: 1, returned: 0, withdrawn: 0, approved: 0 };
const list = { total: 1, counts, claims: [{ ...head, files: 0, changedAt: at, returned: null }] };
const none = { total: 0, counts: { ...counts, waiting: 0 }, claims: [] };

describe('my claims', () => {
  it('says what will stand here while there are none', async () => {
    startFakeServer().answer(listClaims, none);
    await renderScreen(<Claims />, '/claims');
    await screen.findByText(/您还没有认领企业/);
  });

  it('are the claims of the city for the bureau, which decides them', async () => {
    startFakeServer().answer(listClaims, none);
    await renderScreen(<Claims />, '/claims', 'operator');
    await screen.findByRole('heading', { name: '企业认领' });
    await screen.findByText('还没有人认领企业');
    expect(screen.queryByText(/我的认领|您还没有/)).toBeNull();
  });

  it('says why a claim came back, and keeps what was typed when a supplement is refused', async () => {
    const returned: Claim = {
      ...claim,
      status: 'returned',
      allowed: ['supplemented', 'withdrawn'],
      actions: [...claim.actions, { kind: 'returned', by: '', code: 'unreadable', words: '请重拍', files: 0, at }],
    };
    startFakeServer()
      .answer(getClaim, returned)
      .refuse(supplementClaim, 409, { code: 'claims.not-now', message: '这次认领现在不能这样办' });
    await renderScreen(<Claims />, `/claims/${id}`);
    await screen.findByText(/材料看不清/);
    const words = screen.getByLabelText('说明');
    fireEvent.change(words, { target: { value: '原件已重拍' } });
    fireEvent.click(screen.getByRole('button', { name: '补充并重新提交' }));
    await screen.findByText('这次认领现在不能这样办');
    expect(screen.getByDisplayValue('原件已重拍')).toBeTruthy();
  });

  it('says so when the question is not answered', async () => {
    startFakeServer().refuse(listClaims, 403, { code: 'platform.forbidden', message: '您的岗位不能做这件事' });
    await renderScreen(<Claims />, '/claims');
    await screen.findByText('您的岗位不能做这件事');
  });
});

describe('the review queue', () => {
  it('says that nothing waits', async () => {
    startFakeServer().answer(listClaims, none);
    await renderScreen(<Reviews />, '/reviews', 'operator');
    expect((await screen.findAllByText('没有等待审核的认领')).length).toBeGreaterThan(0);
  });

  it('approves by button once the sentence is confirmed, with how it was checked, and returns only with a reason', async () => {
    const server = startFakeServer().answer(listClaims, list).answer(getClaim, claim).answer(decideClaim, { claim });
    await renderScreen(<Reviews />, `/reviews/${id}`, 'operator');
    fireEvent.change(await screen.findByLabelText('怎么核实的'), { target: { value: '已电话核实' } });
    fireEvent.click(screen.getByText('退回'));
    expect((await screen.findByText('退回给申请人')).closest('button')?.disabled).toBe(true);
    fireEvent.click(screen.getByText('取消'));
    fireEvent.click(screen.getByText('批准'));
    expect(await screen.findByText(/立即成为.*的管理员/)).toBeTruthy();
    expect(server.questions(decideClaim)).toHaveLength(0);
    fireEvent.click(within(screen.getByRole('dialog', { name: /批准.*的认领/ })).getByRole('button', { name: '批准' }));
    await waitFor(() =>
      expect(server.questions(decideClaim)[0]?.body).toEqual({
        decision: 'approved',
        words: '已电话核实',
        verified: false,
      }),
    );
  });
});

describe('registering', () => {
  it('names everything that is missing, and searches from the second sign on', async () => {
    const server = startFakeServer().answer(findFirms, { firms: [] });
    await renderScreen(<RegistrationWizard />, '/register');
    fireEvent.click(await screen.findByRole('button', { name: '提交注册' }));
    expect((await screen.findAllByText('请选择您的企业，或登记新企业')).length).toBe(2);
    fireEvent.change(screen.getByLabelText('企业名称或统一社会信用代码'), { target: { value: '渔' } });
    fireEvent.change(screen.getByLabelText('企业名称或统一社会信用代码'), { target: { value: '渔具' } });
    await screen.findByText('没有找到。请按营业执照填写新企业');
    expect(server.questions(findFirms)).toHaveLength(1);
  });
});

describe('an invitation', () => {
  it('that was used says so', async () => {
    location.hash = '#371000.x';
    startFakeServer()
      .refuse(openInvitation, 409, { code: 'invitations.used', message: '此链接已使用' })
      .refuse(getSession, 401, { code: 'platform.signed-out', message: '还没有登录' });
    await renderScreen(<InvitationPage />, '/invitation');
    await screen.findByText('此链接已使用');
    location.hash = '';
  });

  it('without its secret says that the link is not complete', async () => {
    startFakeServer();
    await renderScreen(<InvitationPage />, '/invitation');
    await screen.findByText('链接不完整。请从消息里完整复制');
  });
});
