import type { Language } from '../language.ts';

/** `2 个工作日 3 小时` · `40 分钟`: working minutes, by the length of a working day. */
export function spokenWork(minutes: number, dayMinutes: number, language: Language): string {
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
