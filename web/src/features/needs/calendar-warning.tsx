import type { listCaseTerms } from '@zhitong/contract/needs/case-terms-list-contract';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { caseTermsText } from './case-terms-text.ts';

interface CalendarWarningProps {
  readonly calendar: z.output<typeof listCaseTerms.reply>['calendar'];
  /** also when there is time */
  readonly always?: boolean;
}

/** The official calendar is published year by year: before it runs out somebody must be told, and how many cases it concerns. */
export function CalendarWarning({ calendar: { lastDay, runsOut, uncertain }, always = false }: CalendarWarningProps) {
  const say = useText(caseTermsText);
  const language = useLanguage();
  if (lastDay === null) return <p className="zt-notice">{say('noCalendar')}</p>;
  const last = formatDate(lastDay, language);
  if (!runsOut) return always ? <p className="zt-meta">{say('known', { last })}</p> : null;
  return (
    <p className="zt-notice" role="status">
      <MixedText>
        {`${say('runsOut', { last })} ${uncertain > 0 ? say('runsOutCases', { count: uncertain }) : ''}`.trim()}
      </MixedText>
    </p>
  );
}
