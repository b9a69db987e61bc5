import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillIn } from '../refusal.ts';
import { bodyCheckCharacter, creditCodeCheckDigit, hasValidCheckDigit } from './credit-code.ts';
import { readCreditCode } from './credit-code-reading.ts';
import { creditCodeSentences } from './credit-code-text.ts';

const right = codeOf('91371000DEM00042');

test.each([
  ['', 'credit-code.empty'],
  ['　 ', 'credit-code.empty'],
  ['9.13502E+17', 'credit-code.became-number'],
  ['９．１３５０２Ｅ＋１７', 'credit-code.became-number'],
  ['9.1350212345678E17', 'credit-code.became-number'],
  ['913,502,123,456,789,000', 'credit-code.became-number'],
  ['913502123456789000.00', 'credit-code.became-number'],
  ['913502123456780000', 'credit-code.lost-digits'],
  ['371000228012345', 'credit-code.registration-number'],
  ['D2143569-X', 'credit-code.organisation-code'],
  ['91371000DEM0004', 'credit-code.length'],
  ['91371000DEM00042威海', 'credit-code.foreign-character'],
  ['Q1371000DEM000421X', 'credit-code.authority'],
])('refuses %s as %s', (text, code) => {
  expect(readCreditCode(text)).toMatchObject({ kind: 'refused', reason: { code } });
});

test('says that letters the standard leaves out cannot be, and what was probably meant', () => {
  const reading = readCreditCode('9137IOOODEM000499X');
  expect(reading).toMatchObject({
    kind: 'refused',
    reason: { code: 'credit-code.impossible-letter', params: { letters: 'IO', suggestion: '91371000DEM000499X' } },
  });
});

test('reads O as 0 and I as 1 where the check digit agrees, and says so', () => {
  const typed = right.replaceAll('0', 'O').replace('1', 'I');
  expect(readCreditCode(typed)).toMatchObject({
    kind: 'code',
    code: right,
    warnings: [{ code: 'credit-code.letter-mended' }],
  });
});

test('cleans full width, lower case, blanks, dashes and the apostrophe of Excel without a word', () => {
  const wide = [...right].map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)).join('');
  const grouped = `${right.slice(0, 2)}-${right.slice(2, 8)} ${right.slice(8, 17)}–${right.slice(17)}`;
  for (const typed of [wide, grouped, right.toLowerCase(), `'${right}`, `="${right}"`, `\u200b${right}\n`]) {
    expect(readCreditCode(typed)).toEqual({ kind: 'code', code: right, warnings: [] });
  }
});

test('a wrong check digit warns and never blocks', () => {
  const wrong = `${right.slice(0, 17)}${right.endsWith('7') ? '9' : '7'}`;
  expect(readCreditCode(wrong)).toMatchObject({ kind: 'code', code: wrong, warnings: [{}] });
});

test('asks whether B was an 8', () => {
  const typed = right.replace('3', 'B');
  const asked = readCreditCode(codeOf('91381000DEM00042').replace('8', 'B'));
  expect(asked).toMatchObject({
    kind: 'code',
    warnings: [{ code: 'credit-code.check-digit-hint', params: { suggestion: codeOf('91381000DEM00042') } }],
  });
  expect(readCreditCode(typed).kind).toBe('code');
});

test('a code of digits only that really ends in 000 is kept, with a word', () => {
  const code = firstOf((n) => {
    const first17 = `91371000${String(n).padStart(7, '0')}00`;
    return creditCodeCheckDigit(first17) === '0' ? `${first17}0` : undefined;
  });
  expect(readCreditCode(code)).toMatchObject({ kind: 'code', warnings: [{ code: 'credit-code.perhaps-lost-digits' }] });
});

test('whatever is typed, an accepted code has 18 allowed characters and each remark a full sentence in both languages', () => {
  const almost = fc
    .tuple(fc.nat(17), fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -'))
    .map(([at, c]) => right.slice(0, at) + c + right.slice(at + 1));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), almost), (text) => {
      const reading = readCreditCode(text);
      const remarks = reading.kind === 'code' ? reading.warnings : [reading.reason];
      if (reading.kind === 'code') expect(reading.code).toMatch(/^[1-9ANY][0-9A-HJ-NPQRTUWXY]{17}$/);
      for (const { code, params } of remarks) {
        for (const sentence of Object.values(creditCodeSentences[code])) {
          expect(fillIn(sentence, params)).not.toMatch(/\{\w+\}/);
        }
      }
      if (reading.kind === 'code' && reading.warnings.length === 0) expect(hasValidCheckDigit(reading.code)).toBe(true);
    }),
  );
});

function codeOf(first16: string): string {
  const first17 = `${first16}${bodyCheckCharacter(first16.slice(8))}`;
  return `${first17}${creditCodeCheckDigit(first17)}`;
}

function firstOf(make: (n: number) => string | undefined): string {
  for (let n = 0; n < 10_000; n += 1) {
    const made = make(n);
    if (made !== undefined) return made;
  }
  throw new Error('none found');
}
