import type { RouteReply } from '@zhitong/contract/needs/request-contract';
import { lackingFacts, requestFactWords } from '@zhitong/domain/needs/request-lacks';
import { Radio } from 'antd';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Trouble } from '#ui/states';
import { RequestAnswers } from './request-answers.tsx';
import type { RequestForm } from './request-form.tsx';
import { requestText } from './request-text.ts';
import { sureness } from './sureness.ts';

/** Beside the text: who would handle it and why, what was answered before, and what is open already. */
export function RequestProposal({ request, text }: { request: RequestForm; text: string }) {
  const say = useText(requestText);
  const { proposal, error } = request;
  return (
    <div className="zt-request-proposal">
      {proposal && <RequestAnswers answers={proposal.answers} accepting={request.accepting} />}
      <h2>{say('where')}</h2>
      {error && <Trouble error={error} />}
      {!proposal && !error && <p className="zt-ink-2">{say('whereHint')}</p>}
      {proposal && <Matters request={request} proposal={proposal} />}
      {proposal && <Known proposal={proposal} />}
      <Lacks request={request} text={text} />
    </div>
  );
}

const desk = 'desk';

function Matters({ request, proposal }: { request: RequestForm; proposal: RouteReply }) {
  const say = useText(requestText);
  const candidates = proposal.candidates.filter(({ list }) => request.list === undefined || list === request.list);
  const likeliest = proposal.confident ? candidates[0]?.duty.id : undefined;
  const value = request.matter ?? likeliest ?? desk;
  return (
    <Radio.Group
      className="zt-request-matters"
      aria-label={say('where')}
      value={value}
      onChange={(event) => {
        const chosen: unknown = event.target.value;
        request.chooseMatter(typeof chosen === 'string' && chosen !== desk ? chosen : undefined);
      }}
    >
      {candidates.map((candidate) => (
        <Matter key={candidate.duty.id} candidate={candidate} />
      ))}
      {likeliest === undefined && (
        <div className="zt-request-matter">
          <Radio value={desk}>{say('anyway')}</Radio>
          {proposal.desk && <p className="zt-meta">{proposal.desk}</p>}
        </div>
      )}
    </Radio.Group>
  );
}

function Matter({ candidate }: { candidate: RouteReply['candidates'][number] }) {
  const say = useText(requestText);
  const { body, matter, duty, confidence, reasons } = candidate;
  return (
    <div className="zt-request-matter">
      <Radio value={duty.id}>
        <strong>
          <MixedText>{body.name}</MixedText>
        </strong>{' '}
        <span lang="zh">{matter}</span> <span className="zt-tag">{say(sureness(confidence))}</span>
      </Radio>
      <details>
        <summary>{say('why')}</summary>
        <ul className="zt-meta">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
          <li>{say('whyFigure', { percent: Math.round(confidence * 100) })}</li>
          <li>{say('dutyNumber', { number: duty.number })}</li>
        </ul>
      </details>
    </div>
  );
}

function Known({ proposal: { similar } }: { proposal: RouteReply }) {
  const say = useText(requestText);
  const language = useLanguage();
  const minute = useMinute();
  const from = (source: string, at: string) => say('answerFrom', { source, at: formatInstant(at, minute, language) });
  return (
    <>
      {similar.length > 0 && (
        <section>
          <h3>{say('similar')}</h3>
          <ul className="zt-request-known">
            {similar.map(({ need, title, lead, at }) => (
              <li key={need.id}>
                <span lang="zh">{title}</span> <span className="zt-meta">{from(lead, at)}</span>{' '}
                <AppLink to={`/needs/${need.id}`}>{say('openIt')}</AppLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Only what this list still lacks, and never in the way. */
function Lacks({ request: { list }, text }: { request: RequestForm; text: string }) {
  const say = useText(requestText);
  const language = useLanguage();
  // the target sheet asks for what it lacks itself
  const facts = list && list !== 'technology' ? lackingFacts(list, text) : [];
  if (facts.length === 0) return null;
  const words = facts.map((fact) => requestFactWords[fact][language]).join(language === 'zh' ? '、' : ', ');
  return <p className="zt-ink-2">{say('lacks', { facts: words })}</p>;
}
