import type { Language } from '@zhitong/domain/language';

const hour = 3_600_000;
const day = 24 * hour;

/** `还剩 1 天 3 小时` · `已超 4 小时`; hours are left out once a week remains. */
export function formatTimeLeft(due: Date, now: Date, language: Language): string {
  const left = due.getTime() - now.getTime();
  const span = formatSpan(Math.abs(left), language);
  if (language === 'zh') return left < 0 ? `已超 ${span}` : `还剩 ${span}`;
  return left < 0 ? `${span} over` : `${span} left`;
}

function formatSpan(length: number, language: Language): string {
  const days = Math.floor(length / day);
  const hours = Math.floor((length % day) / hour);
  const minutes = Math.floor((length % hour) / 60_000);
  if (days === 0 && hours === 0) return language === 'zh' ? `${minutes} 分钟` : `${minutes} min`;
  const words =
    language === 'zh' ? [`${days} 天`, `${hours} 小时`] : [days === 1 ? '1 day' : `${days} days`, `${hours} h`];
  if (days === 0) return words[1] ?? '';
  return hours === 0 || days >= 7 ? (words[0] ?? '') : words.join(' ');
}

/** Working time, by the length of a working day: `还剩 2 个工作日 3 小时` · `已超 4 小时`. */
export function formatWorkLeft(minutes: number, dayMinutes: number, language: Language): string {
  const span = formatWork(Math.abs(minutes), dayMinutes, language);
  if (language === 'zh') return minutes < 0 ? `已超 ${span}` : `还剩 ${span}`;
  return minutes < 0 ? `${span} over` : `${span} left`;
}

/** `2 个工作日 3 小时` · `40 分钟` */
export function formatWork(minutes: number, dayMinutes: number, language: Language): string {
  const days = Math.floor(minutes / dayMinutes);
  const rest = minutes - days * dayMinutes;
  const hours = Math.floor(rest / 60);
  if (days === 0 && hours === 0) return language === 'zh' ? `${rest} 分钟` : `${rest} min`;
  const daysEn = days === 1 ? '1 working day' : `${days} working days`;
  const words = [
    ...(days > 0 ? [language === 'zh' ? `${days} 个工作日` : daysEn] : []),
    ...(hours > 0 ? [language === 'zh' ? `${hours} 小时` : `${hours} h`] : []),
  ];
  return words.join(' ');
}
