import { useQueryClient } from '@tanstack/react-query';
import { listOffers, updateOffer } from '@zhitong/contract/matching/offer-contract';
import { getOpportunity, type Opportunity } from '@zhitong/contract/matching/opportunity-contract';
import { propertyText } from '@zhitong/domain/matching/property-words';
import { App, Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { formatNeedLimit } from '#platform/format-quantity';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Bubble } from '#ui/bubble';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { bodyOf } from './offer-fields.ts';
import { opportunityText } from './opportunity-text.ts';

type Limit = Opportunity['need']['limits'][number];

/** A fact the buyer asks for and the offer does not state: one tap, one number, kept for every later need. */
export function FillFact({ opportunity, limit }: { opportunity: Opportunity; limit: Limit }) {
  const say = useText(opportunityText);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <Bubble
      open={open}
      onOpen={setOpen}
      title={say('fillTitle', { name: propertyText(limit.name, language) })}
      content={<FillForm opportunity={opportunity} limit={limit} onDone={() => setOpen(false)} />}
    >
      <Button>{say('fill')}</Button>
    </Bubble>
  );
}

interface FillFormProps {
  readonly opportunity: Opportunity;
  readonly limit: Limit;
  readonly onDone: () => void;
}

function FillForm({ opportunity, limit, onDone }: FillFormProps) {
  const say = useText(opportunityText);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [value, setValue] = useState<number | null>(limit.value);
  const offers = useAsk(listOffers, { query: { mine: '1', limit: 200 } });
  const saving = useDo(updateOffer);
  const own = offers.data?.offers.find(({ id }) => id === opportunity.offer.id);
  const save = () => {
    if (!own || value === null) return;
    const body = bodyOf(own);
    const limits = [...body.limits, { name: limit.name, low: value, high: value, unit: limit.unit }];
    saving.mutate(
      { params: { id: own.id }, body: { ...body, limits } },
      {
        onSuccess: () => {
          refresh(client, listOffers, getOpportunity);
          void message.success(say('filled'));
          onDone();
        },
      },
    );
  };
  return (
    <>
      <p className="zt-ink-2">{say('fillAsked', { limit: formatNeedLimit(limit, language) })}</p>
      {saving.error && <Trouble error={saving.error} />}
      <Field label={say('fillValue', { name: propertyText(limit.name, language) })} hint={limit.unit}>
        {(field) => <InputNumber {...field} value={value} onChange={setValue} controls={false} />}
      </Field>
      <Button type="primary" block disabled={!own || value === null} loading={saving.isPending} onClick={save}>
        {say('fillSave')}
      </Button>
    </>
  );
}
