import { confidentialMark } from '@zhitong/domain/directory/audit-confidential';
import { fieldWords } from '@zhitong/domain/directory/audit-field-words';
import type { Language } from '@zhitong/domain/language';
import { moneyText } from '@zhitong/domain/matching/money-text';

/** A value of an entry in words: no braces and quotes before somebody who reads a trail. */
export function valueText(field: string, value: unknown, language: Language): string {
  if (value === confidentialMark) return words[language].confidential;
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return words[language][value ? 'yes' : 'no'];
  if (typeof value === 'number' && (field.endsWith('Fen') || field.startsWith('fen')))
    return moneyText(value, language);
  if (Array.isArray(value))
    return value.length === 0 ? '—' : value.map((item) => valueText('', item, language)).join(listMark[language]);
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, inner]) => `${fieldWords(key, language)} ${valueText(key, inner, language)}`)
      .join(listMark[language]);
  return String(value);
}

const words = {
  zh: { yes: '是', no: '否', confidential: '保密' },
  en: { yes: 'yes', no: 'no', confidential: 'confidential' },
} as const;
const listMark = { zh: '，', en: ', ' } as const;
