import type { HeatFirm, HeatReply } from '@zhitong/contract/investment/heat-contract';
import type { Language, Sentence } from '@zhitong/domain/language';
import { type ListExport, wholeList } from '#platform/list-export';

const unknown: Sentence = { zh: '未知', en: 'Unknown' };
const fits = {
  exact: { zh: '正好此品', en: 'exactly this' },
  kind: { zh: '其中一种', en: 'a kind of it' },
  broader: { zh: '只有更宽的品名', en: 'a broader word only' },
} as const satisfies Record<HeatFirm['fit'], Sentence>;

/** The ranked list as an Excel file: the filter and the order of the screen. It shows no map, so it needs no approved one. */
export function heatExport({ question, wanted, firms }: HeatReply, language: Language): ListExport<HeatFirm> {
  const about = [question.chain?.name, question.product?.name, question.firm?.name];
  const join = language === 'zh' ? '；' : '; ';
  return {
    ...{ list: 'heat-map', title: { zh: '拓链招商候选企业', en: 'Firms that would close a gap' } },
    filter: [...about.filter((name) => name !== undefined), ...countOf(wanted.length, language)],
    columns: [
      { zh: '名次', en: 'Rank', text: (firm) => String(firms.indexOf(firm) + 1) },
      { zh: '企业', en: 'Firm', text: ({ organisation }) => organisation.name },
      { zh: '所在地', en: 'Place', text: ({ area }) => area?.name ?? unknown[language] },
      {
        ...{ zh: '实际经营地', en: 'Working address' },
        text: ({ working, area }) => (working === 'known' ? (area?.name ?? unknown[language]) : unknown[language]),
      },
      { zh: '对应程度', en: 'Fit', text: ({ fit }) => fits[fit][language] },
      { zh: '理由', en: 'Reasons', text: ({ reasons }) => reasons.map(({ text }) => text).join(join) },
      {
        ...{ zh: '距离（公里，约）', en: 'Distance (km, about)' },
        text: ({ kilometres }) => (kilometres === null ? unknown[language] : String(kilometres)),
      },
      { zh: '数据日期', en: 'Data as of', text: ({ asOf }) => asOf ?? unknown[language] },
    ],
    page: wholeList(() => Promise.resolve(firms)),
  };
}

function countOf(count: number, language: Language): string[] {
  return count > 1 ? [language === 'zh' ? `${count} 个产品` : `${count} products`] : [];
}
