import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyCheckCharacter, creditCodeCheckDigit, hasValidCheckDigit } from './credit-code.ts';

test('refuses letters the standard leaves out (I O S V Z) and codes of another length', () => {
  expect(creditCodeCheckDigit('91371000IOSVZ0001')).toBeUndefined();
  expect(hasValidCheckDigit('9137100012345678')).toBe(false);
});

test('one wrong character is noticed', () => {
  const body = '91371000DEM00042';
  const first17 = `${body}${bodyCheckCharacter(body.slice(8))}`;
  const code = `${first17}${creditCodeCheckDigit(first17)}`;
  expect(hasValidCheckDigit(code)).toBe(true);
  fc.assert(
    fc.property(fc.nat(16), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (place, character) => {
      const changed = code.slice(0, place) + character + code.slice(place + 1);
      expect(hasValidCheckDigit(changed)).toBe(changed === code);
    }),
  );
});

test('agrees with the worked example of GB 11714-1997', () => {
  expect(bodyCheckCharacter('D2143569')).toBe('X');
});
