import { fireEvent, screen, within } from '@testing-library/react';
import { getGap, listGaps } from '@zhitong/contract/chains/chain-contract';
import { getGapDoings } from '@zhitong/contract/chains/gap-task-contract';
import { listRegions } from '@zhitong/contract/directory/organisation-tree-contract';
import { describe, expect, it, vi } from 'vitest';
import { changeDisplay } from '#platform/display';
import { chainId, gap, gapFound } from '../../testing/chain-examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { gapDoings } from '../../testing/gap-task-examples.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { GapScreen } from './gap-screen.tsx';
import { Gaps } from './gaps.tsx';

const asOf = '2026-11-23T14:05:00+08:00';
const { chain } = gapFound;
const list = (gaps = [gap]) => ({ chain, gaps, asOf });
const draw = (query = '') => renderScreen(<Gaps id={chainId} />, `/chains/${chainId}/gaps${query}`);
const row = () => screen.getByRole('row', { name: /高模量原丝/ });

describe('the list of gaps', () => {
  it('says class, cause, price, who covers it and how old the facts are', async () => {
    startFakeServer().answer(listGaps, list());
    await draw();
    await screen.findByRole('heading', { name: '碳纤维产业链：弱项清单' });
    within(row()).getByText('缺链');
    within(row()).getByText('9,200.00');
    within(row()).getByText('国内 2 · 地点未知 1');
    within(row()).getByText('数据 2026年11月20日');
    within(row()).getByText('转差，2026年11月20日起；原单源');
    within(row()).getByRole('button', { name: '办理：高模量原丝' });
    within(row()).getByText('另有 1 条');
    within(row()).getByText('有 2 条求购还没有着落');
  });

  it('calls the city circle what the catalogue calls it, and by the common word where it names none', async () => {
    const near = { ...gap, coverage: { ...gap.coverage, circle: 3, nation: 0 }, unplaced: 0 };
    startFakeServer().answer(listGaps, list([{ ...near, circle: '胶东经济圈' }]));
    const { unmount } = await draw();
    await screen.findByText('胶东经济圈 3');
    unmount();
    startFakeServer().answer(listGaps, list([{ ...near, circle: null }]));
    await draw();
    await screen.findByText('都市圈 3');
  });

  it('never shows nought for what is not known: reach, price, maker, date', async () => {
    const nothing = { city: 0, circle: 0, province: 0, nation: 0, abroad: 0 };
    const demand = { confirmedFen: null, declaredFen: null, buyers: 0, kilometres: null, withheld: 'none' as const };
    const unknown = { ...gap, class: 'unknown' as const, coverage: nothing, unplaced: 0, demand, asOf: null };
    startFakeServer().answer(listGaps, list([unknown]));
    await draw();
    await screen.findByText('未计算');
    within(row()).getByText('无登记');
    within(row()).getByText('没有登记的供方');
    expect(within(row()).getAllByText('未知')).toHaveLength(2);
    expect(row().textContent).not.toMatch(/\b0\b/);
  });

  it('says in grey what firms only declare, and that too few buyers are withheld', async () => {
    const declared = { ...gap.demand, confirmedFen: null, declaredFen: 1_000_000 };
    const few = { confirmedFen: null, declaredFen: null, buyers: null, kilometres: null, withheld: 'few' as const };
    const other = { ...gap, id: 'b', product: { id: 'b', name: '油剂' }, demand: few };
    startFakeServer().answer(listGaps, list([{ ...gap, demand: declared }, other]));
    await draw();
    expect((await screen.findByText('企业自述 1.00')).className).toContain('zt-declared');
    screen.getByText('不足 5 家，不公开');
  });

  it('is ordered by its heads, says so to a screen reader, and hands filter and order to the Excel file', async () => {
    const server = startFakeServer().answer(listGaps, list());
    await draw('?class=missing');
    fireEvent.click(await screen.findByRole('button', { name: /^外购/ }));
    await vi.waitFor(() => expect(server.questions(listGaps).at(-1)?.query.get('sort')).toBe('demand'));
    expect(screen.getByRole('columnheader', { name: /^外购/ }).getAttribute('aria-sort')).toBe('descending');
    fireEvent.click(screen.getByRole('button', { name: /^外购/ }));
    await vi.waitFor(() => expect(server.questions(listGaps).at(-1)?.query.get('order')).toBe('up'));
    expect(screen.getByRole('columnheader', { name: /^外购/ }).getAttribute('aria-sort')).toBe('ascending');
    const file = screen.getByRole('link', { name: '导出 Excel' }).getAttribute('href');
    expect(file).toContain(`/api/chains/${chainId}/gaps/export?`);
    expect(file).toMatch(/class=missing.*sort=demand.*order=up/);
  });

  it('shows an estimate apart from what is bought, with its word and what it stands on', async () => {
    const expected = { fen: 1_000_000_000, firms: 6, unknown: 2, source: '2020 年表', asOf: '2020-12-31' };
    startFakeServer().answer(listGaps, list([{ ...gap, expected }]));
    await draw();
    const shown = await screen.findByText('估算至少 1,000.00');
    expect(shown.className).toBe('zt-estimate');
    expect(shown.getAttribute('title')).toContain('2020 年表');
    within(row()).getByText('9,200.00');
  });

  it('shows a reach with its interval, what is missing, and the advice', async () => {
    const reach = { score: 0.42, low: 0.31, high: 0.55, missing: ['聚合釜'], advice: 'bring-in' as const };
    const reasons = [{ code: 'lacks' as const, text: '本市没有企业登记“聚合釜”' }];
    startFakeServer().answer(listGaps, list([{ ...gap, reach: { ...reach, reasons } }]));
    await draw();
    await screen.findByText('0.42（0.31–0.55）');
    screen.getByText('招引');
    screen.getByText('缺：聚合釜');
    fireEvent.click(screen.getByText('为什么'));
    screen.getByText('本市没有企业登记“聚合釜”');
  });

  it('is of one district where one is named, on the screen and in the Excel file', async () => {
    const regions = [{ code: '371071', name: '高区' }];
    const server = startFakeServer().answer(listGaps, list()).answer(listRegions, { regions });
    await draw('?district=371071');
    await screen.findByText('高区');
    expect(server.questions(listGaps).at(-1)?.query.get('district')).toBe('371071');
    expect(screen.getByRole('link', { name: '导出 Excel' }).getAttribute('href')).toContain('district=371071');
  });

  it('says that nothing matches and clears the filter, and that a chain is still empty', async () => {
    startFakeServer().answer(listGaps, list([]));
    const { router } = await draw('?class=fragile');
    fireEvent.click(await screen.findByRole('button', { name: '清除筛选' }));
    await screen.findByText('这条链还没有产品');
    expect(router.state.location.searchStr).not.toContain('class');
  });

  it('says what went wrong: not there, refused, not reached', async () => {
    const server = startFakeServer();
    server.refuse(listGaps, 404, { code: 'platform.not-found', message: '没有' });
    await draw();
    await screen.findByText('没有这条记录，或者您不在可见范围内');
    server.fail(listGaps);
    await draw();
    await screen.findByRole('button', { name: '重试' }, { timeout: 5_000 });
  });
});

describe('one gap', () => {
  it('says why, for how much, who makes it, what stops without it and what it was before', async () => {
    startFakeServer().answer(getGap, gapFound);
    await renderScreen(<GapScreen id={chainId} product="precursor" />);
    await screen.findByRole('heading', { name: '高模量原丝', level: 1 });
    screen.getByText('有 2 条求购还没有着落');
    screen.getByText('14 家本地企业从外地采购。金额取整到档，是约数，看不出单家采购额。');
    screen.getByText('9,200 万元/年');
    screen.getByText('不足 5 家，不单列');
    screen.getByText('约 640 公里（按地级市中心点计）');
    expect(screen.getByRole('link', { name: '吉林甲纤维（演示）' }).getAttribute('href')).toMatch(/^\/organisations\//);
    screen.getByText('国内 · 吉林市');
    expect(screen.getByRole('link', { name: '碳纤维' }).getAttribute('href')).toBe(`/chains/${chainId}/gaps/fibre`);
    screen.getByText('供给撤下');
    screen.getByText('首次诊断');
  });

  it('leads whoever may publish to a need that begins with what the firm buys of it a year', async () => {
    startFakeServer().answer(getGap, gapFound).answer(getGapDoings, gapDoings);
    await renderScreen(<GapScreen id={chainId} product="precursor" />);
    const way = await screen.findByRole('link', { name: '发需求' });
    await vi.waitFor(() =>
      expect(decodeURIComponent(way.getAttribute('href') ?? '')).toBe(
        `/needs/new?text=求购高模量原丝 300 吨/年&gap=${chainId}:precursor`,
      ),
    );
  });

  it('says by which table firms that declared nothing are estimated, and that too few are told to nobody', async () => {
    const expected = { fen: 1_000_000_000, firms: 6, unknown: 2, source: '2020 年表', asOf: '2020-12-31' };
    const server = startFakeServer().answer(getGap, { ...gapFound, gap: { ...gap, expected } });
    const { unmount } = await renderScreen(<GapScreen id={chainId} product="precursor" />);
    await screen.findByText('估算至少 1,000 万元');
    screen.getByText(/按《2020 年表》（2020年12月31日）.*所涉企业 6 家。另有 2 家/);
    unmount();
    server.answer(getGap, { ...gapFound, gap: { ...gap, expected: { ...expected, fen: null, firms: null } } });
    await renderScreen(<GapScreen id={chainId} product="precursor" />);
    await screen.findByText('估算所涉企业不足 5 家，不公开');
  });

  it('tells one state as one, however many facts changed within it', async () => {
    const [now, before] = gapFound.history;
    if (!now || !before) throw new Error('the example has a history');
    const middle = { ...now, since: '2026-11-10T08:00:00+08:00', until: now.since, closedBy: 'purchase.changed' };
    startFakeServer().answer(getGap, { ...gapFound, history: [now, middle, before] });
    await renderScreen(<GapScreen id={chainId} product="precursor" />);
    const table = await screen.findByRole('table', { name: '类别的变化' });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    const [, first] = within(table).getAllByRole('row');
    expect(first?.textContent).toContain('现在');
    expect(first?.textContent).toContain('采购登记有变动');
  });

  it('says that nobody makes it, that nothing is bought, and speaks English', async () => {
    const demand = { confirmedFen: null, declaredFen: null, buyers: 0, kilometres: null, withheld: 'none' as const };
    const bare = { ...gapFound, makers: [], makersTotal: 0, stops: [], history: [] };
    startFakeServer().answer(getGap, { ...bare, gap: { ...gap, demand, asOf: null } });
    changeDisplay({ language: 'en' });
    await renderScreen(<GapScreen id={chainId} product="precursor" />);
    await screen.findByText('No purchase from outside is registered.');
    screen.getByText('Nobody is registered as a maker.');
    screen.getByText('No product of the chain depends on it alone.');
    screen.getByText('No change is on record yet.');
    screen.getByText(/No fact carries a date/);
  });

  it('says what went wrong: not in the chain, or not reached', async () => {
    const server = startFakeServer();
    server.refuse(getGap, 404, { code: 'platform.not-found', message: '没有' });
    await renderScreen(<GapScreen id={chainId} product="nothing" />);
    await screen.findByText('没有这条记录，或者您不在可见范围内');
    server.fail(getGap);
    await renderScreen(<GapScreen id={chainId} product="nothing" />);
    await screen.findByRole('button', { name: '重试' }, { timeout: 5_000 });
  });
});
