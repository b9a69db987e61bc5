import { useQueryClient } from '@tanstack/react-query';
import {
  createOffer,
  listOffers,
  type Offer,
  type OfferBody,
  updateOffer,
} from '@zhitong/contract/matching/offer-contract';
import { App, Button, Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import { usePhone } from '#platform/media';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { ErrorSummary } from '#ui/error-summary';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { problemsOf, tidied } from './offer-check.ts';
import { bodyOf, emptyOffer } from './offer-fields.ts';
import { OfferForm } from './offer-form.tsx';
import { offerText } from './offer-text.ts';

interface OfferDrawerProps {
  /** the offer to change; a new one when absent */
  readonly offer: Offer | undefined;
  /** name of a figure somebody asked for: it stands ready in the form */
  readonly fill: string | undefined;
  readonly onClose: () => void;
}

export function OfferDrawer({ offer, fill, onClose }: OfferDrawerProps) {
  useReturnFocus();
  const say = useText(offerText);
  const phone = usePhone();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [body, setBody] = useState<OfferBody>(() => firstBody(offer, fill));
  const [tried, setTried] = useState(false);
  const creating = useDo(createOffer);
  const changing = useDo(updateOffer);
  const problems = problemsOf(body);

  const done = () => {
    refresh(client, listOffers);
    void message.success(offer ? say('changed') : say('saved'));
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problems.length > 0) return;
    const sent = tidied(body);
    if (offer) changing.mutate({ params: { id: offer.id }, body: sent }, { onSuccess: done });
    else creating.mutate({ body: sent }, { onSuccess: done });
  };
  const error = creating.error ?? changing.error;
  return (
    <Drawer
      open
      onClose={onClose}
      title={offer ? say('editTitle') : say('addTitle')}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 560}
    >
      <form onSubmit={submit} noValidate>
        {error && <Trouble error={error} />}
        {tried && <ErrorSummary problems={problems.map((key) => say(key))} />}
        <OfferForm body={body} onChange={setBody} tried={tried} recognised={offer?.product?.name} />
        <Button type="primary" size="large" block htmlType="submit" loading={creating.isPending || changing.isPending}>
          {offer ? say('saveChange') : say('save')}
        </Button>
      </form>
    </Drawer>
  );
}

function firstBody(offer: Offer | undefined, fill: string | undefined): OfferBody {
  const body = offer ? bodyOf(offer) : emptyOffer;
  const known = fill === undefined || body.limits.some(({ name }) => name === fill);
  return known ? body : { ...body, limits: [...body.limits, { name: fill, unit: '' }] };
}
