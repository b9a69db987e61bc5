import { spokenWork } from '@zhitong/domain/needs/working-words';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { Trouble } from '#ui/states';
import { useRequestDeed, useRequestWord } from './request-deed.ts';
import { requestText } from './request-text.ts';
import type { RequestTimeline } from './request-timeline.ts';

interface ConfirmationProps {
  readonly needId: string;
  readonly timeline: RequestTimeline;
}

/** What the page asks of the firm, if anything: one thing at a time. */
export function RequestConfirmation({ needId, timeline }: ConfirmationProps) {
  if (timeline.mayConfirm) return <IsSolved key={timeline.seq} needId={needId} />;
  if (timeline.allowed.includes('agree-extension')) return <MoreTime timeline={timeline} />;
  return timeline.allowed.includes('reopen') ? <Reopen timeline={timeline} /> : null;
}

function IsSolved({ needId }: { needId: string }) {
  const say = useText(requestText);
  const id = useId();
  const word = useRequestWord(needId);
  const [text, setText] = useState<string>();
  const goOn = () => {
    if (text === undefined) setText('');
    else word.say({ solved: false, ...(text.trim() && { text }) });
  };
  return (
    <section className="zt-card zt-padded zt-request-ask">
      <h2>{say('isSolved')}</h2>
      {text !== undefined && (
        <div className="zt-field">
          <label htmlFor={id}>{say('whatIsLeft')}</label>
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      )}
      {word.error && <Trouble error={word.error} />}
      <div className="zt-request-buttons">
        {text === undefined && (
          <Button type="primary" loading={word.pending} onClick={() => word.say({ solved: true })}>
            {say('solved')}
          </Button>
        )}
        <Button loading={text !== undefined && word.pending} onClick={goOn}>
          {say('notSolved')}
        </Button>
        {text !== undefined && (
          <Button type="text" onClick={() => setText(undefined)}>
            {say('cancel')}
          </Button>
        )}
      </div>
    </section>
  );
}

function MoreTime({ timeline }: { timeline: RequestTimeline }) {
  const say = useText(requestText);
  const language = useLanguage();
  const { act, error, pending } = useRequestDeed(timeline.case.id);
  const wanted = spokenWork(timeline.extensionWantedMinutes ?? 0, timeline.dayMinutes, language);
  return (
    <section className="zt-card zt-padded zt-request-ask">
      <p>{say('extension', { body: timeline.holder.body.name, span: wanted })}</p>
      {error && <Trouble error={error} />}
      <div className="zt-request-buttons">
        <Button disabled={pending} onClick={() => act({ action: 'agree-extension' })}>
          {say('agree')}
        </Button>
        <Button disabled={pending} onClick={() => act({ action: 'refuse-extension' })}>
          {say('refuse')}
        </Button>
      </div>
    </section>
  );
}

function Reopen({ timeline }: { timeline: RequestTimeline }) {
  const say = useText(requestText);
  const { act, error, pending } = useRequestDeed(timeline.case.id);
  return (
    <div className="zt-request-buttons">
      <Button loading={pending} onClick={() => act({ action: 'reopen' })}>
        {say('reopen')}
      </Button>
      <span className="zt-meta">{say('reopenHint')}</span>
      {error && <Trouble error={error} />}
    </div>
  );
}
