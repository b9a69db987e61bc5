import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { getBrief, listBriefs, signBrief } from '@zhitong/contract/chains/brief-contract';
import { drillChain } from '@zhitong/contract/chains/drill-contract';
import { describe, expect, it } from 'vitest';
import { changeDisplay } from '#platform/display';
import {
  briefRows,
  briefShown,
  chainId,
  drillShown,
  openGap,
  stuckCase,
  stuckId,
} from '../../testing/brief-examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { BriefList } from './brief-list.tsx';
import { BriefScreen } from './brief-screen.tsx';
import { DrillScreen } from './drill-screen.tsx';

const address = `/chains/${chainId}/brief`;
const draw = (role: 'chief-office' | 'investment-officer' = 'chief-office') =>
  renderScreen(<BriefScreen id={chainId} />, address, role);

describe('the page of a chief', () => {
  it('shows sentences whose figures lead to their rows, what is stuck where, promises and the trend with its figures', async () => {
    startFakeServer().answer(getBrief, briefShown);
    await draw();
    expect((await screen.findByRole('link', { name: '52' })).getAttribute('href')).toBe(`/chains/${chainId}`);
    expect(screen.getByRole('link', { name: '光威断供' }).getAttribute('href')).toBe(`/chains/${chainId}/drill`);
    const decisions = screen.getByRole('region', { name: '二、只有您能定的事' });
    expect(within(decisions).getByText(/卡在 威海市自然资源局（演示） 21 天/)).toBeTruthy();
    expect(within(decisions).getByText(/9,200.00 万元/)).toBeTruthy();
    expect(screen.getByRole('link', { name: `依据: ${stuckCase.title}` }).getAttribute('href')).toBe(
      `/cases/${stuckId}`,
    );
    expect(screen.getByRole('img', { name: /弱项数.*没有记录 没有记录 10 9/ })).toBeTruthy();
    expect(screen.getByText('10 → 1 个，少 9 个')).toBeTruthy();
  });

  it('is signed once for what is ticked, after the tasks with bodies and dates were shown', async () => {
    const server = startFakeServer()
      .answer(getBrief, briefShown)
      .answer(signBrief, { orders: [{ id: stuckId, caseId: stuckId }] });
    await draw();
    fireEvent.click(await screen.findByRole('checkbox', { name: `选中：${stuckCase.title}` }));
    expect(screen.queryByRole('checkbox', { name: `选中：${openGap.title}` })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '签批 1 项' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('威海市自然资源局（演示） · 2026年11月30日前反馈')).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: '签批并下达 1 项任务' }));
    await waitFor(() =>
      expect(server.questions(signBrief).map(({ body }) => body)).toEqual([
        { orders: [{ caseId: stuckId, text: stuckCase.draft }] },
      ]),
    );
    expect(await screen.findByText('已下达 1 项任务')).toBeTruthy();
  });

  it('says in the dialog why nothing was issued', async () => {
    startFakeServer()
      .answer(getBrief, briefShown)
      .refuse(signBrief, 409, { code: 'orders.open-already', message: '这件事已由市工信局督办' });
    await draw();
    fireEvent.click(await screen.findByRole('checkbox', { name: `选中：${stuckCase.title}` }));
    fireEvent.click(screen.getByRole('button', { name: '签批 1 项' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '签批并下达 1 项任务' }));
    expect(await screen.findByText('这件事已由市工信局督办')).toBeTruthy();
  });

  it('offers an investment officer nothing to sign', async () => {
    const seen = { ...briefShown, decisions: [{ ...stuckCase, signable: false }] };
    startFakeServer().answer(getBrief, seen);
    await draw('investment-officer');
    expect(await screen.findByText(stuckCase.title)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /签批/ })).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('says that nothing needs a decision, in English too, and that nothing was kept of the trend', async () => {
    const trend = briefShown.trend.map((week) => ({ ...week, weak: null }));
    startFakeServer().answer(getBrief, { ...briefShown, decisions: [], trend });
    await draw();
    expect(await screen.findByText('本周没有需要您定的事')).toBeTruthy();
    expect(screen.getByText('没有记录')).toBeTruthy();
    changeDisplay({ language: 'en' });
    expect(await screen.findByText('Nothing needs your decision this week')).toBeTruthy();
    changeDisplay({ language: 'zh' });
  });

  it('says what it waits for, that it was refused, and that it could not be fetched', async () => {
    startFakeServer().hang(getBrief);
    const waiting = await draw();
    expect(document.querySelector('[aria-busy="true"]')).toBeTruthy();
    waiting.unmount();
    startFakeServer().refuse(getBrief, 403, { code: 'platform.forbidden', message: '您的岗位看不到链长一页纸' });
    const refused = await draw();
    expect(await screen.findByText('您的岗位看不到链长一页纸')).toBeTruthy();
    refused.unmount();
    startFakeServer().fail(getBrief);
    await draw();
    expect(await screen.findByRole('button', { name: '重试' }, { timeout: 5_000 })).toBeTruthy();
  });
});

describe('the page over all chains', () => {
  it('has a row for each with the way to its page, gaps and drill, and unknown where nothing was kept', async () => {
    startFakeServer().answer(listBriefs, briefRows);
    await renderScreen(<BriefList />, '/chains/brief', 'chief-office');
    const table = await screen.findByRole('table', { name: '全市产业链一览' });
    expect(within(table).getByRole('link', { name: '碳纤维产业链（演示）' }).getAttribute('href')).toBe(address);
    expect(within(table).getByRole('link', { name: '3' }).getAttribute('href')).toBe(`/chains/${chainId}/drill`);
    expect(within(table).getByText('没有记录')).toBeTruthy();
    const lights = ['逾期 2', '临期 3', '正常 9'].map((name) => within(table).getByRole('link', { name }));
    expect(lights.map((link) => link.getAttribute('href'))).toEqual(
      ['red', 'yellow', 'green'].map((light) => `/orders?orderLight=${light}`),
    );
    expect(within(table).getByRole('link', { name: '2' }).getAttribute('href')).toBe(`${address}#decisions`);
    expect(within(table).getByRole('link', { name: '1' }).getAttribute('href')).toBe(
      `/chains/${chainId}/gaps?class=strong`,
    );
  });

  it('says in words how the weak links have changed', async () => {
    const rows = briefRows.rows.map((row) => ({ ...row, before: 12, weak: 9 }));
    startFakeServer().answer(listBriefs, { ...briefRows, rows });
    await renderScreen(<BriefList />, '/chains/brief', 'chief-office');
    const trend = await screen.findByRole('link', { name: '12 → 9，少 3 个' });
    expect(trend.getAttribute('href')).toBe(`${address}#trend`);
  });

  it('says that there is no chain yet', async () => {
    startFakeServer().answer(listBriefs, { ...briefRows, rows: [] });
    await renderScreen(<BriefList />, '/chains/brief', 'operator');
    expect(await screen.findByText('还没有已发布的产业链图谱')).toBeTruthy();
  });
});

describe('the drill of a chain', () => {
  const drawDrill = () => renderScreen(<DrillScreen id={chainId} />, `/chains/${chainId}/drill`, 'chief-office');

  it('shows each outcome in days with its word, at least where it is not known, and what it assumes', async () => {
    startFakeServer().answer(drillChain, drillShown);
    await drawDrill();
    const table = await screen.findByRole('table', { name: '结果' });
    expect(within(table).getByText(/链主光威 6 天后停产/)).toBeTruthy();
    expect(within(table).getByText('来不及换')).toBeTruthy();
    expect(within(table).getByText('至少 45')).toBeTruthy();
    expect(within(table).getByText('原丝：最快的替代在胶东经济圈')).toBeTruthy();
    expect(within(table).getByText('登记有替代品沥青原丝，来源不明，不计')).toBeTruthy();
    expect(within(table).getByText('上浆剂：没有已知的替代供方')).toBeTruthy();
    expect(screen.getByText(/假设（不是实测）：没有登记库存的产品按 7 天/)).toBeTruthy();
    expect(screen.getByText(/演练说不了的产品 1 个：二甲基亚砜/)).toBeTruthy();
  });

  it('says that no source is the only one, and that there was no night yet', async () => {
    startFakeServer().answer(drillChain, { ...drillShown, rows: [], night: null });
    await drawDrill();
    expect(await screen.findByText('没有一处来源是某个产品的唯一已知来源')).toBeTruthy();
    expect(screen.getByText(/夜间还没有演练过/)).toBeTruthy();
  });

  it('says that it could not be fetched, with a way to try again', async () => {
    startFakeServer().fail(drillChain);
    await drawDrill();
    expect(await screen.findByRole('button', { name: '重试' }, { timeout: 5_000 })).toBeTruthy();
  });
});
