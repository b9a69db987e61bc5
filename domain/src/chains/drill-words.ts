import type { Language, Sentence } from '../language.ts';
import type { CoverageRing } from './chain-facts.ts';
import { fillCounted } from './counted-words.ts';
import type { DrillOutcome, DrillVerdict } from './drill.ts';

export const drillVerdictWords = {
  red: { zh: '来不及换', en: 'Stops first' },
  unknown: { zh: '说不清', en: 'Not known' },
  holds: { zh: '来得及换', en: 'Replaced in time' },
  unaffected: { zh: '不波及', en: 'Does not reach' },
} as const satisfies Record<DrillVerdict, Sentence>;

const ringWords = {
  city: { zh: '本市', en: 'in the city' },
  circle: { zh: '都市圈', en: 'in the city circle' },
  province: { zh: '本省', en: 'in the province' },
  nation: { zh: '国内', en: 'elsewhere in the country' },
  abroad: { zh: '境外', en: 'abroad' },
} as const satisfies Record<CoverageRing, Sentence>;

/** Where a maker is; the circle of the city by its own name where it has one. */
export function ringWord(
  ring: CoverageRing,
  { language, circle }: { readonly language: Language; readonly circle: string | null },
): string {
  if (ring !== 'circle' || circle === null) return ringWords[ring][language];
  return language === 'zh' ? circle : `in the ${circle}`;
}

const sentences = {
  stops: {
    zh: '{taken}断供，{target} {survive} 天后停产',
    en: 'Without {taken}, {target} stops after {survive|# day|# days}',
  },
  'stops-at-once': { zh: '{taken}断供，{target}立即停产', en: 'Without {taken}, {target} stops at once' },
  'goes-on': {
    zh: '{taken}断供，{products}没有别的已知来源，链上另有 {count} 个产品随之停产；{target}不停产',
    en: 'Without {taken}, no known source of {products} is left and {count|# product stops|# products stop} with it; {target} goes on',
  },
  'stops-nothing': {
    zh: '{taken}断供，{products}没有别的已知来源；链上没有产品因此停产',
    en: 'Without {taken}, no known source of {products} is left; no product of the chain stops for it',
  },
  replaced: { zh: '换供方要 {recover} 天', en: 'qualifying another supplier takes {recover|# day|# days}' },
  'replaced-at-least': {
    zh: '换供方至少要 {recover} 天，交期没有登记，实际不清楚',
    en: 'qualifying another supplier takes {recover|# day|# days} at least; how many is not known, for no lead time is registered',
  },
} as const satisfies Record<string, Sentence>;

export interface DrillNames {
  readonly language: Language;
  readonly taken: string;
  readonly leader: string | null;
  readonly nameOf: (productId: string) => string;
}

/** `××断供，链主 6 天后停产；换供方要 45 天` */
export function drillText(outcome: DrillOutcome, { language, taken, leader, nameOf }: DrillNames): string {
  const { survive, recover, target, lost, stops: stopped } = outcome;
  const say = (name: keyof typeof sentences, words: Readonly<Record<string, string>>) =>
    fillCounted(sentences[name][language], words);
  const product = survive === null ? null : nameOf(survive.productId);
  const at = targetName({ language, kind: target, leader, product });
  if (survive === null || recover === null) {
    const products = lost.map(({ productId }) => nameOf(productId)).join(language === 'zh' ? '、' : ', ');
    if (stopped.length === 0) return say('stops-nothing', { taken, products });
    return say('goes-on', { taken, products, count: String(stopped.length), target: at });
  }
  const stops = say(survive.days === 0 ? 'stops-at-once' : 'stops', {
    taken,
    target: at,
    survive: String(survive.days),
  });
  const replaced = say(recover.certain ? 'replaced' : 'replaced-at-least', { recover: String(recover.days) });
  return `${stops}${language === 'zh' ? '；' : '; '}${replaced}`;
}

function targetName({
  language,
  kind,
  leader,
  product,
}: {
  readonly language: Language;
  readonly kind: DrillOutcome['target'];
  readonly leader: string | null;
  readonly product: string | null;
}): string {
  if (kind === 'leader')
    return language === 'zh' ? `链主${leader ?? ''}` : `the chain leader${leader ? ` ${leader}` : ''}`;
  if (product === null) return language === 'zh' ? '下游' : 'downstream';
  return language === 'zh' ? `下游（${product}）` : `downstream (${product})`;
}
