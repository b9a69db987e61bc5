import { changeOrderTerms, listOrderTerms } from '@zhitong/contract/needs/city-terms-contract';
import type { OrderTerms } from '@zhitong/domain/needs/order-terms';
import { useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Answered } from '#ui/states';
import { cityTermsText } from './city-terms-text.ts';
import { NumberTermsForm } from './number-terms-form.tsx';
import { newestOf } from './terms-form.tsx';
import { asPercent, type Bounds, shareOf } from './terms-numbers.ts';
import { type TermsLine, type TermsPartProps, type TermsShown, TermsView } from './terms-view.tsx';

/** The turns of an order, in the order in which they come. */
const turns = ['signMinutes', 'feedbackMinutes', 'reviewMinutes', 'consentMinutes', 'callMinutes'] as const;
const minuteBounds: Bounds = [1, 100_000];
const percentBounds: Bounds = [0, 100];

/** How long may each turn of a supervision order take? */
export function OrderTermsPart({ editing, onClose }: TermsPartProps) {
  const say = useText(cityTermsText);
  const asked = useAsk(listOrderTerms, {}, { worded: false });
  const lines = (terms: OrderTerms): readonly TermsLine[] => [
    ...turns.map((turn) => ({ key: turn, name: say(turn), value: say('minutes', { count: terms[turn] }) })),
    { key: 'yellowShare', name: say('yellow'), value: say('lastShare', { share: asPercent(terms.yellowShare) }) },
  ];
  return (
    <Answered asked={asked} rows={6}>
      {(shown) => (
        <div className="zt-terms">
          {editing && <OrderTermsForm shown={shown} onClose={onClose} />}
          <TermsView label={say('orders')} shown={shown} lines={lines} />
        </div>
      )}
    </Answered>
  );
}

function OrderTermsForm({ shown, onClose }: { shown: TermsShown<OrderTerms>; onClose: () => void }) {
  const say = useText(cityTermsText);
  const changing = useDo(changeOrderTerms);
  const { terms: before } = newestOf(shown);
  const numbers = [
    ...turns.map((name) => ({ name, label: say(`${name}Field`), bounds: minuteBounds, value: before[name] })),
    { name: 'yellowShare', label: say('yellowField'), bounds: percentBounds, value: asPercent(before.yellowShare) },
  ];
  return (
    <NumberTermsForm
      {...{ shown, onClose, list: listOrderTerms, note: say('ordersNote') }}
      groups={[{ key: 'turns', numbers }]}
      termsOf={(valueFor): OrderTerms => ({
        ...{ signMinutes: valueFor('signMinutes'), feedbackMinutes: valueFor('feedbackMinutes') },
        ...{ reviewMinutes: valueFor('reviewMinutes'), consentMinutes: valueFor('consentMinutes') },
        ...{ callMinutes: valueFor('callMinutes'), yellowShare: shareOf(valueFor('yellowShare'), before.yellowShare) },
      })}
      sending={{
        send: (body, onSaved) => changing.mutate({ body }, { onSuccess: ({ terms }) => onSaved(terms.from) }),
        ...{ pending: changing.isPending, error: changing.error },
      }}
    />
  );
}
