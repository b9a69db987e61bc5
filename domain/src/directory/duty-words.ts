import type { DutyClass, DutyLevel, DutyList } from './duty.ts';
import type { ImportChoice } from './import-column.ts';

type Word = Omit<ImportChoice, 'value'>;

/** The four lists a matter belongs to, how hard it is, and who handles it; `also`: what else the sheets of a city write. */
export const dutyListWords = {
  problem: { zh: '问题诉求', en: 'Problems', also: ['问题', '诉求', '问题清单'] },
  funding: { zh: '资金需求', en: 'Funding', also: ['资金', '融资'] },
  sourcing: { zh: '配套需求', en: 'Sourcing', also: ['配套', '采购'] },
  technology: { zh: '技术需求', en: 'Technology', also: ['技术'] },
} as const satisfies Record<DutyList, Word>;

export const dutyClassWords = {
  simple: { zh: '简单', en: 'Simple', also: ['简单事项', '简易'] },
  normal: { zh: '一般', en: 'Normal', also: ['一般事项', '普通'] },
  complex: { zh: '复杂', en: 'Complex', also: ['复杂事项', '疑难'] },
} as const satisfies Record<DutyClass, Word>;

export const dutyLevelWords = {
  city: { zh: '市级', en: 'City', also: ['市', '市直'] },
  district: { zh: '区市', en: 'District', also: ['区县', '县级', '区级', '市区两级'] },
} as const satisfies Record<DutyLevel, Word>;
