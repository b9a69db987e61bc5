import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useText } from '#platform/text';
import { articleText } from './article-text.ts';

/** From which day to which an article is shown, in words. */
export function useValidity(): (of: { readonly validFrom: string; readonly validTo: string | null }) => string {
  const say = useText(articleText);
  const language = useLanguage();
  return ({ validFrom, validTo }) => {
    const from = formatDate(validFrom, language);
    return validTo === null
      ? say('validOpen', { from })
      : say('validSpan', { from, to: formatDate(validTo, language) });
  };
}
