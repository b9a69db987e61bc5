import type { PasswordRefusalCode } from './password-refusals.ts';

export const leastPasswordLength = 10;
export const mostPasswordLength = 128;
const leastDifferent = 5;

interface PasswordFacts {
  readonly username: string;
  /** whether this text stands in the list of passwords that have leaked somewhere */
  readonly isLeaked: (text: string) => boolean;
}

/**
 * Length counts, kinds of characters do not (NIST SP 800-63B, 5.1.1.2): rules about them make people write `Passw0rd!`. What is
 * refused is what guessers try first: the own user name, leaked passwords, also with a year or a mark around them, and one key
 * held down.
 */
export function findPasswordProblem(
  password: string,
  { username, isLeaked }: PasswordFacts,
): PasswordRefusalCode | undefined {
  const signs = [...password];
  if (signs.length < leastPasswordLength) return 'directory.password-too-short';
  if (signs.length > mostPasswordLength) return 'directory.password-too-long';
  const plain = password.normalize('NFKC').toLowerCase();
  if (username.length >= 3 && plain.includes(username.toLowerCase())) return 'directory.password-like-name';
  if (new Set(plain).size < leastDifferent) return 'directory.password-too-simple';
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (isLeaked(plain) || (core.length >= 4 && isLeaked(core))) return 'directory.password-leaked';
  return undefined;
}

/** `days` 0: passwords never get old. */
export function isPasswordOld(changedAt: Date, now: Date, days: number): boolean {
  return days > 0 && now.getTime() >= changedAt.getTime() + days * 86_400_000;
}
