import type { Language } from '../language.ts';
import { cityDay } from '../needs/city-day.ts';

/** `2026年11月23日`, as the head of a printed list says it. */
export function spokenDate(at: Date, language: Language): string {
  const [year = '', month = '', day = ''] = cityDay(at).split('-');
  return language === 'zh' ? `${year}年${Number(month)}月${Number(day)}日` : `${year}-${month}-${day}`;
}
