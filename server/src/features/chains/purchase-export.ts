import { listPurchases, type PurchaseRow } from '@zhitong/contract/chains/purchase-contract';
import { exportOf } from '@zhitong/contract/list-export';
import { purchaseLevelWords } from '@zhitong/domain/chains/purchase';
import { unitText } from '@zhitong/domain/matching/unit-words';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type ExportColumn, type ListExport, sendList } from '#platform/list-export';
import type { Routes } from '#platform/route';
import type { ChainDeps } from './chain-deps.ts';
import type { Reading } from './chain-views.ts';
import { viewPurchases } from './purchase-views.ts';

const fenInWan = 1_000_000;

/** What is registered as bought, as an Excel file: one’s own for a firm, all of the city for the bureau. */
export function purchaseExport(routes: Routes, deps: ChainDeps): void {
  routes.for('purchase.see', exportOf(listPurchases), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const { level, q } = query;
    const list: ListExport<PurchaseRow> = {
      ...{ list: 'purchases', title: { zh: '采购登记', en: 'Purchases' }, columns: columnsIn(spoken) },
      filter: [level === undefined ? '' : purchaseLevelWords[level][spoken], q ?? ''].filter((word) => word !== ''),
      page: async (offset, limit) => {
        const { purchases, total } = await viewPurchases(
          deps,
          { viewer, language: spoken },
          { ...query, offset, limit },
        );
        return { rows: purchases, total };
      },
    };
    return sendList({ ...deps, viewer, language: spoken, reply }, list);
  });
}

function columnsIn(language: Reading['language']): readonly ExportColumn<PurchaseRow>[] {
  return [
    { zh: '企业', en: 'Firm', text: ({ organisation }) => organisation.name },
    { zh: '产品', en: 'Product', text: ({ product }) => product.name },
    { zh: '年采购额（万元）', en: 'Amount a year (10,000 yuan)', text: ({ fenAYear }) => String(fenAYear / fenInWan) },
    {
      ...{ zh: '年采购量', en: 'Quantity a year' },
      text: ({ quantity, unit }) => (quantity === null ? '—' : `${quantity} ${unitText(unit, language)}`),
    },
    { zh: '来源地', en: 'Origin', text: ({ origin }) => origin?.name ?? '—' },
    { zh: '数据日期', en: 'As of', text: ({ asOf }) => asOf },
    { zh: '核实程度', en: 'Level', text: ({ level }) => purchaseLevelWords[level][language] },
    { zh: '凭据', en: 'Evidence', text: ({ evidence }) => evidence ?? '—' },
    { zh: '核实人', en: 'Verified by', text: ({ verifiedBy }) => verifiedBy ?? '—' },
    {
      ...{ zh: '核实日期', en: 'Verified on' },
      text: ({ verifiedAt }) => (verifiedAt === null ? '—' : cityDay(new Date(verifiedAt))),
    },
    { zh: '备注', en: 'Note', text: ({ note }) => note ?? '—' },
  ];
}
