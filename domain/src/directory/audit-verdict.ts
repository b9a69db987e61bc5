import type { Language, Sentence } from '../language.ts';
import { cityDay, cityTime } from '../needs/city-day.ts';
import { fillIn } from '../refusal.ts';

/**
 * Why a chain does not hold. `changed`: an entry does not give its hash, or does not follow from the one before. `missing`: a
 * number is left out. `cut`: the trail ends before a head that was written down. `beyond`: it goes on behind its head.
 * `confidential`: what an entry keeps from its reader is not what it was sealed with.
 * `rewritten`: it is sound in itself, but not the trail whose head was written down.
 */
export const breakReasons = ['changed', 'confidential', 'missing', 'cut', 'beyond', 'rewritten'] as const;
export type BreakReason = (typeof breakReasons)[number];

/** What a check found, as its sentence needs it. */
export interface Verdict {
  readonly at: Date;
  readonly entries: number;
  readonly broken: {
    readonly reason: BreakReason;
    readonly position: number;
    readonly at: string | null;
    readonly who: string | null;
  } | null;
}

const intact: Sentence = {
  zh: '已核对 {entries} 条，链完整（{at}）',
  en: '{entries} entries checked, chain intact ({at})',
};

const broken = {
  changed: { zh: '第 {position} 条与前一条不符', en: 'Entry {position} does not follow from the one before' },
  confidential: {
    zh: '第 {position} 条的保密部分与封存时不符',
    en: 'The confidential part of entry {position} is not what was sealed',
  },
  missing: { zh: '第 {position} 条缺失', en: 'Entry {position} is missing' },
  cut: { zh: '第 {position} 条起被截去', en: 'The trail is cut off from entry {position} on' },
  beyond: { zh: '第 {position} 条起未经封存', en: 'From entry {position} on nothing was sealed' },
  rewritten: {
    zh: '第 {position} 条与此前记下的链头不符，其前有改写',
    en: 'Entry {position} is not the one whose head was written down: something before it was rewritten',
  },
} as const satisfies Record<BreakReason, Sentence>;

/** The sentence of the screen's head: `已核对 184,220 条，链完整（11月23日 03:00）`. */
export function verdictSentence({ at, entries, broken: found }: Verdict, language: Language): string {
  if (found === null) return fillIn(intact[language], { entries: thousands(entries), at: moment(at, language) });
  const sentence = fillIn(broken[found.reason][language], { position: thousands(found.position) });
  const said = [found.at && moment(new Date(found.at), language), found.who].filter(Boolean);
  if (said.length === 0) return sentence;
  return language === 'zh' ? `${sentence}：${said.join('，')}` : `${sentence}: ${said.join(', ')}`;
}

export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function moment(at: Date, language: Language): string {
  const [, month = 1, day = 1] = cityDay(at).split('-').map(Number);
  const time = cityTime(at);
  return language === 'zh' ? `${month}月${day}日 ${time}` : `${day} ${months[month - 1]} ${time}`;
}
