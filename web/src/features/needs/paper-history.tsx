import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import type { ShownPaper } from './paper-fields.ts';
import { paperText } from './paper-text.ts';

/** Everything that was done to the paper, newest first, with what it asked for from then on. */
export function PaperHistory({ history }: { history: ShownPaper['history'] }) {
  const say = useText(paperText);
  const language = useLanguage();
  const minute = useMinute();
  if (history.length === 0) return null;
  return (
    <section className="zt-paper">
      <h2 className="zt-paper-head">{say('history')}</h2>
      <ol className="zt-paper-history">
        {history.map(({ edition, deed, version, title, conditions, by, body, at }) => (
          <li key={edition}>
            <MixedText>
              {say('historyOf', {
                ...{ deed: say(`deed.${deed}`, { version }), by, body, at: formatInstant(at, minute, language) },
              })}
            </MixedText>
            <details>
              <summary lang="zh">{title}</summary>
              <ul className="zt-meta" lang="zh">
                {conditions.map((condition) => (
                  <li key={condition}>{condition}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
