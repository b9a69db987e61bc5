import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import type { DraftSession, LoadedDraft } from './draft-session.ts';
import { draftText } from './draft-text.ts';

/** What would be refused when it is handed in, and which products stand in another chain too. */
export function DraftStanding({ standing: { problems, notes } }: Pick<DraftSession, 'standing'>) {
  const say = useText(draftText);
  const language = useLanguage();
  const chains = Map.groupBy(notes, ({ chain }) => chain);
  return (
    <div className="zt-draft-standing">
      {problems.length === 0 && <p className="zt-ink-2">{say('ready')}</p>}
      {problems.length > 0 && (
        <div role="status">
          <strong>{say('problems', { count: problems.length })}</strong>
          <ul>
            {problems.map(({ text }) => (
              <li key={text}>
                <MixedText>{text}</MixedText>
              </li>
            ))}
          </ul>
        </div>
      )}
      {notes.length > 0 && (
        <details>
          <summary>{say('notes', { count: notes.length })}</summary>
          <ul>
            {[...chains].map(([chain, of]) => (
              <li key={chain}>
                <MixedText>
                  {say('noteOf', {
                    product: of.map(({ product }) => product.name).join(language === 'zh' ? '、' : ', '),
                    chain,
                  })}
                </MixedText>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** What was done with this version, the latest first. */
export function DraftDeeds({ history }: Pick<LoadedDraft['draft'], 'history'>) {
  const say = useText(draftText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <details className="zt-draft-deeds">
      <summary>{say('history')}</summary>
      <ol>
        {history.toReversed().map(({ action, by, at, reason }) => (
          <li key={`${action} ${at}`}>
            <MixedText>{say(`did.${action}`, { by, reason: reason ?? '' })}</MixedText>{' '}
            <span className="zt-meta">{formatInstant(at, minute, language)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
