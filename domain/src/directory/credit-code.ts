/** 统一社会信用代码, GB 32100-2015: 18 characters, the last one a check digit. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 组织机构代码, GB 11714-1997: eight characters and a check character. */
const bodyAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check digit of the first 17 characters (GB 32100-2015 §4.2.5); undefined when a character is not allowed. */
export function creditCodeCheckDigit(first17: string): string | undefined {
  const values = [...first17].map((character) => alphabet.indexOf(character));
  if (values.length !== 17 || values.includes(-1)) return undefined;
  const sum = values.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0);
  return alphabet[(31 - (sum % 31)) % 31];
}

/** Check character of an eight-character body (GB 11714-1997). */
export function bodyCheckCharacter(first8: string): string {
  const sum = [...first8].reduce((total, c, i) => total + bodyAlphabet.indexOf(c) * (bodyWeights[i] ?? 0), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/** A few lawful early codes fail the check digit: a mismatch is a warning, never a refusal. */
export function hasValidCheckDigit(creditCode: string): boolean {
  return creditCode.length === 18 && creditCodeCheckDigit(creditCode.slice(0, 17)) === creditCode[17];
}
