import { exportOf } from '@zhitong/contract/list-export';
import { getSupervision, listWaitingCases, type SupervisionRow } from '@zhitong/contract/needs/supervision-contract';
import type { Language, Sentence } from '@zhitong/domain/language';
import { type ListExport, sendList, wholeList } from '#platform/list-export';
import type { Routes } from '#platform/route';
import type { CaseDeps } from './case-deps.ts';
import { viewSupervision } from './supervision-views.ts';
import { viewWaitingCases } from './waiting-view.ts';

const groups = {
  body: { zh: '单位', en: 'Body' },
  list: { zh: '清单', en: 'List' },
  district: { zh: '区市', en: 'District' },
  chain: { zh: '产业链', en: 'Chain' },
} as const satisfies Record<string, Sentence>;

/** The desk of the bureau: where anything is stuck, and what still needs a body. */
export function supervisionRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('case.supervise', getSupervision, ({ query, language }, viewer) =>
    viewSupervision(deps, { viewer, language, by: query.by }),
  );

  routes.for('case.supervise', listWaitingCases, ({ query }, viewer) => viewWaitingCases(deps, viewer, query));

  routes.for('case.supervise', exportOf(getSupervision), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const load = async () => (await viewSupervision(deps, { viewer, language: spoken, by: query.by })).rows;
    return sendList({ ...deps, viewer, language: spoken, reply }, deskList(query.by, spoken, load));
  });
}

function deskList(
  by: keyof typeof groups,
  language: Language,
  load: () => Promise<readonly SupervisionRow[]>,
): ListExport<SupervisionRow> {
  return {
    ...{
      list: 'supervision',
      title: { zh: '调度台', en: 'Desk' },
      filter: [groups[by][language]],
      page: wholeList(load),
    },
    columns: [
      { ...groups[by], text: ({ name }) => name },
      { zh: '在办', en: 'Open', text: ({ open }) => String(open) },
      { zh: '逾期', en: 'Overdue', text: ({ red }) => String(red) },
      { zh: '临期', en: 'Due soon', text: ({ yellow }) => String(yellow) },
      { zh: '逾期未签收', en: 'Not signed in time', text: ({ unsigned }) => String(unsigned) },
      { zh: '逾期未首次回应', en: 'No first answer in time', text: ({ unheard }) => String(unheard) },
      {
        ...{ zh: '平均用时（工作小时）', en: 'Mean time (working hours)' },
        text: ({ meanMinutes }) => (meanMinutes === null ? '—' : (meanMinutes / 60).toFixed(1)),
      },
      { zh: '退出', en: 'Handed back', text: ({ handBacksOut }) => String(handBacksOut) },
      { zh: '退入', en: 'Received by hand-back', text: ({ handBacksIn }) => String(handBacksIn) },
      { zh: '已解决', en: 'Solved', text: ({ solved }) => String(solved) },
      { zh: '已办结', en: 'Ended', text: ({ ended }) => String(ended) },
    ],
  };
}
