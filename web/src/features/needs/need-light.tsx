import type { Need } from '@zhitong/contract/needs/need-contract';
import { lightOf } from '@zhitong/domain/matching/home-light';
import { endOfCityDay } from '@zhitong/domain/needs/city-day';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDay, formatDeadline } from '#platform/format-date';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { formatTimeLeft } from '#platform/time-left';
import { Light } from '#ui/light';
import { needsText } from './needs-text.ts';

/** How much time an open need has left, and `brief` no more; a need that ended shows its day without a light. */
export function NeedLight({ need, brief }: { need: Pick<Need, 'deadline' | 'state'>; brief?: boolean }) {
  const say = useText(needsText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const minute = useMinute();
  if (!need.deadline) return <span className="zt-ink-3">{say('noDeadline')}</span>;
  if (need.state !== 'open') return <span>{formatDeadline(need.deadline, minute, language)}</span>;
  const due = endOfCityDay(need.deadline);
  return (
    <Light
      colour={lightOf(due, minute)}
      words={formatTimeLeft(due, minute, language)}
      {...(!brief && { until: sayShared('toEndOfDay', { day: formatDay(need.deadline, minute, language) }) })}
    />
  );
}
