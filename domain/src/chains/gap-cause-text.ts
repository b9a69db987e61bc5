import type { Language, Sentence } from '../language.ts';
import { rejectionWord } from '../matching/notice-facts.ts';
import { figureText } from '../matching/reason-words.ts';
import { unitText } from '../matching/unit-words.ts';
import { fillCounted } from './counted-words.ts';
import type { GapCause, GapCauseCode } from './gap-class.ts';

/** `few`: the same without a figure, where fewer firms stand behind it than may be told. */
const sentences = {
  'no-maker': {
    zh: '本市没有企业登记供给；本地有 {users} 家企业用得到或要过它',
    en: 'No firm of the city offers it; {users|# local firm uses it or has|# local firms use it or have} asked for it',
    few: {
      zh: '本市没有企业登记供给；本地有企业用得到或要过它（不足 5 家）',
      en: 'No firm of the city offers it; local firms use it or have asked for it (fewer than five)',
    },
  },
  'single-maker': { zh: '本市只有 {maker} 一家供给', en: '{maker} is the only maker in the city' },
  'capacity-short': {
    zh: '登记产能 {capacity} {unit}/年，少于本地需求（约 {demand} {unit}/年）',
    en: 'Registered capacity of {capacity} {unit} a year is below the local demand of about {demand} {unit} a year',
    few: {
      zh: '登记产能少于本地需求（需求量涉及企业太少，不公开）',
      en: 'Registered capacity is below the local demand (too few firms behind it to tell it)',
    },
  },
  'capacity-unknown': {
    zh: '{makers} 家中有 {unknown} 家没有登记产能，已登记的不够，合计够不够不清楚',
    en: '{unknown} of {makers|# maker|# makers} registered no capacity; what is registered does not suffice, whether all of it does is not known',
  },
  'units-differ': {
    zh: '产能按“{capacityUnit}”、需求按“{demandUnit}”计，无法换算比较',
    en: 'Capacity is counted in “{capacityUnit}”, demand in “{demandUnit}”: they cannot be compared',
  },
  'bought-outside': {
    zh: '本地有供给，但已知采购额的约 {percent}% 来自外地',
    en: 'It is made here, yet about {percent} % of the known purchases come from elsewhere',
    few: {
      zh: '本地有供给，但已知采购额多半来自外地（涉及企业太少，比例不公开）',
      en: 'It is made here, yet most of the known purchases come from elsewhere (too few firms to tell the share)',
    },
  },
  'not-chosen': {
    zh: '近一年本地供方 {count} 次未被选，原因：{reason}',
    en: 'Local suppliers were not chosen {count|once|# times} within a year: {reason}',
  },
  'stops-others': {
    zh: '断供会使链上 {count} 个产品停下（如 {example}），没有来源已知的替代品',
    en: 'Without it {count|# product of the chain stops|# products of the chain stop} (such as {example}); no substitute with a known source is registered',
  },
  'splits-chain': {
    zh: '没有它，链上 {count} 个产品与其余部分失去联系',
    en: 'Without it {count|# product of the chain loses|# products of the chain lose} touch with the rest',
  },
  'only-way': {
    zh: '链上 {count} 个产品的来路全都经过它（如 {example}）',
    en: 'Every way to {count|# product|# products} of the chain leads through it (such as {example})',
  },
  'long-run': {
    zh: '它处在一段 {count} 个产品首尾相接的链条上，其中没有一个登记了替代品',
    en: 'It stands in a run of {count|# product|# products}, one made from the other, none of which has a registered substitute',
  },
  'unmet-needs': { zh: '有 {count} 条求购还没有着落', en: '{count|# need for it is|# needs for it are} still open' },
  'no-facts': {
    zh: '没有企业登记供给，也没有采购、求购记录：说不清是不是缺口',
    en: 'Nobody offers it, and no purchase or need is known: whether it is a gap cannot be said',
  },
  'several-makers': {
    zh: '本市有 {makers} 家供给，没有发现弱点',
    en: '{makers|# firm of the city makes|# firms of the city make} it; no weakness was found',
  },
} as const satisfies Record<GapCauseCode, Sentence & { readonly few?: Sentence }>;

/** The sentence of a cause; `nameOf` says what a product is called in that language. */
export function gapCauseText(
  { code, params }: GapCause,
  { language, nameOf }: { readonly language: Language; readonly nameOf: (productId: string) => string },
): string {
  const words = Object.entries(params).map(([name, value]): [string, string] => {
    if (name === 'reason') return [name, rejectionWord({ code: value }, language)];
    if (name === 'example') return [name, nameOf(String(value))];
    if (/unit$/i.test(name)) return [name, unitText(value, language)];
    return [name, typeof value === 'number' ? figureText(Number(value.toPrecision(3))) : value];
  });
  const said: Sentence & { readonly few?: Sentence } = sentences[code];
  const isBare = words.length === 0 && said.few !== undefined;
  return isBare ? said.few[language] : fillCounted(said[language], Object.fromEntries(words));
}
