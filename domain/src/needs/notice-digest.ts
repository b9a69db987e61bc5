import type { Language } from '../language.ts';

/** One matter of a digest: however much happened, it is one line. */
export interface NoticeLine {
  /** of a case, a need or whatever else it is about */
  readonly matter: string;
  /** the last sentence */
  readonly text: string;
  readonly count: number;
  /** page of the web app */
  readonly link: string;
}

export interface NoticeDigest {
  readonly lines: readonly NoticeLine[];
  /** matters for which there was no room */
  readonly more: number;
}

export const mostLines = 100;

/** Puts one more piece of news into a digest. */
export function mergeNotice(digest: NoticeDigest, news: Omit<NoticeLine, 'count'>): NoticeDigest {
  const known = digest.lines.find(({ matter }) => matter === news.matter);
  // the matter that moved last stands last
  const others = digest.lines.filter((line) => line !== known);
  if (!known && others.length >= mostLines) return { lines: digest.lines, more: digest.more + 1 };
  return { lines: [...others, { ...news, count: (known?.count ?? 0) + 1 }], more: digest.more };
}

const words = {
  title: {
    zh: (count: number) => `直通：${count} 件事有新进展`,
    en: (count: number) => `Zhitong 直通: news in ${count} ${count === 1 ? 'matter' : 'matters'}`,
  },
  times: { zh: (count: number) => `（共 ${count} 条）`, en: (count: number) => ` (${count} notices)` },
  more: {
    zh: (count: number) => `另有 ${count} 件，请登录直通查看`,
    en: (count: number) => `and ${count} more in Zhitong`,
  },
  test: {
    zh: (name: string) => `直通：这是“${name}”的测试消息`,
    en: (name: string) => `Zhitong 直通: test message of “${name}”`,
  },
} as const;

export const digestTitle = ({ lines, more }: NoticeDigest, language: Language): string =>
  words.title[language](lines.length + more);

export const testText = (name: string, language: Language): string => words.test[language](plain(name));

/**
 * The text of a digest in at most so many bytes of UTF-8, whole lines only: robots refuse or cut what is longer (WeCom: 4096 bytes of
 * markdown). What finds no room is counted.
 */
export function digestText(digest: NoticeDigest, language: Language, mostBytes: number): string {
  const title = digestTitle(digest, language);
  const kept: string[] = [];
  // room for the line that counts the rest
  let left = mostBytes - bytes(title) - reserve;
  for (const [place, line] of digest.lines.entries()) {
    const text = `\n${place + 1}. ${lineText(line, language)}`;
    left -= bytes(text);
    if (left < 0) break;
    kept.push(text);
  }
  const unsaid = digest.lines.length - kept.length + digest.more;
  return `${title}${kept.join('')}${unsaid > 0 ? `\n${words.more[language](unsaid)}` : ''}`;
}

const reserve = 80;
const longest = 200;

function lineText({ text, count }: NoticeLine, language: Language): string {
  const letters = [...plain(text)];
  const short = letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('');
  return count > 1 ? `${short}${words.times[language](count)}` : short;
}

const bytes = (text: string) => new TextEncoder().encode(text).length;

/** What firms write is never markup in somebody's group: no link, no picture, no call to everybody, no second line. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/:\/\//g, '：//')
    .replace(/[[\]<>*_`~@#|\\!]/g, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) + 0xfee0));
}
