import { exportOf } from '@zhitong/contract/list-export';
import { listOpportunities, type Opportunity } from '@zhitong/contract/matching/opportunity-contract';
import { listProducts } from '@zhitong/contract/matching/product-contract';
import type { Language, Sentence } from '@zhitong/domain/language';
import type { OpportunityState } from '@zhitong/domain/matching/opportunity-state';
import { unitText } from '@zhitong/domain/matching/unit-words';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type ListExport, sendList, wholeList } from '#platform/list-export';
import type { Routes } from '#platform/route';
import type { OfferDeps } from './offer-service.ts';
import { type OpportunityTab, viewOpportunities } from './opportunity-views.ts';
import { searchProducts } from './product-search.ts';

type ProductRow = Awaited<ReturnType<typeof searchProducts>>['products'][number];

/** a search shows so many at most; a file of it takes more */
const mostProducts = 20_000;

/** The supplier's inbox and the products as Excel files. */
export function matchingListRoutes(routes: Routes, deps: Pick<OfferDeps, 'database' | 'effects'>): void {
  routes.for('opportunity.see', exportOf(listOpportunities), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const reading = { viewer, language: spoken, today: cityDay(deps.effects.now()) };
    return sendList(
      { ...deps, viewer, language: spoken, reply },
      {
        ...opportunitySheet(spoken),
        filter: query.state ? [tabs[query.state][spoken]] : [],
        page: async (offset, limit) => {
          const { counts, opportunities: rows } = await viewOpportunities(deps.database, reading, {
            ...{ state: query.state, offset, limit },
          });
          const { waiting, answered, closed } = counts;
          return { rows, total: query.state ? counts[query.state] : counts.new + waiting + answered + closed };
        },
      },
    );
  });

  routes.for('product.see', exportOf(listProducts), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const list: ListExport<ProductRow> = {
      ...{ list: 'products', title: { zh: '产品', en: 'Products' }, filter: query.q === '' ? [] : [query.q] },
      columns: [
        { zh: '名称', en: 'Name', text: ({ name }) => name },
        { zh: '英文', en: 'English', text: ({ nameEn }) => nameEn ?? '—' },
        { zh: '单位', en: 'Unit', text: ({ unit }) => (unit === null ? '—' : unitText(unit, spoken)) },
        { zh: '来源', en: 'Source', text: ({ source }) => sources[source][spoken] },
      ],
      page: wholeList(async () => (await searchProducts(deps.database, query.q, mostProducts)).products),
    };
    return sendList({ ...deps, viewer, language: spoken, reply }, list);
  });
}

const sources: Readonly<Record<ProductRow['source'], Sentence>> = {
  hand: { zh: '产品库', en: 'Product graph' },
  chainkg: { zh: '导入', en: 'Imported' },
};

const tabs: Readonly<Record<OpportunityTab, Sentence>> = {
  new: { zh: '新', en: 'New' },
  waiting: { zh: '待答', en: 'To answer' },
  answered: { zh: '已答', en: 'Answered' },
  closed: { zh: '已结束', en: 'Ended' },
};

const states: Readonly<Record<OpportunityState, Sentence>> = {
  new: { zh: '待答', en: 'To answer' },
  answered: { zh: '已报价', en: 'Quoted' },
  declined: { zh: '已回绝', en: 'Declined' },
  chosen: { zh: '已选中您', en: 'You were chosen' },
  'not-chosen': { zh: '未选中', en: 'Not chosen' },
  withdrawn: { zh: '买方已撤回', en: 'Withdrawn by the buyer' },
  closed: { zh: '已结束', en: 'Ended' },
};

/** Neither prices nor contacts leave in it: what is quoted and agreed stays on the page of the need. */
function opportunitySheet(language: Language): Omit<ListExport<Opportunity>, 'page' | 'filter'> {
  return {
    ...{ list: 'opportunities', title: { zh: '商机', en: 'Opportunities' } },
    columns: [
      { zh: '需求', en: 'Need', text: ({ need }) => need.text },
      { zh: '产品', en: 'Product', text: ({ need }) => need.products.map(({ name }) => name).join('、') || '—' },
      { zh: '状态', en: 'State', text: ({ state }) => states[state][language] },
      { zh: '买方', en: 'Buyer', text: ({ buyer }) => buyer.name },
      { zh: '对应供给', en: 'Own offer', text: ({ offer }) => offer.productText },
      { zh: '截止日期', en: 'Deadline', text: ({ need }) => need.deadline ?? '—' },
      { zh: '送达日期', en: 'Arrived', text: ({ createdAt }) => cityDay(new Date(createdAt)) },
    ],
  };
}
