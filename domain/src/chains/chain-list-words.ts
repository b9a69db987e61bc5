import type { Sentence } from '../language.ts';
import type { ChainList } from './chain-map.ts';

/** What the lists beside a map are called. */
export const chainListWords = {
  'leading-firms': { zh: '龙头企业', en: 'Leading firms' },
  'core-suppliers': { zh: '核心配套企业', en: 'Core suppliers' },
  strengths: { zh: '优势', en: 'Strengths' },
  'weak-points': { zh: '短板', en: 'Weak points' },
  technology: { zh: '技术攻关', en: 'Technology to crack' },
  layout: { zh: '区域布局', en: 'Regional layout' },
  projects: { zh: '重点项目', en: 'Key projects' },
  targets: { zh: '招引目标', en: 'Targets' },
  outside: { zh: '外部资源', en: 'Outside resources' },
} as const satisfies Record<ChainList, Sentence>;
