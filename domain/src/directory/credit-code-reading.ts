import { hasValidCheckDigit } from './credit-code.ts';
import { confusedLetters, likelyCodes } from './credit-code-hints.ts';
import type { CreditCodeRemark, CreditCodeWarningCode } from './credit-code-text.ts';

/** What a typed or pasted text says. The check digit only warns: a few lawful early codes fail it. */
export type CreditCodeReading =
  | {
      readonly kind: 'code';
      readonly code: string;
      readonly warnings: readonly CreditCodeRemark<CreditCodeWarningCode>[];
    }
  | { readonly kind: 'refused'; readonly reason: CreditCodeRemark };

/**
 * Reads a 统一社会信用代码 the way it comes from forms, sheets and chats: full-width, lower case, grouped by spaces or dashes,
 * as an Excel formula text. Nothing is guessed silently: whatever was changed beyond cleaning stands in a warning.
 */
export function readCreditCode(text: string): CreditCodeReading {
  const typed = clean(text);
  if (typed === '') return refused('credit-code.empty');
  const number = readNumber(typed);
  if (number !== undefined) return number;
  const code = typed.replace(/[-_.·•]/g, '');
  if (!/^[0-9A-Z]*$/.test(code)) return refused('credit-code.foreign-character', { text: foreign(code) });
  if (code.length !== 18) return refused(lengthCode(code), { length: code.length });
  const confused = confusedLetters(code);
  if (confused !== undefined) return withoutLetters(code, confused);
  if (!/^[1-9ANY]/.test(code)) return refused('credit-code.authority', { text: code.slice(0, 1) });
  if (!hasValidCheckDigit(code) && lostDigits.test(code)) return refused('credit-code.lost-digits', { code });
  return { kind: 'code', code, warnings: warningsOf(code) };
}

/** Signs around the code that say nothing: Excel's apostrophe, `="…"`, joiners and marks of direction, blanks of any width. */
function clean(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}]/gu, '')
    .replace(/^=?["'“‘`]+|["'”’`]+$/g, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .toUpperCase();
}

const exponent = /^\d(?:[.,]\d+)?E\+?\d{1,2}$/;
/** Excel keeps 15 significant digits: of 18 the last three become zeros. */
const lostDigits = /^\d{15}000$/;

/** A code without letters is a number to Excel: shown as `9.13502E+17`, its last digits gone for good. */
function readNumber(typed: string): CreditCodeReading | undefined {
  if (exponent.test(typed)) return refused('credit-code.became-number', { text: typed });
  const plain = typed.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(/\.0+$/, '');
  if (plain === typed || !/^\d{18}$/.test(plain)) return undefined;
  return refused('credit-code.became-number', { text: typed });
}

function lengthCode(code: string): CreditCodeRemark['code'] {
  if (/^\d{15}$/.test(code)) return 'credit-code.registration-number';
  if (/^[0-9A-Z]{9}$/.test(code)) return 'credit-code.organisation-code';
  return 'credit-code.length';
}

/** The standard has no I, O, S, V and Z: such a letter is a slip of the eye. It is mended only where the check digit agrees. */
function withoutLetters(code: string, { letters, mended }: { letters: string; mended: string }): CreditCodeReading {
  if (!hasValidCheckDigit(mended)) return refused('credit-code.impossible-letter', { letters, suggestion: mended });
  return {
    kind: 'code',
    code: mended,
    warnings: [{ code: 'credit-code.letter-mended', params: { letters, typed: code, code: mended } }],
  };
}

function warningsOf(code: string): CreditCodeRemark<CreditCodeWarningCode>[] {
  if (hasValidCheckDigit(code)) {
    return lostDigits.test(code) ? [{ code: 'credit-code.perhaps-lost-digits', params: { code } }] : [];
  }
  const [suggestion] = likelyCodes(code);
  if (suggestion === undefined) return [{ code: 'credit-code.check-digit', params: { code } }];
  return [{ code: 'credit-code.check-digit-hint', params: { code, suggestion } }];
}

function foreign(code: string): string {
  return [...new Set(code.replace(/[0-9A-Z]/g, ''))].slice(0, 5).join('');
}

function refused(code: CreditCodeRemark['code'], params: CreditCodeRemark['params'] = {}): CreditCodeReading {
  return { kind: 'refused', reason: { code, params } };
}
