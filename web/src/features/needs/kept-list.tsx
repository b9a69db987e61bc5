import { listKeptNeeds } from '@zhitong/contract/needs/cascade-contract';
import { needClassWords } from '@zhitong/domain/needs/need-class';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Answered } from '#ui/states';
import { KeptReasons } from './kept-back.tsx';
import { KeptRuling } from './kept-ruling.tsx';
import { keptText } from './kept-text.ts';

const most = 20;

/** Needs that were not sent to suppliers: which of them are wishes after all? */
export function KeptList() {
  const say = useText(keptText);
  const language = useLanguage();
  const minute = useMinute();
  const asked = useAsk(listKeptNeeds, { query: { limit: most } });
  return (
    <section className="zt-desk-part">
      <h2>{say('listTitle', { count: asked.data?.total ?? 0 })}</h2>
      <Answered asked={asked} rows={3}>
        {({ needs, total }) =>
          needs.length === 0 ? (
            <p className="zt-ink-2">{say('listNone')}</p>
          ) : (
            <>
              <ul className="zt-kept-list">
                {needs.map(({ id, text, organisation, keptBack }) => (
                  <li key={id} className="zt-card zt-padded">
                    <p>
                      <AppLink to={`/organisations/${organisation.id}`}>{organisation.name}</AppLink>{' '}
                      <span className="zt-meta">
                        {say('classed', {
                          class: needClassWords[keptBack.class][language],
                          at: formatInstantExactly(keptBack.at, minute, language),
                        })}
                      </span>
                    </p>
                    <blockquote lang="zh">
                      <MixedText>{text}</MixedText>
                    </blockquote>
                    <KeptReasons kept={keptBack} />
                    <KeptRuling needId={id} />
                    <AppLink to={`/needs/${id}`}>{say('openNeed')}</AppLink>
                  </li>
                ))}
              </ul>
              {total > needs.length && <p className="zt-meta">{say('shownOf', { shown: needs.length, total })}</p>}
            </>
          )
        }
      </Answered>
    </section>
  );
}
