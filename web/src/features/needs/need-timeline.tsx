import type { Need } from '@zhitong/contract/needs/need-contract';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { Empty } from '#ui/states';
import { needsText } from './needs-text.ts';

/** Everything that happened, newest first. */
export function NeedTimeline({ entries }: { entries: Need['timeline'] }) {
  const say = useText(needsText);
  const language = useLanguage();
  const minute = useMinute();
  if (entries.length === 0) return <Empty sentence={say('noTimeline')} />;
  const newestFirst = entries.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <ol className="zt-card zt-timeline">
      {newestFirst.map((entry) => (
        <li key={`${entry.at}${entry.type}${entry.text}`}>
          <time className="zt-ink-2 zt-figures zt-nowrap" dateTime={entry.at}>
            {formatInstantExactly(entry.at, minute, language)}
          </time>
          <span>
            <MixedText>{entry.text}</MixedText>
          </span>
        </li>
      ))}
    </ol>
  );
}
