import {
  changePremises,
  enterPremises,
  listPremises,
  type PremisesRow,
} from '@zhitong/contract/investment/premises-contract';
import { exportOf } from '@zhitong/contract/list-export';
import { premisesKindWords, premisesStateWords } from '@zhitong/domain/investment/premises';
import { areaText } from '@zhitong/domain/investment/premises-text';
import type { Language } from '@zhitong/domain/language';
import { type ListExport, sendList } from '#platform/list-export';
import type { Routes } from '#platform/route';
import { findPlace } from './place-book.ts';
import { changePremisesFor, enterPremisesFor } from './premises-service.ts';
import { viewPremises } from './premises-views.ts';
import type { TargetDeps } from './target-deps.ts';

export function premisesRoutes(routes: Routes, deps: TargetDeps): void {
  routes.for('premises.see', listPremises, ({ query, language }, viewer) =>
    viewPremises(deps, { viewer, language }, query),
  );

  routes.for('premises.see', exportOf(listPremises), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const { kind, state, district, q } = query;
    const filter = [
      kind && premisesKindWords[kind][spoken],
      state && premisesStateWords[state][spoken],
      district && (findPlace(deps, district)?.[spoken] ?? district),
      q,
    ];
    const list: ListExport<PremisesRow> = {
      ...{ list: 'premises', title: { zh: '载体资源', en: 'Land and plants' }, columns: columnsIn(spoken) },
      filter: filter.flatMap((word) => (word ? [word] : [])),
      page: async (offset, limit) => {
        const found = await viewPremises(deps, { viewer, language: spoken }, { ...query, offset, limit });
        return { rows: found.premises, total: found.total };
      },
    };
    return sendList({ ...deps, viewer, language: spoken, reply }, list);
  });

  routes.for('premises.change', enterPremises, async ({ body }, viewer) => {
    const { id, edition } = await enterPremisesFor(deps, viewer, body);
    return { id, edition };
  });

  routes.for('premises.change', changePremises, async ({ params, body }, viewer) => {
    const { id, edition } = await changePremisesFor(deps, viewer, { id: params.id, ...body });
    return { id, edition };
  });
}

function columnsIn(language: Language): ListExport<PremisesRow>['columns'] {
  const figure = (value: number | null) => (value === null ? '—' : String(value));
  const exhaust = { true: { zh: '可', en: 'yes' }, false: { zh: '不可', en: 'no' } } as const;
  return [
    { zh: '名称', en: 'Name', text: ({ name }) => name },
    { zh: '类型', en: 'Kind', text: ({ kind }) => premisesKindWords[kind][language] },
    { zh: '区市', en: 'District', text: ({ region }) => region.name },
    { zh: '状态', en: 'State', text: ({ state }) => premisesStateWords[state][language] },
    { zh: '面积', en: 'Area', text: ({ area }) => (area ? areaText(area, language) : '—') },
    { zh: '电压（kV）', en: 'Voltage (kV)', text: ({ powerKv }) => figure(powerKv) },
    { zh: '用电负荷（kW）', en: 'Power (kW)', text: ({ powerKw }) => figure(powerKw) },
    { zh: '用水（吨/天）', en: 'Water (t/day)', text: ({ water }) => figure(water) },
    { zh: '承重（吨/m²）', en: 'Floor load (t/m²)', text: ({ floorLoad }) => figure(floorLoad) },
    {
      ...{ zh: '排烟', en: 'Exhaust' },
      text: (row) => (row.exhaust === null ? '—' : exhaust[row.exhaust ? 'true' : 'false'][language]),
    },
    { zh: '备注', en: 'Note', text: ({ note }) => note ?? '—' },
    { zh: '来源', en: 'Source', text: ({ source }) => source },
    { zh: '数据日期', en: 'As of', text: ({ asOf }) => asOf },
    { zh: '登记单位', en: 'Entered by', text: ({ body }) => body.name },
  ];
}
