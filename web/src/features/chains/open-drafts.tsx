import { listDrafts } from '@zhitong/contract/chains/draft-contract';
import { versionStateWords } from '@zhitong/domain/chains/draft-state';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { draftText } from './draft-text.ts';

/** Maps that are being drawn, or wait for a second person; nothing where there are none. */
export function OpenDrafts() {
  const say = useText(draftText);
  const language = useLanguage();
  const minute = useMinute();
  const drafts = useAsk(listDrafts, {}).data?.drafts ?? [];
  if (drafts.length === 0) return null;
  return (
    <section className="zt-card zt-padded" aria-labelledby="open-drafts">
      <h2 id="open-drafts">{say('draftsHead')}</h2>
      <ul className="zt-draft-open">
        {drafts.map(({ chain, number, state, by, at }) => (
          <li key={chain.id}>
            <AppLink to={`/chains/${chain.id}/edit`}>{chain.name}</AppLink>{' '}
            <span className="zt-meta">
              <MixedText>
                {say('draftLine', {
                  ...{ number, by, state: versionStateWords[state][language] },
                  at: formatInstant(at, minute, language),
                })}
              </MixedText>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
