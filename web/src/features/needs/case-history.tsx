import type { CaseDetail } from '@zhitong/contract/needs/case-contract';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant, formatInstantExactly } from '#platform/format-date';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { caseText } from './case-text.ts';

/** Who did what and when, newest first, with what was said. */
export function CaseHistory({ events }: { events: CaseDetail['events'] }) {
  const say = useText(caseText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <section className="zt-case-history" aria-label={say('history')} id="case-history" tabIndex={-1}>
      <h3>{say('historyCount', { count: events.length })}</h3>
      <ol>
        {events.toReversed().map(({ at, text, said }) => (
          <li key={`${at} ${text}`}>
            <time dateTime={at} title={formatInstantExactly(at, minute, language)}>
              {formatInstant(at, minute, language)}
            </time>
            <div>
              <p>
                <MixedText>{text}</MixedText>
              </p>
              {said && (
                <p className="zt-case-said" lang="zh">
                  {said}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
