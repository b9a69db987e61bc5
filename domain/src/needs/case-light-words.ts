import type { Sentence } from '../language.ts';
import type { CaseLight } from './case-light.ts';

/** A light is never colour alone. */
export const caseLightWords = {
  green: { zh: '正常', en: 'On time' },
  yellow: { zh: '临期', en: 'Due soon' },
  red: { zh: '逾期', en: 'Overdue' },
  'caught-up': { zh: '已补办（曾逾期）', en: 'Caught up (was overdue)' },
  solved: { zh: '已解决', en: 'Solved' },
  unsolved: { zh: '未解决办结', en: 'Closed unsolved' },
} as const satisfies Record<CaseLight, Sentence>;
