import type { Language, Sentence } from '../language.ts';
import type { DealStepKind } from './deal.ts';

/** Words of the deal ledger on paper and in Excel. */
export const dealStepNames = {
  sample: { zh: '样品', en: 'Sample' },
  order: { zh: '订单', en: 'Order' },
  delivery: { zh: '交货', en: 'Delivery' },
  reversal: { zh: '冲正', en: 'Reversal' },
} as const satisfies Record<DealStepKind, Sentence>;

export const ledgerStateNames = {
  all: { zh: '全部', en: 'all' },
  waiting: { zh: '待确认', en: 'awaiting confirmation' },
  confirmed: { zh: '双方已确认交货', en: 'delivery confirmed by both sides' },
  'one-sided': { zh: '单方登记交货', en: 'delivery stated by one side' },
} as const satisfies Record<string, Sentence>;

const ledgerTitle: Sentence = { zh: '成交台账', en: 'Deal ledger' };

/** What stands above the columns: title, unit, date, the filter in words, and whether the rows are demo rows. */
export function ledgerHead(
  given: { state: keyof typeof ledgerStateNames; q: string; today: string; demo: boolean },
  language: Language,
): readonly string[] {
  const state = ledgerStateNames[given.state][language];
  const words = given.q.trim();
  const lines =
    language === 'zh'
      ? [
          '单位：金额（万元）保留两位小数，金额（元）准确到分；订单与单方登记的金额不计入成交额',
          `制表日期：${chineseDate(given.today)}`,
          `筛选：${state}${words ? `，含“${words}”` : ''}`,
          ...(given.demo ? ['演示数据'] : []),
        ]
      : [
          'Units: 10,000 yuan with two decimals, and yuan to the cent; orders and amounts stated by one side do not count',
          `Date: ${given.today}`,
          `Filter: ${state}${words ? `, containing “${words}”` : ''}`,
          ...(given.demo ? ['Demo data'] : []),
        ];
  return [ledgerTitle[language], ...lines];
}

export function ledgerFileName(today: string, language: Language): string {
  return `${ledgerTitle[language]} ${today}.xlsx`;
}

/** `2026年11月3日`: no leading zeros */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
