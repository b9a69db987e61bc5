import { fireEvent, screen, waitFor } from '@testing-library/react';
import {
  changeOrderTerms,
  changeSourcingTerms,
  listOrderTerms,
  listSourcingTerms,
} from '@zhitong/contract/needs/city-terms-contract';
import { usualSourcingTerms } from '@zhitong/domain/testing/usual-sourcing-terms';
import { describe, expect, it } from 'vitest';
import { changeDisplay } from '#platform/display';
import { caseIds } from '../../testing/case-examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { CaseTermsScreen } from './case-terms.tsx';

const began = { from: '2000-01-01', reason: null, by: 'Zhitong', at: '2026-01-01T09:00:00+08:00' };
const usualOrders = {
  ...{ signMinutes: 120, feedbackMinutes: 960, reviewMinutes: 480, consentMinutes: 2400, callMinutes: 1800 },
  yellowShare: 0.25,
};
const orders = { ...began, terms: usualOrders };
const plannedOrders = {
  ...{ from: '2027-01-04', reason: '提速试行', by: '演示-甲', at: '2026-11-23T09:00:00+08:00' },
  terms: { ...usualOrders, signMinutes: 60 },
};
const own = { organisationId: caseIds.other, list: 'sourcing', open: 5, perDay: 2 } as const;
const sourcing = { ...began, terms: { ...usualSourcingTerms, firmQuotas: [own] } };
const sourcingReply = {
  ...{ today: '2026-11-23', current: sourcing, rows: [sourcing] },
  firms: [{ id: caseIds.other, name: '威海甲厂（演示）' }],
};

const openBook = (book: string) => renderScreen(<CaseTermsScreen />, `/case-terms?book=${book}`, 'operator');
async function choose(day: string): Promise<void> {
  fireEvent.change(screen.getByLabelText('修改原因'), { target: { value: '企业反映' } });
  const field = await screen.findByLabelText('从哪一天起执行');
  fireEvent.mouseDown(field);
  fireEvent.change(field, { target: { value: day } });
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', keyCode: 13 });
}
const save = () => fireEvent.click(screen.getByRole('button', { name: '保存，从那一天起执行' }));

describe('the terms of supervision orders', () => {
  it('say what is in force and what is planned, and are changed from a day to come with a reason', async () => {
    const server = startFakeServer()
      .answer(listOrderTerms, { today: '2026-11-23', current: orders, rows: [plannedOrders, orders] })
      .answer(changeOrderTerms, { terms: { from: '2027-02-01' } });
    await openBook('orders');
    expect(await screen.findByText('2027年1月4日 起执行')).toBeTruthy();
    expect(screen.getByText('提醒后仍不答复，由调度单位电话联系')).toBeTruthy();
    expect(screen.getByText('1,800 分钟（工作时间）')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '修改规则' }));
    expect(await screen.findByText(/正在走的一步保留它开始时的时限/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('反馈（分钟）'), { target: { value: '0' } });
    save();
    expect(await screen.findByText('“反馈（分钟）”要填 1 到 100,000 的整数')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('反馈（分钟）'), { target: { value: '480' } });
    await choose('2027-02-01');
    save();
    await waitFor(() =>
      expect(server.questions(changeOrderTerms)[0]?.body).toEqual({
        ...{ from: '2027-02-01', reason: '企业反映', seen: plannedOrders.at },
        terms: { ...plannedOrders.terms, feedbackMinutes: 480 },
      }),
    );
  });

  it('say why they are refused', async () => {
    startFakeServer().refuse(listOrderTerms, 403, { code: 'platform.forbidden', message: '您的岗位不能做这件事' });
    await openBook('orders');
    expect(await screen.findByText('您的岗位不能做这件事')).toBeTruthy();
  });
});

describe('the terms of sourcing', () => {
  it('name each ring, each quota and each firm with a quota of its own, which can be ended', async () => {
    const server = startFakeServer()
      .answer(listSourcingTerms, sourcingReply)
      .answer(changeSourcingTerms, { terms: { from: '2027-02-01' } });
    await openBook('sourcing');
    expect(await screen.findByText('单独询问都市圈')).toBeTruthy();
    expect(screen.getByText('单独定额 · 威海甲厂（演示） · 配套需求')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '修改规则' }));
    fireEvent.change(await screen.findByLabelText('本市'), { target: { value: '225' } });
    fireEvent.click(screen.getByRole('button', { name: '取消 威海甲厂（演示） · 配套需求 的单独定额' }));
    await choose('2027-02-01');
    save();
    await waitFor(() =>
      expect(server.questions(changeSourcingTerms)[0]?.body).toEqual({
        ...{ from: '2027-02-01', reason: '企业反映', seen: sourcing.at },
        terms: { ...usualSourcingTerms, ringMinutes: { ...usualSourcingTerms.ringMinutes, city: 225 } },
      }),
    );
  });

  it('show what the server refused and speak English', async () => {
    startFakeServer().answer(listSourcingTerms, sourcingReply).refuse(changeSourcingTerms, 409, {
      code: 'case-terms.overtaken',
      message: '同事刚改过时限规则。请先看最新的内容',
    });
    const first = await openBook('sourcing');
    fireEvent.click(await screen.findByRole('button', { name: '修改规则' }));
    fireEvent.change(await screen.findByLabelText('本市'), { target: { value: '225' } });
    await choose('2027-02-01');
    save();
    expect(await screen.findByText(/同事刚改过时限规则/)).toBeTruthy();
    first.unmount();
    changeDisplay({ language: 'en' });
    await openBook('sourcing');
    expect(await screen.findByText('Asked alone: the city circle')).toBeTruthy();
  });
});
