import { fireEvent, screen, within } from '@testing-library/react';
import {
  askReview,
  type Cascade,
  type CascadeStep,
  getCascade,
  type KeptBack,
  listKeptNeeds,
  ruleOnNeed,
  steerCascade,
} from '@zhitong/contract/needs/cascade-contract';
import { describe, expect, it } from 'vitest';
import { ids } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { CascadePart } from './cascade-part.tsx';
import { KeptList } from './kept-list.tsx';

const at = '2026-11-23T09:00:00+08:00';
const later = (ring: CascadeStep['ring']): CascadeStep => ({
  ...{ ring, state: 'next', due: '2026-11-25T09:00:00+08:00', asked: 0, quoted: 0, declined: 0, receipt: null },
});
const city: CascadeStep = {
  ...{ ring: 'city', state: 'done', due: null, asked: 2, quoted: 1, declined: 1 },
  receipt: {
    ...{ ring: 'city', from: at, until: '2026-11-24T09:00:00+08:00', closedBy: 'time', hand: null },
    ...{ asked: 2, quoted: 0, declined: 1, silent: 1, noTime: 0, passedOver: 1 },
    suppliers: [
      { id: ids.supplier, name: '威海甲厂（演示）', outcome: 'silent', code: null, answeredAt: null },
      { id: ids.buyer, name: '威海乙厂（演示）', outcome: 'declined', code: 'capacity', answeredAt: at },
      { id: ids.offer, name: '威海丙厂（演示）', outcome: 'passed-over', code: 'no-room', answeredAt: null },
    ],
  },
};
const cascade: Cascade = {
  ...{ state: 'running', ring: 'circle', since: at, urgent: false, held: null, nextDue: '2026-11-25T09:00:00+08:00' },
  steps: [
    city,
    { ...later('circle'), state: 'current', due: null, asked: 1 },
    ...[later('province'), later('nation'), later('abroad')],
  ],
  allowed: ['widen', 'hold'],
};
const kept: KeptBack = {
  ...{ class: 'advert', at, review: null, ruling: null, allowed: ['review'] },
  reasons: [
    { code: 'offers-itself', quote: '厂家直销', count: null },
    { code: 'no-wish', quote: null, count: null },
  ],
};

describe('the cascade of a need', () => {
  it('shows where it stands, when the next ring is asked, and the receipt of a ring with every supplier and its reason', async () => {
    startFakeServer().answer(getCascade, { cascade, keptBack: null });
    await renderScreen(<CascadePart needId={ids.need} />);
    await screen.findByText('胶东');
    expect(screen.getAllByRole('listitem').map((step) => step.textContent?.slice(0, 5))).toEqual([
      ...['本市已问问', '胶东正在问', '省内未问1', '国内未问1', '境外未问1'],
    ]);
    expect(screen.getByText(/询问省内/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '本市：看回执' }));
    const receipt = within(screen.getByRole('region', { name: '本市的回执' }));
    expect(receipt.getByText('到时未答复')).toBeTruthy();
    expect(receipt.getByText('不做：产能已满')).toBeTruthy();
    expect(receipt.getByText('没有问：已询问的供应商达到上限')).toBeTruthy();
    expect(receipt.getByText(/回执之后又有答复：现在 1 家报价/)).toBeTruthy();
  });

  it('says of rings asked together until the deadline that they may answer until then, and that a firm had no time to', async () => {
    const receipt = city.receipt && {
      ...{ ...city.receipt, closedBy: 'together' as const, silent: 0, noTime: 1 },
      suppliers: [
        { id: ids.supplier, name: '威海甲厂（演示）', outcome: 'no-time' as const, code: null, answeredAt: null },
      ],
    };
    const together = { ...cascade, nextDue: null, steps: [{ ...city, receipt }, ...cascade.steps.slice(1)] };
    startFakeServer().answer(getCascade, { cascade: together, keptBack: null });
    await renderScreen(<CascadePart needId={ids.need} />);
    expect(await screen.findByText(/已问到的企业可在截止日期前答复/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '本市：看回执' }));
    const region = within(screen.getByRole('region', { name: '本市的回执' }));
    expect(region.getByText('已询问，还没有足够时间答复')).toBeTruthy();
    expect(region.getByText('截止日期前来不及一级一级询问，与外面一圈同时询问')).toBeTruthy();
  });

  it('is widened only with a reason, and says how many more have it', async () => {
    const server = startFakeServer().answer(getCascade, { cascade, keptBack: null }).answer(steerCascade, { added: 3 });
    await renderScreen(<CascadePart needId={ids.need} />);
    fireEvent.click(await screen.findByRole('button', { name: '立即问省内' }));
    fireEvent.click(screen.getByRole('button', { name: /确\s*认/ }));
    expect(await screen.findByText('请选择原因')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('等不及'));
    fireEvent.click(screen.getByRole('button', { name: /确\s*认/ }));
    expect(await screen.findByText('已新送达 3 家')).toBeTruthy();
    expect(server.questions(steerCascade).at(-1)?.body).toEqual({ action: 'widen', reason: 'cannot-wait' });
  });

  it('that is held says by whom and why, and one that has asked everybody offers nothing to press', async () => {
    const held = { at, code: 'local-only', by: '演示-乙' } as const;
    const server = startFakeServer().answer(getCascade, {
      cascade: { ...cascade, state: 'held', held, nextDue: null, allowed: ['widen', 'release'] },
      keptBack: null,
    });
    const { unmount } = await renderScreen(<CascadePart needId={ids.need} />);
    expect(await screen.findByText(/演示-乙已暂停（只要近处的供应商）/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '继续逐级询源' })).toBeTruthy();
    unmount();
    server.answer(getCascade, {
      cascade: { ...cascade, state: 'exhausted', nextDue: null, allowed: [] },
      keptBack: null,
    });
    await renderScreen(<CascadePart needId={ids.need} />);
    expect(await screen.findByText('各级都已问过，已请市工信局协助')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /立即问|暂停/ })).toBeNull();
  });

  it('shows nothing for a need without one, and says so when it cannot be asked', async () => {
    const server = startFakeServer().answer(getCascade, { cascade: null, keptBack: null });
    const { unmount, container } = await renderScreen(<CascadePart needId={ids.need} />);
    await expect.poll(() => server.questions(getCascade).length).toBe(1);
    expect(container.querySelector('.zt-cascade')).toBeNull();
    unmount();
    server.refuse(getCascade, 403, { code: 'platform.forbidden', message: '没有权限' });
    await renderScreen(<CascadePart needId={ids.need} />);
    expect(await screen.findByText('没有权限')).toBeTruthy();
  });
});

describe('a need that is kept back', () => {
  it('says from which words, and goes to the bureau with the firm’s own', async () => {
    const server = startFakeServer()
      .answer(getCascade, { cascade: null, keptBack: kept })
      .answer(askReview, { keptBack: kept });
    await renderScreen(<CascadePart needId={ids.need} />);
    expect(await screen.findByText('在介绍自己能供应什么：“厂家直销”')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '送市工信局复核' }));
    expect((await screen.findAllByText('请写明情况')).length).toBeGreaterThan(0);
    fireEvent.change(screen.getByLabelText('说明情况'), { target: { value: '我们要买' } });
    fireEvent.click(screen.getByRole('button', { name: '送市工信局复核' }));
    expect(await screen.findByText('已送市工信局复核')).toBeTruthy();
    expect(server.questions(askReview).at(-1)?.body).toEqual({ text: '我们要买' });
  });

  it('is let through from the bureau’s list, which says when nothing waits', async () => {
    const ruled: KeptBack = { ...kept, allowed: ['release', 'keep'] };
    const organisation = { id: ids.buyer, name: '威海甲公司（演示）' };
    const server = startFakeServer()
      .answer(listKeptNeeds, {
        total: 1,
        needs: [{ id: ids.need, title: '厂', text: '厂家直销', organisation, keptBack: ruled }],
      })
      .answer(ruleOnNeed, { keptBack: ruled, matched: 2 });
    const { unmount } = await renderScreen(<KeptList />);
    fireEvent.click(await screen.findByRole('button', { name: '放行，送达供应商' }));
    expect(await screen.findByText('已放行，送达 2 家')).toBeTruthy();
    unmount();
    server.answer(listKeptNeeds, { total: 0, needs: [] });
    await renderScreen(<KeptList />);
    expect(await screen.findByText('没有等待处理的需求')).toBeTruthy();
  });
});
