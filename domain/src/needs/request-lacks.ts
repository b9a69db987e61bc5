import type { DutyList } from '../directory/duty.ts';
import type { Sentence } from '../language.ts';

/** What a body asks back most often when it is not written, by list. Nothing of it must be there: a request can be sent as it is. */
export const requestFacts = ['wish', 'since', 'amount', 'term', 'purpose', 'metric', 'budget'] as const;
export type RequestFact = (typeof requestFacts)[number];

export const requestFactWords = {
  wish: { zh: '希望怎么解决', en: 'what you wish for' },
  since: { zh: '从什么时候开始', en: 'since when' },
  amount: { zh: '金额', en: 'the amount' },
  term: { zh: '期限', en: 'the term' },
  purpose: { zh: '用途', en: 'what for' },
  metric: { zh: '要达到的指标', en: 'the figure to be reached' },
  budget: { zh: '预算', en: 'the budget' },
} as const satisfies Record<RequestFact, Sentence>;

const wanted = {
  problem: ['wish', 'since'],
  funding: ['amount', 'term', 'purpose'],
  technology: ['metric', 'budget'],
  // the chips of the composer ask for what a sourcing need lacks
  sourcing: [],
} as const satisfies Record<DutyList, readonly RequestFact[]>;

/** Signs that a fact is there: generous, for asking for what was said is worse than not asking. */
const signs: Readonly<Record<RequestFact, RegExp>> = {
  wish: /希望|请|能否|可否|能不能|是否可以|怎么|如何|申请|办理|要求|想|求/u,
  since: /\d{4}\s*年|\d+\s*(月|日|号|天|周)|个月|以来|开始|昨天|今天|上周|上月|去年|今年|最近|长期|一直/u,
  amount: /\d+(\.\d+)?\s*(万|亿|元)|[一二三四五六七八九十百千]+\s*(万|亿|元)/u,
  term: /期限|\d+\s*(个月|年|天)|[一二三四五六七八九十半]+\s*(个月|年)|到期|短期|中长期|周转/u,
  purpose: /用于|用途|用来|周转|购买|采购|设备|扩产|建设|技改|备货|原料|工资|研发|项目/u,
  metric:
    /\d+(\.\d+)?\s*(%|％|‰|℃|°|mm|μm|um|nm|MPa|GPa|kW|kWh|V|A|Hz|g|kg|t|吨|小时|h|倍|次|dB)|[≥≤<>]|精度|寿命|强度|指标/iu,
  budget: /预算|经费|费用|\d+(\.\d+)?\s*(万|亿|元)/u,
};

/** The facts a request of this list does not mention, in the order a body asks for them. */
export function lackingFacts(list: DutyList, text: string): readonly RequestFact[] {
  return text.trim() === '' ? [] : wanted[list].filter((fact) => !signs[fact].test(text));
}
