import { dutyLists } from '@zhitong/domain/directory/duty';
import type { CityCaseTerms } from '@zhitong/domain/needs/case-terms';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useText } from '#platform/text';
import { caseTermsText } from './case-terms-text.ts';
import { spansText } from './case-terms-values.ts';
import type { TermsLine } from './terms-view.tsx';

/** The terms as lines anybody can read, always in the same order. */
export function useTermsLines(): (terms: CityCaseTerms) => readonly TermsLine[] {
  const say = useText(caseTermsText);
  const language = useLanguage();
  const day = (iso: string) => formatDate(iso, language);
  const rung = ({ who, afterMinutes: after }: CityCaseTerms['ladder'][number]) => {
    const words = { who: say(`rung.${who}`), minutes: Math.abs(after) };
    if (after === 0) return say('rungAt', words);
    return after < 0 ? say('rungBefore', words) : say('rungAfter', words);
  };
  return (terms) => {
    const { light } = terms;
    const minutes = (name: 'firstAnswerMinutes' | 'signMinutes' | 'penaltyMinutes') => ({
      ...{ key: name, name: say(name), value: say('minutes', { count: terms[name] }) },
    });
    const days = (name: 'helperDays' | 'reopenDays') => ({
      ...{ key: name, name: say(name), value: say('days', { count: terms[name] }) },
    });
    return [
      ...dutyLists.map((list) => ({
        key: list,
        name: `${say('allowances')} · ${say(`list.${list}`)}`,
        value: say('classes', { ...terms.allowances[list] }),
      })),
      ...[minutes('firstAnswerMinutes'), minutes('signMinutes'), minutes('penaltyMinutes')],
      ...[days('helperDays'), days('reopenDays')],
      { key: 'banksAtMost', name: say('banksAtMost'), value: say('banks', { count: terms.banksAtMost }) },
      {
        key: 'light',
        name: say('light'),
        value: say('lightRule', { minutes: light.yellowMinutes, share: Math.round(light.yellowShare * 100) }),
      },
      { key: 'ladder', name: say('ladder'), value: terms.ladder.map(rung).join(' · ') },
      {
        key: 'hours',
        name: say('hours'),
        value: terms.hours
          .map(({ from, spans }) => say('hoursFrom', { from: day(from), spans: spansText(spans) }))
          .join(' · '),
      },
      { key: 'freeDays', name: say('freeDays'), value: terms.freeDays.map(day).join(' · ') || say('freeNone') },
    ];
  };
}
