import { exportOf } from '@zhitong/contract/list-export';
import { listNeeds } from '@zhitong/contract/needs/need-contract';
import { dutyListWords } from '@zhitong/domain/directory/duty-words';
import type { Language, Sentence } from '@zhitong/domain/language';
import { caseLightWords } from '@zhitong/domain/needs/case-light-words';
import { spokenInstant } from '@zhitong/domain/needs/case-timeline';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { z } from 'zod';
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
  'kept-back': { zh: '不予发布', en: 'Not published' },
  solved: { zh: '已解决', en: 'Solved' },
  unsolved: { zh: '未解决办结', en: 'Closed unsolved' },
};

function filterWords(
  { q, state, list, light }: z.output<NonNullable<typeof listNeeds.query>>,
  spoken: Language,
): string[] {
  const words = [
    list && dutyListWords[list][spoken],
    state && states[state][spoken],
    light && caseLightWords[light][spoken],
  ];
  return [q, ...words].flatMap((word) => word || []);
}

/** The list of needs as an Excel file: of the own firm; of the city for the bureau. */
export function needListRoutes(routes: Routes, deps: NeedDeps): void {
  routes.for('need.see', exportOf(listNeeds), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const reading = {
      viewer,
      language: spoken,
      today: cityDay(deps.effects.now()),
      now: deps.effects.now(),
      productName: deps.matching.productName,
    };
    const list: ListExport<Row> = {
      ...{ list: 'needs', title: { zh: '需求清单', en: 'Needs' } },
      filter: filterWords(query, spoken),
      columns: [
        { zh: '清单', en: 'List', text: ({ kind }) => dutyListWords[kind][spoken] },
        { zh: '企业', en: 'Firm', text: ({ organisation }) => organisation.name },
        { zh: '需求', en: 'Need', text: ({ text }) => text },
        { zh: '状态', en: 'State', text: ({ state }) => states[state][spoken] },
        { zh: '主办单位', en: 'In charge', text: (row) => row.case?.lead.name ?? '—' },
        { zh: '应办结', en: 'Due', text: (row) => (row.case ? spokenInstant(new Date(row.case.due), spoken) : '—') },
        { zh: '灯', en: 'Light', text: (row) => (row.case ? caseLightWords[row.case.light][spoken] : '—') },
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
