import type { Language } from '@zhitong/domain/language';
import { spokenWork } from '@zhitong/domain/needs/working-words';

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
  const span = spokenWork(Math.abs(minutes), dayMinutes, language);
  if (language === 'zh') return minutes < 0 ? `已超 ${span}` : `还剩 ${span}`;
  return minutes < 0 ? `${span} over` : `${span} left`;
}
