import { expect, it } from 'vitest';
import { presenceSentence } from './presence-sentence.ts';

it('says that the database is away without promising that nothing is lost, and that the folder is gone where it is', () => {
  expect(presenceSentence(true, true)).toMatch(/cannot be reached/);
  expect(presenceSentence(true, true)).not.toMatch(/lost|folder/);
  expect(presenceSentence(true, false)).toMatch(/data folder is gone/);
  expect(presenceSentence(false, true)).toBe('The database is back.');
});
