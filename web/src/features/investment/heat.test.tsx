import { fireEvent, screen, within } from '@testing-library/react';
import { listChains, listGaps } from '@zhitong/contract/chains/chain-contract';
import { exportHeatPicture, getBaseMap, getHeatMap, type HeatReply } from '@zhitong/contract/investment/heat-contract';
import { describe, expect, it, vi } from 'vitest';
import { changeDisplay } from '#platform/display';
import { chainId, gap, gapFound } from '../../testing/chain-examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { HeatScreen } from './heat-screen.tsx';

const asOf = '2026-11-23T14:05:00+08:00';
const firm = (number: number, name: string, area: string) => ({
  organisation: { id: `01900000-0000-7000-8001-00000000000${number}`, name },
  ...{ fit: 'exact' as const, gap: `${chainId}:precursor`, area: { code: area, name: `${area}市` } },
  ...{ working: 'unknown' as const, kilometres: 1150, asOf: '2021-10-22' },
  reasons: [
    { code: 'makes-exactly' as const, text: '做此品：高模量原丝' },
    { code: 'listed' as const, text: '上市公司 900001' },
    { code: 'distance' as const, text: '距本市约 1,150 公里' },
    { code: 'working-unknown' as const, text: '注册在吉林市，实际经营地未知' },
  ],
});
const area = (code: string, name: string, firms: number) => ({
  ...{ code, name, firms, value: firms, unknownWorking: 1, asOf: '2021-10-22', zone: false },
  ...{ longitude: 126.5, latitude: 43.8 },
});
const found: HeatReply = {
  question: {
    ...{ kind: 'gap', chain: { id: chainId, name: '碳纤维产业链' } },
    ...{ product: { id: 'precursor', name: '高模量原丝' }, firm: null },
  },
  wanted: [{ product: { id: 'precursor', name: '高模量原丝' }, gap: `${chainId}:precursor`, class: 'missing' }],
  ...{ level: 'city', areas: [area('220200', '吉林市', 2), area('320400', '常州市', 1)] },
  firms: [firm(1, '甲材料（演示）', '220200'), firm(2, '乙材料（演示）', '320400')],
  ...{ total: 2, here: 1, unplaced: 0, oldest: '2021-10-22', youngest: '2026-06-30' },
  ...{ order: '正好做此品的弱项数，距离近', asOf },
};

function serve(reply: HeatReply = found) {
  return startFakeServer()
    .answer(getHeatMap, reply)
    .answer(getBaseMap, { approved: null, city: '371000', districts: [] })
    .answer(listChains, { chains: [], asOf })
    .answer(listGaps, { chain: gapFound.chain, gaps: [gap], asOf });
}
const address = `/heatmap?gap=${chainId}:precursor`;
const draw = (at = address) => renderScreen(<HeatScreen />, at, 'investment-officer');

describe('the heat map', () => {
  it('asks for a question first, and none is sent before', async () => {
    const server = serve();
    await draw('/heatmap');
    await screen.findByRole('heading', { name: '拓链招商热力图' });
    screen.getByText(/选一条产业链、一个弱项/);
    expect(server.questions(getHeatMap)).toEqual([]);
  });

  it('lists who would close the gap with reasons, the day of the data, and the way to a target', async () => {
    serve();
    await draw();
    await screen.findByRole('heading', { name: '高模量原丝：谁能补上' });
    screen.getByText('全国候选 2 家，分布在 2 个地级市；本市已有 1 家能做。');
    const [first] = screen.getAllByRole('article');
    if (first === undefined) throw new Error('no row');
    within(first).getByText('做此品：高模量原丝 · 上市公司 900001');
    within(first).getByText('实际经营地未知');
    within(first).getByText('数据 2021年10月22日');
    within(first).getByText('注册在吉林市，实际经营地未知');
    const target = within(first).getByRole('link', { name: '加线索' }).getAttribute('href') ?? '';
    expect(new URLSearchParams(target.split('?')[1])).toEqual(
      new URLSearchParams({ gap: `${chainId}:precursor`, organisation: found.firms[0]?.organisation.id ?? '' }),
    );
  });

  it('moves along the list by ↑↓, one stop of the Tab key', async () => {
    serve();
    await draw();
    const [first, second] = (await screen.findAllByRole('article')).map(({ parentElement }) => parentElement);
    if (!first || !second) throw new Error('no rows');
    expect([first.tabIndex, second.tabIndex]).toEqual([0, -1]);
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    expect(second.getAttribute('aria-current')).toBe('true');
    fireEvent.keyDown(second, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(first);
  });

  it('is a table as well, whose areas open their firms', async () => {
    const server = serve();
    await draw(`${address}&view=areas`);
    const row = await screen.findByRole('row', { name: /吉林市/ });
    within(row).getByText('2021年10月22日');
    fireEvent.click(within(row).getByRole('button', { name: '吉林市' }));
    await vi.waitFor(() => expect(server.questions(getHeatMap).at(-1)?.query.get('area')).toBe('220200'));
  });

  it('keeps level, ring and working place in the address', async () => {
    const server = serve();
    const { router } = await draw();
    fireEvent.click(await screen.findByRole('radio', { name: '省' }));
    await vi.waitFor(() => expect(server.questions(getHeatMap).at(-1)?.query.get('level')).toBe('province'));
    fireEvent.click(await screen.findByRole('radio', { name: '剔除未知' }));
    expect(router.state.location.searchStr).toContain('working=known');
    fireEvent.click(await screen.findByRole('radio', { name: '胶东经济圈' }));
    expect(router.state.location.searchStr).toContain('within=circle');
  });

  it('says that nobody is known, and as of when', async () => {
    serve({ ...found, total: 0, firms: [], areas: [], oldest: null, youngest: null });
    await draw();
    await screen.findByText('数据中没有候选企业（截至 2026年11月23日）');
  });

  it('says that the base map is not approved, and why the map does not leave the house', async () => {
    const server = serve();
    server.refuse(exportHeatPicture, 409, {
      code: 'heat.base-map-not-approved',
      message: '底图未经审核，地图不能导出',
    });
    await draw();
    await screen.findByText('底图未经审核，仅供内部研判，不得公开');
    fireEvent.click(screen.getByRole('button', { name: '导出地图' }));
    await screen.findByText('底图未经审核，地图不能导出');
    expect(screen.getByRole('link', { name: '导出 Excel' }).getAttribute('href')).toContain('/api/heatmap/export?');
  });

  it('says what went wrong: refused, not there, not reached', async () => {
    const server = serve();
    server.refuse(getHeatMap, 422, { code: 'heat.one-question', message: '只选一项' });
    await draw();
    await screen.findByText('只选一项');
    server.fail(getHeatMap);
    await draw();
    await screen.findByRole('button', { name: '重试' }, { timeout: 5_000 });
  });

  it('speaks English', async () => {
    changeDisplay({ language: 'en' });
    serve();
    await draw();
    await screen.findByText('Candidates in the country: 2, in 2 prefectures; firms here that make it already: 1.');
    expect(screen.getAllByRole('link', { name: 'Add target' })).toHaveLength(2);
  });
});
