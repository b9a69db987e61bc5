import type { Opportunity } from '@zhitong/contract/matching/opportunity-contract';
import { lightOf } from '@zhitong/domain/matching/home-light';
import { endOfCityDay } from '@zhitong/domain/needs/city-day';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDay, formatDeadline } from '#platform/format-date';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { formatTimeLeft } from '#platform/time-left';
import { Light } from '#ui/light';
import { opportunityText } from './opportunity-text.ts';

export function OpportunityLight({ row }: { row: Opportunity }) {
  const say = useText(opportunityText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const minute = useMinute();
  const { deadline } = row.need;
  if (!deadline) return <span className="zt-ink-3">{say('noDeadline')}</span>;
  if (row.state !== 'new' && row.state !== 'answered') return <span>{formatDeadline(deadline, minute, language)}</span>;
  const due = endOfCityDay(deadline);
  return (
    <Light
      colour={lightOf(due, minute)}
      words={formatTimeLeft(due, minute, language)}
      until={sayShared('toEndOfDay', { day: formatDay(deadline, minute, language) })}
    />
  );
}
