import type { OrderRow } from '@zhitong/contract/needs/order-contract';
import { dutyListWords } from '@zhitong/domain/directory/duty-words';
import type { Language, Sentence } from '@zhitong/domain/language';
import { spokenInstant } from '@zhitong/domain/needs/case-timeline';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { OrderLight } from '@zhitong/domain/needs/order-terms';
import { orderGroundWords, orderStatusWords } from '@zhitong/domain/needs/order-words';
import type { ListExport } from '#platform/list-export';
import type { Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { type OrderQuery, viewOrders } from './order-list-views.ts';

const lights = {
  red: { zh: '逾期', en: 'Overdue' },
  yellow: { zh: '临期', en: 'Due soon' },
  green: { zh: '正常', en: 'In time' },
  done: { zh: '已结束', en: 'Over' },
} as const satisfies Record<OrderLight, Sentence>;

const states = {
  ...orderStatusWords,
  open: { zh: '在办', en: 'On the books' },
  over: { zh: '已结束', en: 'Over' },
  any: { zh: '全部', en: 'All' },
} as const satisfies Record<OrderQuery['state'], Sentence>;

/** The list of orders as an Excel file, under the filter of the screen. */
export function orderExport(
  deps: CaseDeps,
  viewer: Viewer,
  { query, spoken }: { query: OrderQuery; spoken: Language },
): ListExport<OrderRow> {
  const { light, state, q } = query;
  return {
    ...{ list: 'orders', title: { zh: '督办清单', en: 'Supervision orders' } },
    filter: [states[state][spoken], light && lights[light][spoken], q.trim()].flatMap((word) => word || []),
    columns: [
      { zh: '办件', en: 'Case', text: (row) => row.case.title },
      { zh: '清单', en: 'List', text: (row) => dutyListWords[row.case.list][spoken] },
      { zh: '企业', en: 'Firm', text: ({ asker }) => asker.name },
      { zh: '主办单位', en: 'In charge', text: ({ body }) => body.name },
      { zh: '承办人', en: 'Handler', text: ({ holder }) => holder ?? '—' },
      { zh: '督办方', en: 'Ordered by', text: ({ issuer }) => issuer.name },
      { zh: '理由', en: 'Ground', text: ({ ground }) => orderGroundWords[ground][spoken] },
      { zh: '状态', en: 'State', text: ({ status }) => orderStatusWords[status][spoken] },
      { zh: '灯', en: 'Light', text: (row) => lights[row.light][spoken] },
      { zh: '逾期方', en: 'Who is late', text: ({ late }) => late?.name ?? '—' },
      { zh: '本步期限', en: 'Step due', text: ({ due }) => (due ? spokenInstant(new Date(due), spoken) : '—') },
      { zh: '承诺办结', en: 'Promised by', text: ({ promised }) => promised ?? '—' },
      { zh: '退回次数', en: 'Returns', text: ({ returns }) => String(returns) },
      { zh: '督办日期', en: 'Ordered on', text: ({ issuedAt }) => cityDay(new Date(issuedAt)) },
    ],
    page: async (offset, limit) => {
      const { orders: rows, total } = await viewOrders(deps, viewer, { ...query, offset, limit });
      return { rows, total };
    },
  };
}
