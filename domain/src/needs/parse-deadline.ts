import { firstMatches, type Reading, spanOf } from '../matching/text-span.ts';
import { addDays, isoDay, lastOfMonth, readDay, weekday } from './calendar-day.ts';
import { readNumber } from './parse-number.ts';

/** A day the goods are wanted by; `date` is null where the calendar has no such day. `due` tells that words of delivery stand beside it. */
export interface WrittenDeadline {
  readonly date: string | null;
  readonly written: string;
  readonly due: boolean;
}

/** All days of a normalised text that can be a deadline, in its order. `today` is the reader's day. Cost: linear. */
export function readDeadlines(text: string, today: string): Reading<WrittenDeadline>[] {
  const found: Reading<WrittenDeadline>[] = [];
  for (const { pattern, read, guess } of rules) {
    for (const match of firstMatches(text, pattern)) {
      const [written] = match;
      const { start, end } = spanOf(match);
      if (found.some((other) => start < other.end && end > other.start)) continue;
      found.push({
        value: { date: read(match.groups ?? {}, today), written, due: isDue(text, start, end) },
        start,
        end,
        guess,
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

type Groups = Readonly<Record<string, string | undefined>>;

interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, today: string) => string | null;
  readonly guess: boolean;
}

const figure = '[0-9一二两三四五六七八九十]{1,4}';
const months = '(?<month>1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])';
const days = '(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})';
const until = '(?:之前|以前|前)?';

/** In order: what is written most exactly is tried first. */
const rules: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?<!\\d)(?<year>20\\d\\d)\\s?[-/.年]\\s?(?<month>\\d{1,2})\\s?[-/.月]\\s?(?<day>\\d{1,2})(?!\\d)[日号]?${until}`,
      'g',
    ),
    read: ({ year, month, day }) => isoDay({ year: Number(year), month: Number(month), day: Number(day) }),
    guess: false,
  },
  {
    pattern: new RegExp(`(?<![\\d十])${months}月${days}[日号]?${until}`, 'g'),
    read: ({ month, day }, today) => comingDay(count(month), count(day), today),
    guess: false,
  },
  {
    pattern: /(?<![\d./])(?<month>1[0-2]|0?[1-9])[/.](?<day>\d{1,2})(?![\d./])(?:之前|以前|前|交)/g,
    read: ({ month, day }, today) => comingDay(count(month), count(day), today),
    guess: true,
  },
  {
    pattern: new RegExp(`(?<next>下个?)月${days}[日号]${until}`, 'g'),
    read: ({ day }, today) => nextMonthDay(count(day), today),
    guess: false,
  },
  {
    pattern: new RegExp(`(?<![\\d十])${months}月(?:份)?(?<part>底|末|上旬|中旬|下旬|初)${until}`, 'g'),
    read: ({ month, part }, today) => partOfMonth(comingMonth(count(month), today), part),
    guess: false,
  },
  {
    pattern: new RegExp(`(?<next>下个?|本|这个?|当)?月(?<part>底|末|上旬|中旬|下旬|初)${until}`, 'g'),
    read: ({ next, part }, today) => partOfMonth(monthFrom(today, next?.startsWith('下') ? 1 : 0), part),
    guess: false,
  },
  {
    pattern: new RegExp(`(?<next>明|今|本)?年(?:底|末|前)${until}`, 'g'),
    read: ({ next }, today) => `${readDay(today).year + (next === '明' ? 1 : 0)}-12-31`,
    guess: false,
  },
  {
    pattern: new RegExp(
      `(?<count>${figure})\\s?个?\\s?(?<unit>小时|工作日|天|日|周|星期|礼拜|个月|月)(?:之内|以内|内)`,
      'g',
    ),
    read: ({ count: number, unit }, today) => addDays(today, spanInDays(count(number), unit)),
    guess: false,
  },
  {
    pattern: new RegExp(`(?<next>下下|下个?|本|这个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末])${until}`, 'g'),
    read: ({ next, weekday: name }, today) => weekdayOf(next, name ?? '', today),
    guess: false,
  },
  {
    pattern: new RegExp(`(?<next>下下|下个?|本|这个?)(?:周|星期|礼拜)(?:之?内|底)?${until}`, 'g'),
    read: ({ next }, today) => weekdayOf(next, '日', today),
    guess: false,
  },
  {
    // `今天什么价` asks for today’s price; nothing is due today
    pattern:
      /(?<word>(?:今天|今日)(?!(?:之前|以前|前|内)?[^,。;!?交到发]{0,6}(?:价|报个|报一下|多少钱|行情|问))|明天|明日|后天|大后天)(?:之前|以前|前|内)?/g,
    read: ({ word }, today) =>
      addDays(today, { 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2, 大后天: 3 }[word ?? ''] ?? 0),
    guess: false,
  },
];

function count(written: string | undefined): number {
  return readNumber(written ?? '');
}

/** A day without its year: this year's, or next year's where this year's lies more than half a year back. */
function comingDay(month: number, day: number, today: string): string | null {
  const { year } = readDay(today);
  const date = isoDay({ year, month, day });
  return date !== null && date < addDays(today, -180) ? isoDay({ year: year + 1, month, day }) : date;
}

function nextMonthDay(day: number, today: string): string | null {
  return isoDay({ ...monthFrom(today, 1), day });
}

interface Month {
  readonly year: number;
  readonly month: number;
}

function comingMonth(month: number, today: string): Month {
  const { year } = readDay(today);
  return lastOfMonth(year, month) < addDays(today, -180) ? { year: year + 1, month } : { year, month };
}

function monthFrom(today: string, ahead: number): Month {
  const { year, month } = readDay(today);
  return month + ahead > 12 ? { year: year + 1, month: month + ahead - 12 } : { year, month: month + ahead };
}

/** 上旬 ends on the tenth, 中旬 on the twentieth; 月初 is read as the fifth. */
function partOfMonth({ year, month }: Month, part: string | undefined): string | null {
  const day = { 初: 5, 上旬: 10, 中旬: 20 }[part ?? ''];
  return day === undefined ? lastOfMonth(year, month) : isoDay({ year, month, day });
}

/** A month is 30 days, a working day counts 7/5, hours are rounded up to days. */
function spanInDays(number: number, unit: string | undefined): number {
  const perUnit =
    { 小时: 1 / 24, 工作日: 7 / 5, 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 个月: 30, 月: 30 }[unit ?? ''] ?? 1;
  return Math.min(Math.ceil(number * perUnit), 36_500);
}

/** 周五 is this week's; 下周三 is next week's; the week begins on Monday. */
function weekdayOf(next: string | undefined, name: string, today: string): string {
  const wanted = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 末: 7 }[name] ?? 7;
  const weeks = next === '下下' ? 2 : Number(next?.startsWith('下') ?? false);
  const date = addDays(today, wanted - weekday(today) + 7 * weeks);
  return next === undefined && date < today ? addDays(date, 7) : date;
}

/** Words of delivery on either side, or a 前 or 内 in it: only then is a day that has passed worth an answer. */
function isDue(text: string, start: number, end: number): boolean {
  return (
    /[前内]$/.test(text.slice(start, end)) ||
    dueBehind.test(text.slice(end, end + 6)) ||
    dueBefore.test(text.slice(Math.max(0, start - 8), start))
  );
}

const dueBehind = /^\s?(?:之?前|以?内|交|到货|送|发货|截止|完成|要|用|为止)/;
const dueBefore = /(?:交货|交期|截止|最晚|最迟|到货|发货|货期|日期|时间|期限|交付)[^,;。]{0,4}$/;
