import { useQueryClient } from '@tanstack/react-query';
import { askReview, getCascade, type KeptBack, listKeptNeeds } from '@zhitong/contract/needs/cascade-contract';
import { classReasonWords, needClassWords } from '@zhitong/domain/needs/need-class';
import { App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { MixedText } from '#ui/mixed-text';
import { Trouble } from '#ui/states';
import { KeptRuling } from './kept-ruling.tsx';
import { keptText } from './kept-text.ts';

/** Why a need was not sent to suppliers, and what its firm or the bureau can do. */
export function KeptBackPart({ needId, kept }: { needId: string; kept: KeptBack }) {
  const say = useText(keptText);
  const language = useLanguage();
  const { ruling } = kept;
  return (
    <section className="zt-card zt-padded zt-kept-back">
      <h2>{say('title', { class: needClassWords[kept.class][language] })}</h2>
      <p>
        <MixedText>{ruling ? say('kept', { by: ruling.by, text: ruling.text ?? '' }) : say('lead')}</MixedText>
      </p>
      <KeptReasons kept={kept} />
      {kept.allowed.includes('review') && <ReviewForm needId={needId} />}
      {kept.allowed.includes('release') && <KeptRuling needId={needId} />}
    </section>
  );
}

/** The coded reasons with the stretches of the text they were read from, and what the firm says to it. */
export function KeptReasons({ kept: { reasons, review } }: { kept: KeptBack }) {
  const say = useText(keptText);
  const language = useLanguage();
  const minute = useMinute();
  const sentences = reasons.map(({ code, quote, count }) => {
    const reason = classReasonWords[code][language];
    if (quote !== null) return say('quote', { reason, quote });
    return count === null ? reason : say('count', { reason, count });
  });
  return (
    <>
      <ul>
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>
            <MixedText>{sentence}</MixedText>
          </li>
        ))}
      </ul>
      {review && (
        <p className="zt-notice">
          <MixedText>
            {say('reviewed', { at: formatInstantExactly(review.at, minute, language), text: review.text })}
          </MixedText>
        </p>
      )}
    </>
  );
}

function ReviewForm({ needId }: { needId: string }) {
  const say = useText(keptText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const asking = useDo(askReview);
  const problems = text.trim() === '' ? [say('noText')] : [];
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problems.length > 0) return;
    asking.mutate(
      { params: { id: needId }, body: { text } },
      {
        onSuccess: () => {
          setText('');
          setTried(false);
          void message.success(say('sent'));
          refresh(client, getCascade, listKeptNeeds);
        },
      },
    );
  };
  return (
    <form className="zt-kept-form" onSubmit={send} noValidate>
      {asking.error && <Trouble error={asking.error} />}
      {tried && <ErrorSummary problems={problems} />}
      <Field label={say('reviewText')} hint={say('reviewHint')}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={2}
            value={text}
            maxLength={1_000}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={asking.isPending}>
        {say('review')}
      </Button>
    </form>
  );
}
