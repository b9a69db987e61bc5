import type { Language } from '@zhitong/domain/language';

const zone = 'Asia/Shanghai';
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

/** `2026年11月23日` · `23 Nov 2026`. Takes an ISO date or an instant. */
export function formatDate(iso: string, language: Language): string {
  const { year, month, day } = partsOf(iso);
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${monthsEn[month - 1]} ${year}`;
}

/** `11月23日` · `23 Nov`, with the year when it is not this one. */
export function formatDay(iso: string, now: Date, language: Language): string {
  const { year, month, day } = partsOf(iso);
  if (year !== partsOf(now.toISOString()).year) return formatDate(iso, language);
  return language === 'zh' ? `${month}月${day}日` : `${day} ${monthsEn[month - 1]}`;
}

/** A deadline with its weekday: `11月26日（周四）`. */
export function formatDeadline(iso: string, now: Date, language: Language): string {
  const { year, month, day } = partsOf(iso);
  const weekday = weekdays[language][new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return language === 'zh'
    ? `${formatDay(iso, now, language)}（${weekday}）`
    : `${weekday} ${formatDay(iso, now, language)}`;
}

/** `11月26日（周四）前` · `by Thu 26 Nov`: a deadline beside other facts. */
export function formatBefore(iso: string, now: Date, language: Language): string {
  const day = formatDeadline(iso, now, language);
  return language === 'zh' ? `${day}前` : `by ${day}`;
}

/** `11月23日 14:05`; under one hour `3 分钟前`. */
export function formatInstant(iso: string, now: Date, language: Language): string {
  const minutes = Math.floor((now.getTime() - Date.parse(iso)) / 60_000);
  // the reader's clock moves by whole minutes, so that what just happened may lie a little ahead of it
  if (minutes >= -1 && minutes < 60) return minutesAgo(Math.max(minutes, 0), language);
  return formatInstantExactly(iso, now, language);
}

export function formatInstantExactly(iso: string, now: Date, language: Language): string {
  return `${formatDay(iso, now, language)} ${formatTime(iso)}`;
}

/** `14:05` */
export function formatTime(iso: string): string {
  const { hour, minute } = partsOf(iso);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Today in the city's time, as an ISO date. */
export function isoToday(now: Date): string {
  const { year, month, day } = partsOf(now.toISOString());
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The Sunday of the week after the one this day lies in; a week begins on Monday. */
export function endOfNextWeek(isoDate: string): string {
  const day = new Date(`${isoDate}T00:00:00Z`);
  const untilSunday = (7 - day.getUTCDay()) % 7;
  return new Date(day.getTime() + (untilSunday + 7) * 86_400_000).toISOString().slice(0, 10);
}

/** A week ends with its Sunday. */
export function isSunday(isoDate: string): boolean {
  return new Date(`${isoDate}T00:00:00Z`).getUTCDay() === 0;
}

function minutesAgo(minutes: number, language: Language): string {
  if (minutes === 0) return language === 'zh' ? '刚刚' : 'just now';
  return language === 'zh' ? `${minutes} 分钟前` : `${minutes} min ago`;
}

/** A bare date stands for itself; an instant is read in the city's time. */
function partsOf(iso: string): { year: number; month: number; day: number; hour: number; minute: number } {
  const bare = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (bare) return { year: Number(bare[1]), month: Number(bare[2]), day: Number(bare[3]), hour: 0, minute: 0 };
  const parts = new Map(clockParts.formatToParts(new Date(iso)).map((part) => [part.type, Number(part.value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}

const clockParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});
