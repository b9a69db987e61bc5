import { fireEvent, screen, within } from '@testing-library/react';
import { getChain, getGap, listGaps } from '@zhitong/contract/chains/chain-contract';
import { describe, expect, it, vi } from 'vitest';
import { changeDisplay } from '#platform/display';
import { chain, chainId, classCounts, gap, gapFound } from '../../testing/chain-examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { ChainScreen } from './chain-screen.tsx';
import { GapScreen } from './gap-screen.tsx';
import { Gaps } from './gaps.tsx';

const asOf = '2026-11-23T14:05:00+08:00';
const reader = { name: '演示-甲', body: '市工信局' };
const past = '?at=2020-12-15';
const kept = { day: '2020-12-15', from: '2020-10-01T00:00:00.000Z' };
const { id, product, segment } = gap;
const keptGap = { id, product, segment, class: 'missing' as const, since: '2020-10-01T00:00:00.000Z' };
const notKept = { ...keptGap, id: 'b', product: { id: 'b', name: '油剂' }, class: null, since: null };

const bare = { outsideFen: null, confirmedFen: null, declaredFen: null };
const pastChain = {
  ...{ ...chain, kept, largest: null },
  segments: chain.segments.map((one) =>
    one.id === 'precursor'
      ? { ...one, ...bare, classes: classCounts({ missing: 1 }), class: 'missing' as const }
      : {
          ...{ ...one, ...bare, class: null, classes: classCounts({}) },
          products: one.products.map((of) => ({ ...of, class: null })),
        },
  ),
};

const drawMap = () => renderScreen(<ChainScreen id={chainId} reader={reader} />, `/chains/${chainId}${past}`);
const drawList = (query = past) => renderScreen(<Gaps id={chainId} />, `/chains/${chainId}/gaps${query}`);
const drawGap = () =>
  renderScreen(<GapScreen id={chainId} product="precursor" />, `/chains/${chainId}/gaps/precursor${past}`);
const hrefOf = (name: string | RegExp) => screen.getByRole('link', { name }).getAttribute('href');

describe('the map of a past day', () => {
  it('says on top, also on paper, whose classes it shows, and that amounts are not among them', async () => {
    startFakeServer().answer(getChain, pastChain);
    await drawMap();
    const note = await screen.findByText(/状态为 2020年12月15日留存，不含金额/);
    expect(note.closest('.zt-past-note')).not.toBeNull();
    expect(screen.queryByText(/最大缺口|没有发现弱项|万元/)).toBeNull();
    screen.getByText(/4 个环节，6 个产品：强 0，弱 1，未知 0，当日没有留存 5。/);
  });

  it('says of a segment of which nothing was kept that nothing was', async () => {
    startFakeServer().answer(getChain, pastChain);
    await drawMap();
    await screen.findByRole('group', { name: /链图/ });
    expect(screen.getByRole('button', { name: /^制件/ }).textContent).toBe('制件当日没有留存 · 1 个产品');
    expect(screen.getByRole('button', { name: /^原丝/ }).textContent).toBe('原丝缺链 · 1/3 个产品弱');
  });

  it('leads on to the list and to the gaps of the same day', async () => {
    startFakeServer()
      .answer(getChain, pastChain)
      .answer(listGaps, { chain: gapFound.chain, gaps: [], kept: { ...kept, gaps: [keptGap, notKept] }, asOf });
    await drawMap();
    fireEvent.click(await screen.findByRole('button', { name: /^原丝/ }));
    const panel = await screen.findByRole('dialog');
    await within(panel).findByText('当日没有留存');
    const link = within(panel).getByRole('link', { name: '高模量原丝' });
    expect(link.getAttribute('href')).toBe(`/chains/${chainId}/gaps/precursor?at=2020-12-15`);
    expect(hrefOf('弱项清单')).toBe(`/chains/${chainId}/gaps?at=2020-12-15`);
  });

  it('of a day before anything was kept says since when there is something, and leads back to today', async () => {
    const server = startFakeServer();
    server.answer(getChain, { ...pastChain, kept: { day: '2020-12-15', from: '2024-11-23T01:00:00.000Z' } });
    const { router } = await drawMap();
    await screen.findByText(/2020年12月15日没有留存状态（自 2024年11月23日起留存），不含金额/);
    fireEvent.click(screen.getByRole('button', { name: '回到今天' }));
    await vi.waitFor(() => expect(router.state.location.searchStr).not.toContain('at='));
  });

  it('has no such words today', async () => {
    startFakeServer().answer(getChain, chain);
    await renderScreen(<ChainScreen id={chainId} reader={reader} />, `/chains/${chainId}`);
    await screen.findByText(/最大缺口/);
    expect(screen.queryByText(/留存/)).toBeNull();
    expect(hrefOf('弱项清单')).toBe(`/chains/${chainId}/gaps`);
  });
});

describe('the list of gaps of a past day', () => {
  it('asks for the day, shows classes and since when, and hands the day to the Excel file and the gaps', async () => {
    const server = startFakeServer();
    server.answer(listGaps, { chain: gapFound.chain, gaps: [], kept: { ...kept, gaps: [keptGap, notKept] }, asOf });
    await drawList();
    const row = await screen.findByRole('row', { name: /高模量原丝/ });
    within(row).getByText('缺链');
    within(row).getByText('2020年10月1日');
    within(screen.getByRole('row', { name: /油剂/ })).getByText('当日没有留存');
    screen.getByText(/状态为 2020年12月15日留存，不含金额/);
    expect(server.questions(listGaps)[0]?.query.get('at')).toBe('2020-12-15');
    expect(hrefOf('导出 Excel')).toContain('at=2020-12-15');
    expect(hrefOf('高模量原丝')).toContain('?at=2020-12-15');
    expect(screen.queryByText(/外购|可及性/)).toBeNull();
  });

  it('says that nothing matches, and clears the filter but not the day', async () => {
    startFakeServer().answer(listGaps, { chain: gapFound.chain, gaps: [], kept: { ...kept, gaps: [] }, asOf });
    const { router } = await drawList(`${past}&class=fragile`);
    fireEvent.click(await screen.findByRole('button', { name: '清除筛选' }));
    await vi.waitFor(() => expect(router.state.location.searchStr).not.toContain('class'));
    expect(router.state.location.searchStr).toContain('at=2020-12-15');
  });
});

describe('one gap of a past day', () => {
  const found = { ...gapFound, gap: null, makers: [], makersTotal: 0, stops: [] };

  it('says its class then and how it changed, and nothing that is known of today alone', async () => {
    const server = startFakeServer().answer(getGap, { ...found, kept: { ...kept, gap: keptGap } });
    await drawGap();
    await screen.findByRole('heading', { name: '高模量原丝', level: 1 });
    screen.getByText(/状态为 2020年12月15日留存，不含金额/);
    screen.getByRole('table', { name: '类别的变化' });
    expect(screen.queryByText(/谁能做|外购与金额|可及性|断供会停下什么/)).toBeNull();
    expect(server.questions(getGap)[0]?.query.get('at')).toBe('2020-12-15');
    expect(hrefOf('链图')).toBe(`/chains/${chainId}?segment=precursor&at=2020-12-15`);
  });

  it('says so in English where nothing was kept', async () => {
    startFakeServer().answer(getGap, { ...found, kept: { ...kept, gap: { ...notKept, product } } });
    changeDisplay({ language: 'en' });
    await drawGap();
    await screen.findByText('Not kept that day');
    screen.getByText(/Classes as kept of 15 Dec 2020, without amounts/);
  });
});
