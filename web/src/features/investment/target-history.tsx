import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDeadline, formatInstant } from '#platform/format-date';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import type { TargetPage } from './target-page.ts';
import { targetPageText } from './target-page-text.ts';

/** Who did what, when, in which words, and what was to be next; the newest first. */
export function TargetHistory({ steps }: Pick<TargetPage, 'steps'>) {
  const say = useText(targetPageText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <section className="zt-card zt-padded zt-section" aria-labelledby="history">
      <h2 id="history">{say('history')}</h2>
      <ol className="zt-target-history">
        {steps.map((step) => (
          <li key={step.seq}>
            <span>
              <strong>
                <MixedText>{step.text}</MixedText>
              </strong>{' '}
              <span className="zt-meta">
                <MixedText>{`${step.body.name} ${step.by} · ${formatInstant(step.at, minute, language)}`}</MixedText>
              </span>
            </span>
            {step.note && <Quoted>{step.note}</Quoted>}
            {step.reason && <MixedText>{say('because', { reason: step.reason })}</MixedText>}
            {step.next && step.due && (
              <span className="zt-ink-2">
                <MixedText>
                  {say('historyNext', { next: step.next, day: formatDeadline(step.due, minute, language) })}
                </MixedText>
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Quoted({ children }: { children: string }) {
  return (
    <span>
      <MixedText>{children}</MixedText>
    </span>
  );
}
