import { Refusal } from '../refusal.ts';
import { readCreditCode } from './credit-code-reading.ts';
import type { RegistrationRefusalCode } from './registration-refusals.ts';

const nameLetters = /^[\p{L}\p{M}][\p{L}\p{M}\p{Nd} ·•.'’()（）-]{0,39}$/u;
const firmSigns = /^[^<>\p{Cc}\p{Cf}\p{Co}]{4,100}$/u;
const phoneForms = /^(?:\+?86)?(1\d{10}|0\d{2,3}\d{7,8}(?:#\d{1,6})?)$/;

/** `张三`, `演示-甲`, `Anna O’Neill`: letters and what stands between them. */
export function decidePersonName(text: string): string {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (!nameLetters.test(name)) throw refuse('registration.person-name');
  return name;
}

/** Answers the number as it is kept: digits, with one dash behind an area code. */
export function decidePhone(text: string): string {
  const digits = text.normalize('NFKC').replace(/[\s()（）-]/g, '');
  const number = phoneForms.exec(digits)?.[1];
  if (number === undefined) throw refuse('registration.phone', { phone: text.slice(0, 30) });
  if (number.startsWith('1')) return number;
  const area = /^0(?:10|2\d)/.test(number) ? 3 : 4;
  return `${number.slice(0, area)}-${number.slice(area)}`;
}

export interface NewFirm {
  readonly name: string;
  readonly creditCode: string | null;
}

/** A firm that is not in the directory, as its own person writes it. The code may be left out; a wrong one is refused. */
export function decideNewFirm(given: { readonly name: string; readonly creditCode: string }): NewFirm {
  const name = given.name.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (!firmSigns.test(name)) throw refuse('registration.firm-name');
  if (given.creditCode.trim() === '') return { name, creditCode: null };
  const reading = readCreditCode(given.creditCode);
  if (reading.kind === 'refused') throw refuse('registration.credit-code', { code: given.creditCode.slice(0, 40) });
  return { name, creditCode: reading.code };
}

function refuse(code: RegistrationRefusalCode, details: Readonly<Record<string, string>> = {}): Refusal {
  return new Refusal(code, details);
}
