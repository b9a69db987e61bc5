import type { CaseDetail } from '@zhitong/contract/needs/case-contract';
import { industryOf } from '@zhitong/domain/directory/industry';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import type { Draft } from '#platform/draft';
import { formatInstantExactly } from '#platform/format-date';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { CaseAlike } from './case-alike.tsx';
import { CaseArticle } from './case-article.tsx';
import { CaseTemplates } from './case-templates.tsx';
import { caseText } from './case-text.ts';
import { sureness } from './sureness.ts';
import './knowledge.css';

/** Who asks, what the clock says, who helps. */
export function CaseSide({ shown, draft }: { shown: CaseDetail; draft: Draft<string> }) {
  const say = useText(caseText);
  return (
    <aside className="zt-case-side">
      <Firm asker={shown.asker} />
      {shown.allowed.includes('answer') && <CaseTemplates shown={shown} draft={draft} />}
      <CaseArticle shown={shown} />
      <CaseAlike id={shown.id} quotable={shown.allowed.includes('answer')} draft={draft} />
      <Clock shown={shown} />
      {shown.helps.length > 0 && <Helps helps={shown.helps} />}
      {shown.candidates.length > 0 && (
        <section className="zt-card zt-padded">
          <h3>{say('candidates')}</h3>
          <ul>
            {shown.candidates.slice(0, 3).map(({ body, duty, confidence, reasons }) => (
              <li key={duty.id}>
                <MixedText>{`${body.name} · ${say(sureness(confidence))}`}</MixedText>
                <p className="zt-meta">
                  <MixedText>{[duty.title, ...reasons].join(' · ')}</MixedText>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function Firm({ asker }: { asker: CaseDetail['asker'] }) {
  const say = useText(caseText);
  const language = useLanguage();
  const trade = asker.industry === null ? undefined : industryOf(asker.industry);
  const facts = [asker.shortName, asker.size, trade?.name[language]].filter((fact) => fact);
  return (
    <section className="zt-card zt-padded">
      <h3>
        <AppLink to={`/organisations/${asker.id}`}>{asker.name}</AppLink>
      </h3>
      {facts.length > 0 && (
        <p className="zt-ink-2">
          <MixedText>{facts.join(' · ')}</MixedText>
        </p>
      )}
      <p className="zt-figures">{say('firmCases', { cases: asker.cases, solved: asker.solved })}</p>
    </section>
  );
}

function Clock({ shown }: { shown: CaseDetail }) {
  const say = useText(caseText);
  const language = useLanguage();
  const minute = useMinute();
  const due = formatInstantExactly(shown.due, minute, language);
  return (
    <section className="zt-card zt-padded">
      <h3>{say('clock')}</h3>
      <p>{say('allowance', { list: say(`list.${shown.list}`), class: say(`class.${shown.class}`), due })}</p>
      {!shown.dueCertain && <p className="zt-meta">{say('uncertain')}</p>}
      <p className="zt-ink-2">
        <MixedText>
          {shown.matter
            ? say('matter', { number: shown.matter.number, title: shown.matter.title })
            : say(shown.chosenByFirm ? 'chosenByFirm' : 'noMatter')}
        </MixedText>
      </p>
      {shown.handBacks > 0 && <p>{say('handBacks', { count: shown.handBacks })}</p>}
    </section>
  );
}

function Helps({ helps }: { helps: CaseDetail['helps'] }) {
  const say = useText(caseText);
  const language = useLanguage();
  const minute = useMinute();
  const at = (instant: string) => formatInstantExactly(instant, minute, language);
  return (
    <section className="zt-card zt-padded">
      <h3>{say('helps')}</h3>
      <ul>
        {helps.map(({ helper, question, askedAt, due, answeredAt }) => (
          <li key={`${helper.id} ${askedAt}`}>
            <MixedText>
              {answeredAt
                ? say('helpDone', { helper: helper.name, at: at(answeredAt) })
                : say('helpWaits', { helper: helper.name, due: at(due) })}
            </MixedText>
            <p className="zt-meta">{question}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
