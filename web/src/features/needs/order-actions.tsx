import type { OrderDetail } from '@zhitong/contract/needs/order-contract';
import { type OrderRequest, wordyOrderRequests } from '@zhitong/domain/needs/order-action';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { type OrderGiven, useOrderDeed } from './order-deed.ts';
import { orderText } from './order-text.ts';

/** Buttons for what this reader may do to the order now; the form of the chosen one stands in place. */
export function OrderActions({ order }: { order: OrderDetail }) {
  const say = useText(orderText);
  const [chosen, setChosen] = useState<Wordy>();
  const { act, error, pending } = useOrderDeed(order, () => setChosen(undefined));
  if (order.allowed.length === 0) return error ? <Trouble error={error} /> : null;
  const open = chosen !== undefined && order.allowed.includes(chosen) ? chosen : undefined;
  return (
    <div className="zt-order-actions">
      {error && <Trouble error={error} />}
      <div className="zt-request-buttons">
        {order.allowed.map((action, place) => (
          <Button
            key={action}
            type={place === 0 ? 'primary' : 'default'}
            disabled={pending}
            aria-pressed={action === open}
            onClick={() => (isWordy(action) ? setChosen(action) : act(action))}
          >
            {say(`do.${action}`)}
          </Button>
        ))}
      </div>
      {open && <OrderForm key={open} action={open} sending={pending} onSend={(given) => act(open, given)} />}
    </div>
  );
}

type Wordy = 'feed-back' | 'return' | 'call' | 'refuse';
const isWordy = (action: OrderRequest): action is Wordy => wordyOrderRequests.has(action);

interface OrderFormProps {
  readonly action: Wordy;
  readonly sending: boolean;
  readonly onSend: (given: OrderGiven) => void;
}

function OrderForm({ action, sending, onSend }: OrderFormProps) {
  const say = useText(orderText);
  const [text, setText] = useState('');
  const [promised, setPromised] = useState('');
  const [tried, setTried] = useState(false);
  const asksDay = action === 'feed-back';
  const noWords = text.trim() === '';
  const noDay = asksDay && promised === '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!noWords && !noDay) onSend({ text: text.trim(), ...(asksDay && { promised }) });
  };
  return (
    <form className="zt-case-form" aria-label={say(`do.${action}`)} onSubmit={send} noValidate>
      <Field label={say(`words.${action}`)} error={tried && noWords ? say('needWords') : undefined}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={3}
            maxLength={2_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {asksDay && (
        <Field label={say('promisedBy')} error={tried && noDay ? say('needDay') : undefined}>
          {(field) => <DateField {...field} value={promised} onChange={setPromised} />}
        </Field>
      )}
      <div className="zt-request-buttons">
        <Button type="primary" htmlType="submit" loading={sending}>
          {say('send')}
        </Button>
      </div>
    </form>
  );
}
