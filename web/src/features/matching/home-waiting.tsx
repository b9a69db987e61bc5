import type { HomeRow } from '@zhitong/contract/matching/home-contract';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDay } from '#platform/format-date';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { formatTimeLeft } from '#platform/time-left';
import { AppLink } from '#ui/app-link';
import { Light } from '#ui/light';
import { MixedText } from '#ui/mixed-text';
import { homeText } from './home-text.ts';

interface HomeWaitingProps {
  readonly rows: readonly HomeRow[];
  readonly total: number;
  /** may do something about every row; the bureau looks on, except at its own desk */
  readonly acts: boolean;
}

/** What waits, sorted by the clock: the sentence, the time left, and the action in place. */
export function HomeWaiting({ rows, total, acts }: HomeWaitingProps) {
  const say = useText(homeText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <section aria-labelledby="waiting" className="zt-card zt-waiting">
      <h2 id="waiting">{say('waitingList')}</h2>
      <ul>
        {rows.map((row) => (
          <li key={`${row.kind}${row.link}`}>
            <span className="zt-waiting-words">
              <MixedText>{say(`row.${row.kind}`, { subject: row.subject, count: row.count })}</MixedText>
              {row.firm && (
                <span className="zt-meta zt-waiting-firm" lang="zh">
                  {row.firm}
                </span>
              )}
            </span>
            <span className="zt-waiting-light">
              {row.due && (
                <Light
                  colour={row.light}
                  words={formatTimeLeft(new Date(row.due), minute, language)}
                  until={sayShared('toEndOfDay', { day: formatDay(lastMinute(row.due), minute, language) })}
                />
              )}
            </span>
            <AppLink to={row.link} className="zt-button-link">
              {acts || deskRows.includes(row.kind) ? say(`do.${row.kind}`) : say('look')}
            </AppLink>
          </li>
        ))}
      </ul>
      {total > rows.length && <p className="zt-meta">{say('more', { count: total - rows.length })}</p>}
    </section>
  );
}

/** The day a deadline ends with: it falls due at 24:00 of it. */
const lastMinute = (due: string) => new Date(Date.parse(due) - 60_000).toISOString();

const deskRows: readonly HomeRow['kind'][] = ['claims-to-decide', 'disputes-to-answer'];
