import { exportOf } from '@zhitong/contract/list-export';
import { listNeeds } from '@zhitong/contract/needs/need-contract';
import type { Sentence } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type ListExport, sendList } from '#platform/list-export';
import type { Routes } from '#platform/route';
import { viewNeeds } from './need-views.ts';
import type { NeedDeps } from './publish-service.ts';

type Row = Awaited<ReturnType<typeof viewNeeds>>['needs'][number];

const states: Readonly<Record<Row['state'], Sentence>> = {
  open: { zh: '进行中', en: 'Open' },
  chosen: { zh: '已选定', en: 'Chosen' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  expired: { zh: '已到期', en: 'Expired' },
};

/** The list of needs as an Excel file: of the own firm; of the city for the bureau. */
export function needListRoutes(routes: Routes, deps: NeedDeps): void {
  routes.for('need.see', exportOf(listNeeds), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const reading = {
      viewer,
      language: spoken,
      today: cityDay(deps.effects.now()),
      productName: deps.matching.productName,
    };
    const list: ListExport<Row> = {
      ...{ list: 'needs', title: { zh: '需求清单', en: 'Needs' } },
      filter: [query.q, query.state ? states[query.state][spoken] : ''].filter((word) => word !== ''),
      columns: [
        { zh: '企业', en: 'Firm', text: ({ organisation }) => organisation.name },
        { zh: '需求', en: 'Need', text: ({ text }) => text },
        { zh: '状态', en: 'State', text: ({ state }) => states[state][spoken] },
        { zh: '已送达', en: 'Sent to', text: ({ counts }) => String(counts.matched) },
        { zh: '已报价', en: 'Quoted', text: ({ counts }) => String(counts.quoted) },
        { zh: '截止日期', en: 'Deadline', text: ({ deadline }) => deadline ?? '—' },
        { zh: '发布日期', en: 'Published', text: ({ publishedAt }) => cityDay(new Date(publishedAt)) },
      ],
      page: async (offset, limit) => {
        const { needs: rows, total } = await viewNeeds(deps.database, reading, { ...query, offset, limit });
        return { rows, total };
      },
    };
    return sendList({ ...deps, viewer, language: spoken, reply }, list);
  });
}
