import { viewAnsweredAtOnce } from '@zhitong/contract/needs/article-contract';
import { listCaseTerms } from '@zhitong/contract/needs/case-terms-list-contract';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Answered } from '#ui/states';
import { answerText } from './answer-text.ts';
import { CalendarWarning } from './calendar-warning.tsx';
import { caseTermsText } from './case-terms-text.ts';
import { deskAtOnceText } from './desk-at-once-text.ts';
import './knowledge.css';

/** How many firms found their answer before they sent anything; the figure opens into the answers it is the sum of. */
export function DeskAtOnce() {
  const say = useText(deskAtOnceText);
  const sayKind = useText(answerText);
  const asked = useAsk(viewAnsweredAtOnce, { query: {} }, { worded: false });
  return (
    <section className="zt-desk-part">
      <h2>{say('title')}</h2>
      <Answered asked={asked} rows={2}>
        {({ days, accepted, submitted, answers }) => {
          const all = accepted + submitted;
          const percent = Math.round((100 * accepted) / Math.max(1, all));
          const facts = { days, accepted, all, percent };
          return (
            <>
              <p>{all === 0 ? say('none', { days }) : say(all < 20 ? 'few' : 'share', facts)}</p>
              {all > 0 && <p className="zt-meta">{say('peer')}</p>}
              {answers.length > 0 && (
                <details>
                  <summary>{say('which')}</summary>
                  <ul>
                    {answers.map(({ kind, id, title, body, times }) => (
                      <li key={`${kind} ${id}`}>
                        <span className="zt-tag">{sayKind(`kind.${kind}`)}</span>{' '}
                        <AppLink to={links[kind](id)}>{title}</AppLink>{' '}
                        <span className="zt-meta">
                          <MixedText>{`${body.name} · ${say('times', { count: times })}`}</MixedText>
                        </span>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </>
          );
        }}
      </Answered>
    </section>
  );
}

const links = {
  article: (id: string) => `/articles/${id}`,
  policy: () => '/desk',
  'own-case': (id: string) => `/needs/${id}`,
} as const;

/** What the bureau must know of the clocks before anybody asks: the official calendar runs out. */
export function DeskCalendar() {
  const say = useText(caseTermsText);
  const may = useMay();
  const asked = useAsk(listCaseTerms, {}, { worded: false, enabled: may('case-terms.see') });
  return (
    <div>
      {asked.data && <CalendarWarning calendar={asked.data.calendar} />}
      <AppLink to="/case-terms">{say('open')}</AppLink>
    </div>
  );
}
