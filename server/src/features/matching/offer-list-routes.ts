import { exportOf } from '@zhitong/contract/list-export';
import { listOffers, type Offer } from '@zhitong/contract/matching/offer-contract';
import { rateText } from '@zhitong/domain/matching/unit-words';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { inContext } from '#platform/context';
import { type ListExport, sendList } from '#platform/list-export';
import type { Routes } from '#platform/route';
import { contextOf } from '#platform/viewer';
import type { OfferDeps } from './offer-service.ts';
import { listOfferRows, offerScope } from './offer-views.ts';

/** The list of offers as an Excel file. */
export function offerListRoutes(routes: Routes, deps: Pick<OfferDeps, 'database' | 'effects'>): void {
  routes.for('offer.see', exportOf(listOffers), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const scope = offerScope(viewer, spoken, query.mine === '1' ? 'own' : 'all');
    const list: ListExport<Offer> = {
      ...{ list: 'offers', title: { zh: '供给清单', en: 'Offers' }, filter: [] },
      columns: [
        { zh: '产品', en: 'Product', text: ({ productText }) => productText },
        {
          ...{ zh: '产能', en: 'Capacity' },
          text: ({ capacity }) =>
            capacity ? `${capacity.amount} ${rateText(capacity.unit, capacity.per, spoken)}` : '—',
        },
        {
          zh: '证书',
          en: 'Certificates',
          text: ({ certificates }) => certificates.map(({ name }) => name).join('、') || '—',
        },
        { zh: '发布日期', en: 'Published', text: ({ publishedAt }) => cityDay(new Date(publishedAt)) },
      ],
      page: async (offset, limit) => {
        const { offers: rows, total } = await inContext(deps.database, contextOf(viewer), (tx) =>
          listOfferRows(tx, scope, { offset, limit }),
        );
        return { rows, total };
      },
    };
    return sendList({ ...deps, viewer, language: spoken, reply }, list);
  });
}
