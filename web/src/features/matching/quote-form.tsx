import { amendResponse, respond } from '@zhitong/contract/matching/match-contract';
import type { Opportunity } from '@zhitong/contract/matching/opportunity-contract';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { isComposing } from '#platform/composing';
import { useDo } from '#platform/query';
import { useText } from '#platform/text';
import { ErrorSummary } from '#ui/error-summary';
import { Trouble } from '#ui/states';
import { opportunityText } from './opportunity-text.ts';
import { type QuoteFields, quoteOf, startQuote } from './quote-fields.ts';
import { QuoteInputs } from './quote-inputs.tsx';

interface QuoteFormProps {
  readonly opportunity: Opportunity;
  readonly onSent: () => void;
}

/** Price and quantity are filled from the last quote and the need; the days are the supplier’s own promise. */
export function QuoteForm({ opportunity, onSent }: QuoteFormProps) {
  const say = useText(opportunityText);
  const [fields, setFields] = useState<QuoteFields>(() => startQuote(opportunity));
  const [tried, setTried] = useState(false);
  const sending = useDo(opportunity.response ? amendResponse : respond);
  const { body, wrong } = quoteOf(fields);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (body) sending.mutate({ params: { id: opportunity.match.id }, body }, { onSuccess: onSent });
  };
  return (
    <form
      className="zt-quote-form"
      onSubmit={send}
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) send();
      }}
    >
      {sending.error && <Trouble error={sending.error} onRetry={() => send()} />}
      {tried && <ErrorSummary problems={Object.values(wrong).map((key) => say(key))} />}
      <QuoteInputs
        opportunity={opportunity}
        fields={fields}
        wrong={tried ? wrong : {}}
        onChange={(next) => setFields({ ...fields, ...next })}
      />
      <div className="zt-quote-send">
        <span className="zt-meta">{say('onlyBuyer')}</span>
        <Button type="primary" size="large" htmlType="submit" loading={sending.isPending}>
          {opportunity.response ? say('amendSend') : say('send')}
        </Button>
      </div>
    </form>
  );
}
