import { fillIn, type RefusalDetails } from '../refusal.ts';

/**
 * A sentence that counts, said for one as for many: `{users|# firm uses|# firms use} it` becomes `1 firm uses it`, `3 firms use it`.
 * Chinese needs no such choice.
 */
export function fillCounted(template: string, words: RefusalDetails): string {
  return fillIn(chooseCounted(template, words), words);
}

/** Only chooses; the braces of the figures stay. */
export function chooseCounted(template: string, words: RefusalDetails): string {
  return template.replace(/\{\w+\|[^|{}]*\|[^|{}]*\}/gu, (piece) => {
    const [name = '', one = '', many = ''] = piece.slice(1, -1).split('|');
    return (String(words[name]) === '1' ? one : many).replace('#', `{${name}}`);
  });
}
