import type { Sentence } from '../language.ts';
import type { TargetOperator } from './target-operator.ts';

/** As a formula shows it. */
export const targetOperatorSigns = {
  '>=': '≥',
  '<=': '≤',
  '=': '=',
  range: '～',
} as const satisfies Record<TargetOperator, string>;

export const targetOperatorWords = {
  '>=': { zh: '不低于', en: 'at least' },
  '<=': { zh: '不高于', en: 'at most' },
  '=': { zh: '等于', en: 'exactly' },
  range: { zh: '介于', en: 'between' },
} as const satisfies Record<TargetOperator, Sentence>;

/** What the firm wishes of the rights in what comes out. */
export const ipWishes = ['own', 'licence', 'joint', 'open'] as const;
export type IpWish = (typeof ipWishes)[number];

export const ipWishWords = {
  own: { zh: '归企业所有', en: 'Owned by the firm' },
  licence: { zh: '许可使用', en: 'Licence to use' },
  joint: { zh: '双方共有', en: 'Owned jointly' },
  open: { zh: '公开，不设权利', en: 'Open to everybody' },
} as const satisfies Record<IpWish, Sentence>;

/** Technology readiness (技术就绪水平), nine levels, as GB/T 22900-2022 and ISO 16290:2013 count them. */
export const readinessLevels = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type ReadinessLevel = (typeof readinessLevels)[number];

/** In short words of our own: what is there at this level. */
export const readinessWords = {
  1: { zh: '观察到基本原理', en: 'Basic principles observed' },
  2: { zh: '形成技术概念或方案', en: 'Concept or application formulated' },
  3: { zh: '关键功能经实验证明', en: 'Key function proved by experiment' },
  4: { zh: '部件在实验室验证', en: 'Component verified in the laboratory' },
  5: { zh: '部件在相似环境验证', en: 'Component verified in a similar environment' },
  6: { zh: '样机在相似环境演示', en: 'Prototype shown in a similar environment' },
  7: { zh: '样机在实际环境运行', en: 'Prototype running in its real environment' },
  8: { zh: '产品定型，通过试验', en: 'Product complete and qualified' },
  9: { zh: '产品在实际使用中证明', en: 'Product proved in use' },
} as const satisfies Record<ReadinessLevel, Sentence>;
