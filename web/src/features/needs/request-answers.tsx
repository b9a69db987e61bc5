import type { RouteReply } from '@zhitong/contract/needs/request-contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Trouble } from '#ui/states';
import type { AnswerAccepting } from './answer-accepting.ts';
import { answerText } from './answer-text.ts';

type Answer = RouteReply['answers'][number];

/** Where a line on the bar of a phone leads. */
export const answersId = 'zt-known-answers';

interface RequestAnswersProps {
  readonly answers: readonly Answer[];
  readonly accepting: AnswerAccepting;
}

/** What was answered before, each with its kind and date; enough for the firm, or put aside with one press. */
export function RequestAnswers({ answers, accepting }: RequestAnswersProps) {
  const say = useText(answerText);
  // of these answers: others that come while one goes on writing are shown again
  const [aside, setAside] = useState<string>();
  const shown = answers.map(({ id }) => id).join(' ');
  if (answers.length === 0) return null;
  if (aside === shown)
    return (
      <p className="zt-ink-2" role="status">
        {say('noneFitted', { count: answers.length })}{' '}
        <Button type="link" size="small" onClick={() => setAside(undefined)}>
          {say('lookAgain')}
        </Button>
      </p>
    );
  return (
    <section className="zt-request-answers" id={answersId}>
      <h2>{say('title')}</h2>
      <ul className="zt-request-known">
        {answers.map((answer) => (
          <KnownAnswer key={answer.id} answer={answer} accepting={accepting} />
        ))}
      </ul>
      {accepting.error && <Trouble error={accepting.error} />}
      <p className="zt-meta">{say('consent')}</p>
      <Button onClick={() => setAside(shown)}>{say('noneFits')}</Button>
    </section>
  );
}

function KnownAnswer({ answer, accepting }: { answer: Answer; accepting: AnswerAccepting }) {
  const say = useText(answerText);
  const language = useLanguage();
  const minute = useMinute();
  const { kind, title, text, source, at, link, basis } = answer;
  return (
    <li>
      <span className="zt-tag">{say(`kind.${kind}`)}</span> <strong lang="zh">{title}</strong>{' '}
      <span className="zt-meta">
        <MixedText>{say('from', { source, at: formatInstant(at, minute, language) })}</MixedText>
      </span>
      <blockquote className="zt-said" lang="zh">
        {text}
      </blockquote>
      {basis && (
        <p className="zt-meta">
          <MixedText>{say('basis', { basis })}</MixedText>
        </p>
      )}
      <div className="zt-request-buttons">
        <Button
          type="primary"
          loading={accepting.pending === answer.id}
          disabled={accepting.pending !== undefined}
          onClick={() => accepting.accept(answer)}
        >
          {say('thisIsIt')}
        </Button>
        {link && <AppLink to={link}>{say('openIt')}</AppLink>}
      </div>
    </li>
  );
}

/** The firm is done: what answered it, and that nothing was sent. */
export function AnswerAccepted({ accepting }: { accepting: AnswerAccepting }) {
  const say = useText(answerText);
  const { done } = accepting;
  if (!done) return null;
  return (
    <div className="zt-notice" role="status">
      <p>
        <MixedText>{say('done', { title: done.title, body: done.body })}</MixedText>
      </p>
      <Button onClick={accepting.clear}>{say('another')}</Button>
    </div>
  );
}
