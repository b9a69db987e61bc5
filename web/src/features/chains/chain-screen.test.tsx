import { fireEvent, screen, within } from '@testing-library/react';
import { compareChain, getChain, listGaps } from '@zhitong/contract/chains/chain-contract';
import { describe, expect, it, vi } from 'vitest';
import { changeDisplay } from '#platform/display';
import { chain, chainId, gap } from '../../testing/chain-examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { ChainScreen } from './chain-screen.tsx';

const link = { id: chainId, slug: 'carbon-fibre', name: '碳纤维产业链' };
const reader = { name: '演示-甲', body: '市工信局' };
const draw = (query = '') => renderScreen(<ChainScreen id={chainId} reader={reader} />, `/chains/${chainId}${query}`);
const box = (name: RegExp) => screen.getByRole('button', { name });

describe('the map of a chain', () => {
  it('begins with the figures and the largest gap: who buys, for how much, confirmed in its word', async () => {
    startFakeServer().answer(getChain, chain);
    await draw();
    const finding = await screen.findByText(/4 个环节，6 个产品：强 3，弱 2，未知 1。/);
    expect(finding.textContent).toContain('最大缺口：高模量原丝');
    expect(finding.textContent).toContain('，本地企业每年在外采购约 9,200\u00a0万元（14\u00a0家，已确认）。');
    expect(screen.getByRole('link', { name: '高模量原丝' }).getAttribute('href')).toBe(
      `/chains/${chainId}/gaps/precursor`,
    );
  });

  it('says that an amount is withheld while fewer than five firms buy', async () => {
    const few = { confirmedFen: null, declaredFen: null, buyers: null, kilometres: null, withheld: 'few' as const };
    const { largest } = chain;
    if (!largest) throw new Error('the example has a gap');
    startFakeServer().answer(getChain, { ...chain, largest: { ...largest, demand: few } });
    await draw();
    const finding = await screen.findByText(/采购企业不足 5 家，金额不公开/);
    expect(finding.textContent).not.toMatch(/万元|0 家/);
  });

  it('lets the links and neighbours of the segment one looks at stand out, and the others step back', async () => {
    startFakeServer().answer(getChain, chain);
    await draw();
    const box = await screen.findByRole('button', { name: /^原丝/ });
    expect(document.querySelectorAll('.zt-segment-far, .zt-map-far, .zt-map-near')).toHaveLength(0);
    fireEvent.focus(box);
    expect(box.className).toContain('zt-segment-near');
    const ends = chain.links.filter(({ from, to }) => from === 'precursor' || to === 'precursor');
    expect(document.querySelectorAll('path.zt-map-near')).toHaveLength(ends.length);
    fireEvent.blur(box);
    expect(document.querySelectorAll('.zt-segment-far')).toHaveLength(0);
  });

  it('says every segment with its class in a word, and what firms only declare apart from what is confirmed', async () => {
    startFakeServer().answer(getChain, chain);
    await draw();
    await screen.findByRole('group', { name: /碳纤维产业链链图/ });
    expect(box(/^原丝/).textContent).toBe('原丝缺链 · 1/3 个产品弱9,200 万元（已确认） 500 万元（企业自述）');
    expect(box(/^制件/).textContent).toBe('制件未知 · 1 个产品');
  });

  it('is one Tab stop; arrows move between segments, and Enter opens the one that has the focus', async () => {
    startFakeServer()
      .answer(getChain, chain)
      .answer(listGaps, { chain: link, gaps: [gap], asOf: chain.asOf });
    await draw();
    await screen.findByRole('group', { name: /碳纤维产业链链图/ });
    const stops = () => screen.getAllByRole('button').filter(({ className }) => /zt-segment/.test(className));
    expect(stops().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    const start = stops().find(({ tabIndex }) => tabIndex === 0);
    start?.focus();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toMatch(/^(原丝|单体)/);
    expect(document.activeElement).not.toBe(start);
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowRight' });
    expect(document.activeElement?.textContent).toMatch(/^碳纤维/);
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowRight' });
    expect(document.activeElement?.textContent).toMatch(/^制件/);
    expect(stops().filter(({ tabIndex }) => tabIndex === 0)).toEqual([document.activeElement]);
  });

  it('opens a segment in a panel with its products, why each is weak, who makes it and what is bought', async () => {
    const server = startFakeServer();
    server.answer(getChain, chain).answer(listGaps, { chain: link, gaps: [gap], asOf: chain.asOf });
    await draw();
    await screen.findByRole('group', { name: /碳纤维产业链链图/ });
    fireEvent.click(box(/^原丝/));
    const panel = await screen.findByRole('dialog');
    await within(panel).findByText('本市没有企业登记供给；本地有 14 家企业用得到或要过它');
    within(panel).getByText('国内 2 · 地点未知 1');
    within(panel).getByText('9,200 万元');
    within(panel).getByText(/待解决求购 2 条/);
    expect(server.questions(listGaps)[0]?.query.get('segment')).toBe('precursor');
  });

  it('shows only what the ticks ask for, says so, and clears them again', async () => {
    startFakeServer().answer(getChain, chain);
    const { router } = await draw('?tier=upstream');
    await screen.findByText('显示 2/4 个环节');
    fireEvent.click(screen.getByRole('checkbox', { name: /缺链 1/ }));
    await screen.findByText('显示 1/4 个环节');
    expect(router.state.location.searchStr).toContain('class=missing');
    expect(screen.queryByRole('button', { name: /^单体/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '清除筛选' }));
    await screen.findByRole('button', { name: /^制件/ });
    fireEvent.click(screen.getByRole('checkbox', { name: /脆弱 0/ }));
    await screen.findByText('没有符合条件的记录。');
  });

  it('has the same as a table behind the key t, with the lines in words', async () => {
    startFakeServer().answer(getChain, chain);
    await draw();
    await screen.findByRole('group', { name: /碳纤维产业链链图/ });
    fireEvent.keyDown(document.body, { key: 't' });
    const row = await screen.findByRole('row', { name: /^原丝/ });
    expect(row.textContent).toContain('单体碳纤维');
    within(row).getByText('9,200 万元（已确认）');
    expect(screen.getAllByRole('row')).toHaveLength(5);
  });

  it('compares two versions in a sentence and a list', async () => {
    startFakeServer()
      .answer(getChain, chain)
      .answer(compareChain, {
        ...{ added: [{ id: 'a', name: '气瓶' }], removed: [], merged: [], moved: [] },
        renamed: [{ id: 'parts', name: '制件', before: '构件' }],
        split: [
          {
            from: { id: 'f', name: '纤维' },
            into: [
              { id: 'x', name: '原丝' },
              { id: 'y', name: '碳丝' },
            ],
          },
        ],
      });
    await draw('?compare=1');
    await screen.findByText('新增 1 环节，拆分 1，更名 1');
    screen.getByText('构件 → 制件');
    screen.getByText('纤维 → 原丝、碳丝');
  });

  it('says that there was no map on the day asked for, and leads back to today', async () => {
    const server = startFakeServer();
    server.refuse(getChain, 404, { code: 'chains.no-version', message: '2019-01-01这条链还没有已发布的图谱' });
    await draw('?at=2019-01-01');
    await screen.findByText('2019-01-01这条链还没有已发布的图谱');
    server.answer(getChain, chain);
    fireEvent.click(screen.getByRole('button', { name: '回到今天' }));
    await screen.findByRole('heading', { name: '碳纤维产业链' });
  });

  it('says that a chain is not there, or could not be read', async () => {
    const server = startFakeServer();
    server.refuse(getChain, 404, { code: 'platform.not-found', message: '没有这条记录' });
    await draw();
    await screen.findByText('没有这条记录，或者您不在可见范围内');
    server.fail(getChain);
    await draw();
    await screen.findByRole('button', { name: '重试' }, { timeout: 5_000 });
  });

  it('speaks English throughout', async () => {
    startFakeServer().answer(getChain, chain);
    changeDisplay({ language: 'en' });
    await draw();
    await screen.findByText(/4 segments, 6 products: 3 strong, 2 weak, 1 unknown\./);
    expect(box(/^原丝/).textContent).toContain('Missing · 1 of 3 weak¥92 M (confirmed) ¥5 M (declared by firms)');
    for (const tier of ['Upstream', 'Midstream', 'Downstream', 'Supporting'])
      screen.getByRole('heading', { name: new RegExp(`^${tier}`) });
  });
});

describe('printing the map', () => {
  it('asks the browser, and carries who printed it and that it is demo data', async () => {
    startFakeServer().answer(getChain, chain);
    const print = vi.fn();
    vi.stubGlobal('print', print);
    await draw();
    fireEvent.click(await screen.findByRole('button', { name: '打印 A4' }));
    expect(print).toHaveBeenCalledOnce();
    screen.getByText(/制表单位 市工信局 · 打印人 演示-甲 · .* · 演示数据/);
  });
});
