import type { CapabilityKind } from '../directory/organisation-fact.ts';
import type { Language, Sentence } from '../language.ts';
import { normaliseText } from '../matching/text-normal.ts';

/** Something the directory says of a centre or university: a capability of a kind, or what it is there for. */
export interface ScienceFact {
  readonly source: CapabilityKind | 'duty';
  readonly text: string;
}

export interface ScienceBody {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly ScienceFact[];
}

/** Why a sheet was sent to a body: a fact of the directory, and the words it shares with the need. */
export interface FitReason extends ScienceFact {
  readonly shared: readonly string[];
}

export interface ScienceFit {
  readonly body: ScienceBody;
  readonly score: number;
  readonly reasons: readonly FitReason[];
}

/** A sheet goes to so many at most, the best first. */
export const mostFits = 6;
const mostReasons = 3;
/** of the best score: what lies further below shares a word by chance */
const nearBest = 0.3;

/**
 * Who of the city's centres and universities could answer a technology need: those whose facts share words with it. A word counts by
 * how few bodies have it (Spärck Jones, *A Statistical Interpretation of Term Specificity*, 1972); everyday words of engineering count
 * nothing. Ensures: nobody without a reason. O(words of the need × facts).
 */
export function fitScience(words: string, bodies: readonly ScienceBody[]): readonly ScienceFit[] {
  const asked = normaliseText(words).text;
  const holders = holdersOf(bodies);
  const weight = (phrase: string) => termsOf(phrase).reduce((sum, term) => sum + rarity(term, holders, bodies), 0);
  const fits = bodies.flatMap((body) => {
    const reasons = body.facts
      .map((fact) => ({ ...fact, shared: sharedPhrases(asked, normaliseText(fact.text).text) }))
      .filter(({ shared }) => shared.length > 0);
    const score = [...new Set(reasons.flatMap(({ shared }) => shared))].reduce((sum, one) => sum + weight(one), 0);
    return score > 0 ? [{ body, score, reasons: reasons.slice(0, mostReasons) }] : [];
  });
  const ranked = fits.toSorted((one, other) => other.score - one.score || (one.body.id < other.body.id ? -1 : 1));
  return ranked.filter(({ score }) => score >= nearBest * (ranked[0]?.score ?? 0)).slice(0, mostFits);
}

function holdersOf(bodies: readonly ScienceBody[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const { facts } of bodies) {
    const terms = new Set(facts.flatMap(({ text }) => termsOf(normaliseText(text).text)));
    for (const term of terms) holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  return holders;
}

function rarity(term: string, holders: ReadonlyMap<string, number>, { length }: readonly ScienceBody[]): number {
  return Math.log((length + 1) / (holders.get(term) ?? 1));
}

/** Longest stretches that stand in both, each once; one of everyday words alone is none. */
function sharedPhrases(asked: string, stated: string): readonly string[] {
  const found = new Set<string>();
  for (const run of stated.match(runs) ?? []) {
    for (let start = 0; start < run.length; start += 1) {
      const phrase = longestFrom(run, start, asked);
      if (phrase.length < 2) continue;
      if (isTelling(phrase)) found.add(phrase);
      start += phrase.length - 1;
    }
  }
  return [...found];
}

function longestFrom(run: string, start: number, asked: string): string {
  if (!han.test(run)) return start === 0 && wordsOf(asked).has(run) ? run : '';
  let end = start;
  while (end < run.length && asked.includes(run.slice(start, end + 1))) end += 1;
  return run.slice(start, end);
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(runs));

/** What is left of a phrase without everyday words is a word still. */
const isTelling = (phrase: string) => !han.test(phrase) || phrase.replace(everyday, '').length >= 2;

/** Pairs of Chinese characters; a word of letters is one term. */
function termsOf(text: string): readonly string[] {
  return (text.match(runs) ?? []).flatMap((run) =>
    han.test(run) ? [...run].slice(1).map((character, at) => `${[...run][at]}${character}`) : [run],
  );
}

const runs = /\p{Script=Han}+|[a-z][a-z0-9-]+/gu;
const han = /\p{Script=Han}/u;

/** Words that stand in any need and any field of research. */
const everyday =
  /技术|需求|产品|设备|生产|加工|检测|测试|试验|研究|研发|开发|应用|企业|公司|工程|系统|服务|质量|标准|提供|性能|制造|工艺|材料|方案|能力|设计|分析|方向|项目|平台|中心|专业|指标|要求|目标|解决|问题|提高|改进|优化|新型|关键|合作|希望|寻求|需要|现有|目前|以上|以下|低于|使用|进行|实现|达到|小批量|批量|装备|装置|技能|训练|评价|验证|试制|配方|材质|结构/g;

const sourceWords = {
  machine: { zh: '设备', en: 'equipment' },
  process: { zh: '工艺', en: 'process' },
  capacity: { zh: '产能', en: 'capacity' },
  research: { zh: '研究方向', en: 'field of research' },
  duty: { zh: '职责', en: 'task' },
} as const satisfies Record<ScienceFact['source'], Sentence>;

/** `研究方向“碳纤维预浸料”与需求里的“碳纤维”相符`. */
export function fitReasonText({ source, text, shared }: FitReason, language: Language): string {
  const word = sourceWords[source][language];
  return language === 'zh'
    ? `${word}“${text}”与需求里的${shared.map((one) => `“${one}”`).join('、')}相符`
    : `Its ${word} “${text}” fits ${shared.map((one) => `“${one}”`).join(', ')} in the need`;
}
