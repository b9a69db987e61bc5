import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  changePurchase,
  enterPurchase,
  listOrigins,
  listPurchases,
  type PurchaseRow,
  verifyPurchase,
  withdrawPurchase,
} from '@zhitong/contract/chains/purchase-contract';
import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { listProducts } from '@zhitong/contract/matching/product-contract';
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { changeDisplay } from '#platform/display';
import { ids } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { Purchases } from './purchases.tsx';

const declared: PurchaseRow = {
  ...{ id: ids.offer, organisation: { id: ids.buyer, name: '威海康护（演示）' } },
  product: { id: 'meltblown-cloth', name: '熔喷布' },
  ...{ fenAYear: 920_000_000, quantity: 300, unit: '吨', origin: { code: '370600', name: '烟台市' } },
  ...{ asOf: '2026-10-01', note: '按发票汇总', level: 'declared', edition: 3, demo: true, old: false },
  ...{ evidence: null, verifiedBy: null, verifiedAt: null },
};
const confirmed: PurchaseRow = {
  ...declared,
  ...{ id: ids.need, product: { id: 'surgical-mask', name: '医用口罩' }, fenAYear: 100_000_000, note: null },
  ...{ level: 'confirmed', evidence: '发票 2026-0912', verifiedBy: '演示-甲', verifiedAt: '2026-11-20T09:00:00+08:00' },
  ...{ origin: null, quantity: null, unit: null },
};
const listed = {
  ...{ purchases: [declared, confirmed], total: 2 },
  sums: { declared: { rows: 1, fenAYear: 920_000_000 }, confirmed: { rows: 1, fenAYear: 100_000_000 } },
};
const nothing = {
  ...{ purchases: [], total: 0 },
  sums: { declared: { rows: 0, fenAYear: 0 }, confirmed: { rows: 0, fenAYear: 0 } },
};
const written = { purchase: { id: ids.offer, level: 'declared', edition: 4 } } as const;

const serve = () =>
  startFakeServer()
    .answer(listPurchases, listed)
    .answer(listProducts, {
      products: [{ id: 'meltblown-cloth', name: '熔喷布', nameEn: null, unit: '吨', source: 'hand' }],
    })
    .answer(listOrigins, { origins: [{ code: 'JP', name: '日本' }] });
const draw = (address = '/purchases', role: 'member' | 'operator' = 'member') =>
  renderScreen(<Purchases />, address, role);

async function pick(label: string, words: string, offered: string) {
  const box = await screen.findByLabelText(label);
  fireEvent.mouseDown(box);
  fireEvent.change(box, { target: { value: words } });
  fireEvent.click(await screen.findByTitle(offered));
}

describe('purchases of a firm', () => {
  it('say what is verified and what is only said apart, why it is asked, and who sees it', async () => {
    serve();
    await draw();
    expect(await screen.findByText('已核实 1 条 100 万元 · 企业自述 1 条 920 万元')).toBeTruthy();
    expect(screen.getByText(/只有本单位和工信局看得到金额；图谱上满 5 家才合计。/)).toBeTruthy();
    const [, first, second] = screen.getAllByRole('row');
    expect(within(first as HTMLElement).getByText('920.00').className).toBe('zt-ink-3');
    expect(within(first as HTMLElement).getByText(/300 吨/)).toBeTruthy();
    expect(within(second as HTMLElement).getByText('100.00').className).toBe('');
    expect(within(second as HTMLElement).getByText(/发票 2026-0912 · 演示-甲/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '核实' })).toBeNull();
    expect(screen.queryByRole('columnheader', { name: '企业' })).toBeNull();
  });

  it('say what will stand there while there is nothing, and clear a filter that leaves nothing', async () => {
    const server = startFakeServer().answer(listPurchases, nothing);
    const drawn = await draw();
    expect(await screen.findByText('登记以后，本单位一年买什么、从哪里买都列在这里。')).toBeTruthy();
    drawn.unmount();
    const { router } = await draw('/purchases?level=confirmed');
    fireEvent.click(await screen.findByRole('button', { name: '清除筛选' }));
    expect(router.state.location.searchStr).toBe('');
    expect(server.questions(listPurchases)[1]?.query.get('level')).toBe('confirmed');
  });

  it('wait, are refused and fail in words', async () => {
    const server = startFakeServer();
    server.hang(listPurchases);
    const waiting = await draw();
    expect(await screen.findByText('正在取数据')).toBeTruthy();
    waiting.unmount();
    server.refuse(listPurchases, 403, { code: 'platform.forbidden', message: '您的岗位不能做这件事' });
    const refused = await draw();
    expect((await screen.findByRole('alert')).textContent).toBe('您的岗位不能做这件事');
    refused.unmount();
    server.fail(listPurchases);
    await draw();
    expect(await screen.findByRole('button', { name: '重试' })).toBeTruthy();
  });

  it('are registered with product and origin from the lists, in 万元', async () => {
    const server = serve().answer(enterPurchase, written);
    await draw('/purchases?edit=new');
    await pick('产品', '熔喷', '熔喷布');
    await pick('来源地', '日', '日本');
    fireEvent.change(screen.getByLabelText('年采购额（万元）'), { target: { value: '12.345678' } });
    fireEvent.change(screen.getByLabelText('年采购量'), { target: { value: '3' } });
    fireEvent.change(screen.getByLabelText('计量单位'), { target: { value: '吨' } });
    fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement);
    await waitFor(() =>
      expect(server.questions(enterPurchase)[0]?.body).toMatchObject({
        ...{ productId: 'meltblown-cloth', fenAYear: 12_345_678, quantity: 3, unit: '吨', origin: 'JP', note: null },
      }),
    );
    expect(server.questions(enterPurchase)[0]?.body).not.toHaveProperty('organisation');
  });

  it('are not sent before what is missing is there, each sentence beside its field', async () => {
    const server = serve();
    await draw('/purchases?edit=new');
    fireEvent.change(await screen.findByLabelText('年采购量'), { target: { value: '3' } });
    fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement);
    expect(await screen.findByText('有 3 处需要修改')).toBeTruthy();
    const beside = (label: string) => {
      const below = screen.getByLabelText(label).getAttribute('aria-describedby') ?? '';
      return document.getElementById(below)?.textContent;
    };
    expect(beside('产品')).toBe('请从产品库里选一个产品');
    expect(beside('年采购额（万元）')).toBe('请填一年买多少钱');
    expect(beside('年采购量')).toBe('数量和单位要一起填，或都不填');
    expect(server.questions(enterPurchase)).toHaveLength(0);
  });

  it('say beside the product that it is registered already, and keep what was typed', async () => {
    const message = '“熔喷布”（烟台市）已经登记：920 万元/年，数据日期 2026-10-01。要改数字，请改那一条';
    serve().refuse(changePurchase, 409, { code: 'purchases.already-registered', message });
    await draw(`/purchases?edit=${declared.id}`);
    fireEvent.change(await screen.findByLabelText('年采购额（万元）'), { target: { value: '7' } });
    fireEvent.click(screen.getByRole('button', { name: '保存修改' }));
    expect((await screen.findByText(message)).className).toBe('zt-field-error');
    expect(screen.getByLabelText<HTMLInputElement>('年采购额（万元）').value).toBe('7');
  });

  it('that are verified say before a change that they are declared again, and name the edition that was seen', async () => {
    const server = serve().answer(changePurchase, written);
    await draw(`/purchases?edit=${confirmed.id}`);
    expect(await screen.findByText('这条已核实。改了以后回到企业自述，要重新核实。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '保存修改' }));
    await waitFor(() =>
      expect(server.questions(changePurchase)[0]?.body).toMatchObject({ seen: 3, fenAYear: 100_000_000, origin: null }),
    );
  });

  it('are withdrawn only after a yes', async () => {
    const server = serve().answer(withdrawPurchase, written);
    await draw();
    fireEvent.click((await screen.findAllByRole('button', { name: '撤销登记' }))[0] as HTMLElement);
    expect(await screen.findByText('撤销“熔喷布”的采购登记？记录保留，不再计入图谱。')).toBeTruthy();
    expect(server.questions(withdrawPurchase)).toHaveLength(0);
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '撤销登记' }));
    await waitFor(() => expect(server.questions(withdrawPurchase)[0]?.body).toEqual({ seen: 3 }));
  });

  it('read in English too', async () => {
    serve();
    act(() => changeDisplay({ language: 'en' }));
    await draw();
    expect(await screen.findByText('Confirmed 1: ¥1 M · declared 1: ¥9.2 M')).toBeTruthy();
    expect(screen.getByText('300 t')).toBeTruthy();
  });
});

describe('purchases for the bureau', () => {
  it('name the firm, lead to the import, and are verified with the evidence', async () => {
    const server = serve().answer(verifyPurchase, written);
    await draw('/purchases', 'operator');
    expect(await screen.findByRole('columnheader', { name: '企业' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /导入 Excel/ }).getAttribute('href')).toBe('/imports?kind=purchases');
    const [button, second] = screen.getAllByRole('button', { name: '核实' });
    expect(second).toBeUndefined();
    fireEvent.click(button as HTMLElement);
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/威海康护（演示）登记：920 万元\/年，烟台市，数据日期 2026年10月1日/)).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: '核实' }));
    expect(await screen.findByText('请写明看过的凭据，至少 2 个字')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('凭据'), { target: { value: '合同 2026-18' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '核实' }));
    await waitFor(() =>
      expect(server.questions(verifyPurchase)[0]?.body).toEqual({ seen: 3, evidence: '合同 2026-18' }),
    );
  });

  it('of a firm are entered for the firm that is named', async () => {
    const firm = { id: ids.buyer, name: '威海康护（演示）' };
    const server = serve()
      .refuse(enterPurchase, 422, { code: 'purchases.unknown-organisation', message: '没有这家企业' })
      .answer(listOrganisations, {
        total: 1,
        organisations: [{ ...firm, kind: 'enterprise', region: null, demo: true }],
      });
    await draw('/purchases?edit=new', 'operator');
    await pick('企业', '康护', firm.name);
    await pick('产品', '熔喷', '熔喷布');
    fireEvent.change(screen.getByLabelText('年采购额（万元）'), { target: { value: '1' } });
    fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement);
    expect((await screen.findByText('没有这家企业')).className).toBe('zt-field-error');
    expect(server.questions(enterPurchase)[0]?.body).toMatchObject({ organisation: firm.id });
  });

  it('are filtered by level and words, in the address, from the first page', async () => {
    const server = serve();
    const { router } = await draw('/purchases?from=50', 'operator');
    fireEvent.click(await screen.findByLabelText('企业自述'));
    await waitFor(() => expect(router.state.location.searchStr).toBe('?level=declared'));
    await waitFor(() => expect(server.questions(listPurchases).at(-1)?.query.get('offset')).toBe('0'));
  });
});
