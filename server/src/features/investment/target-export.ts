import type { TargetRow } from '@zhitong/contract/investment/target-contract';
import { targetKindWords, targetLossWords, targetStatusWords } from '@zhitong/domain/investment/target-stage';
import type { Language, Sentence } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { ListExport } from '#platform/list-export';
import { findPlace } from './place-book.ts';
import type { TargetDeps } from './target-deps.ts';
import { type Reading, type TargetQuery, viewTargets } from './target-views.ts';

export const targetLightWords = {
  red: { zh: '逾期', en: 'Overdue' },
  yellow: { zh: '临期', en: 'Due soon' },
  green: { zh: '正常', en: 'On time' },
  none: { zh: '下一步未定', en: 'No next step' },
  done: { zh: '已结束', en: 'Ended' },
} as const satisfies Record<TargetRow['light'], Sentence>;

const mine: Sentence = { zh: '本单位', en: 'Own body' };

/** The targets as an Excel file: the filter and the order of the screen. */
export function targetExport(deps: TargetDeps, reading: Reading, query: TargetQuery): ListExport<TargetRow> {
  const { language } = reading;
  const { stage, light, district, q } = query;
  const filter = [
    stage && targetStatusWords[stage][language],
    light && targetLightWords[light][language],
    district && (findPlace(deps, district)?.[language] ?? district),
    query.mine && mine[language],
    q,
  ];
  return {
    ...{ list: 'targets', title: { zh: '招商线索', en: 'Targets' }, columns: columnsIn(language) },
    filter: filter.flatMap((word) => (word ? [word] : [])),
    page: async (offset, limit) => {
      const { targets, total } = await viewTargets(deps, reading, { ...query, offset, limit });
      return { rows: targets, total };
    },
  };
}

function columnsIn(language: Language): ListExport<TargetRow>['columns'] {
  const day = (instant: string) => cityDay(new Date(instant));
  return [
    { zh: '编号', en: 'Number', text: ({ number }) => String(number) },
    { zh: '企业、机构', en: 'Firm or institution', text: ({ firm }) => firm.name },
    { zh: '类别', en: 'Kind', text: ({ firm }) => targetKindWords[firm.kind][language] },
    { zh: '所在地', en: 'Place', text: ({ firm }) => firm.region?.name ?? '—' },
    { zh: '产业链', en: 'Chain', text: ({ gap }) => gap?.chain.name ?? '—' },
    { zh: '缺口', en: 'Gap', text: ({ gap }) => gap?.product.name ?? '—' },
    { zh: '阶段', en: 'Stage', text: ({ status }) => targetStatusWords[status][language] },
    { zh: '进入日期', en: 'Since', text: ({ since }) => day(since) },
    { zh: '下一步', en: 'Next step', text: ({ next }) => next ?? '—' },
    { zh: '期限', en: 'By', text: ({ due }) => due ?? '—' },
    { zh: '灯', en: 'Light', text: ({ light }) => targetLightWords[light][language] },
    { zh: '负责单位', en: 'Body', text: ({ owner }) => owner.body.name },
    { zh: '负责人', en: 'Owner', text: ({ owner }) => owner.person },
    {
      ...{ zh: '参与单位', en: 'Takes part' },
      text: ({ participants }) => participants.map(({ name }) => name).join(language === 'zh' ? '、' : ', ') || '—',
    },
    { zh: '载体要求', en: 'Premises wished for', text: ({ wish }) => wish?.finding ?? '—' },
    { zh: '未成原因', en: 'Lost because', text: ({ loss }) => (loss ? targetLossWords[loss][language] : '—') },
    { zh: '登记日期', en: 'Registered', text: ({ registeredAt }) => day(registeredAt) },
  ];
}
