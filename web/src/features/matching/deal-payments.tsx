import { useQueryClient } from '@tanstack/react-query';
import { type Deal, getDeal } from '@zhitong/contract/matching/deal-contract';
import { confirmPayment, listPayments, notePayment, type Payment } from '@zhitong/contract/matching/payment-contract';
import { isConfirmed } from '@zhitong/domain/matching/deal';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { App, Button, InputNumber, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { now } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, isoToday } from '#platform/format-date';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { Answered, Trouble } from '#ui/states';
import { paymentText } from './payment-text.ts';

const fenPerYuan = 100;

/** What was paid on the deliveries both sides confirmed. A deal that has none has nothing to pay yet. */
export function DealPayments({ deal }: { deal: Deal }) {
  const say = useText(paymentText);
  const deliveries = deal.steps.filter(
    (step) =>
      step.kind === 'delivery' && isConfirmed({ ...step, confirmedBy: step.confirmedBy.map(({ side }) => side) }),
  );
  const asked = useAsk(listPayments, { params: { id: deal.id } }, { enabled: deliveries.length > 0 });
  if (deliveries.length === 0) return null;
  return (
    <section>
      <h3>{say('title')}</h3>
      <p className="zt-meta">{say('rule')}</p>
      <Answered asked={asked} rows={2}>
        {({ payments }) => (
          <>
            {payments.length === 0 && <p className="zt-ink-2">{say('none')}</p>}
            <ol className="zt-deal-steps">
              {payments.map((payment) => (
                <PaymentRow key={payment.id} deal={deal} payment={payment} />
              ))}
            </ol>
            {deal.side !== 'none' && (
              <NotePayment key={payments.length} deal={deal} deliveries={deliveries} payments={payments} />
            )}
          </>
        )}
      </Answered>
    </section>
  );
}

function PaymentRow({ deal, payment }: { deal: Deal; payment: Payment }) {
  const say = useText(paymentText);
  const language = useLanguage();
  const client = useQueryClient();
  const confirming = useDo(confirmPayment);
  const mine = deal.side !== 'none' && payment.notedBy !== deal.side && payment.confirmedAt === null;
  const confirm = () =>
    confirming.mutate(
      { params: { id: deal.id }, body: { paymentId: payment.id } },
      { onSuccess: () => refresh(client, listPayments) },
    );
  return (
    <li className={payment.confirmedAt === null ? 'zt-unsealed' : undefined}>
      <p className="zt-deal-step-head">
        <span>{formatDate(payment.paidOn, language)}</span>
        <span className="zt-figures">{moneyText(payment.amountFen, language)}</span>
        <span className="zt-meta">{say(payment.confirmedAt === null ? 'waits' : 'both')}</span>
        {mine && (
          <Button loading={confirming.isPending} onClick={confirm}>
            {say('confirm')}
          </Button>
        )}
      </p>
      {confirming.error && <Trouble error={confirming.error} />}
    </li>
  );
}

interface NotePaymentProps {
  readonly deal: Deal;
  readonly deliveries: Deal['steps'];
  readonly payments: readonly Payment[];
}

function NotePayment({ deal, deliveries, payments }: NotePaymentProps) {
  const say = useText(paymentText);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const leftOn = (stepId: string) =>
    (deliveries.find(({ id }) => id === stepId)?.amountFen ?? 0) -
    payments.reduce((sum, one) => (one.stepId === stepId ? sum + one.amountFen : sum), 0);
  const first = deliveries.find(({ id }) => leftOn(id) > 0)?.id;
  const [open, setOpen] = useState(false);
  const [stepId, setStepId] = useState(first);
  const [yuan, setYuan] = useState<number | null>(first ? leftOn(first) / fenPerYuan : null);
  const [paidOn, setPaidOn] = useState(() => isoToday(now()));
  const noting = useDo(notePayment);
  if (first === undefined || stepId === undefined) return null;
  if (!open) return <Button onClick={() => setOpen(true)}>{say('note')}</Button>;

  const note = (event: FormEvent) => {
    event.preventDefault();
    noting.mutate(
      { params: { id: deal.id }, body: { stepId, amountFen: Math.round((yuan ?? 0) * fenPerYuan), paidOn } },
      {
        onSuccess: () => {
          void message.success(say('noted'));
          refresh(client, listPayments, getDeal);
        },
      },
    );
  };
  return (
    <form className="zt-step-form" onSubmit={note}>
      {noting.error && <Trouble error={noting.error} />}
      <Field label={say('delivery')}>
        {(field) => (
          <Select
            {...field}
            value={stepId}
            onChange={setStepId}
            options={deliveries.map(({ id, date, amountFen }) => ({
              value: id,
              label: `${formatDate(date, language)} · ${moneyText(amountFen, language)}`,
            }))}
          />
        )}
      </Field>
      <Field label={say('amount')}>
        {(field) => <InputNumber {...field} value={yuan} min={0} controls={false} onChange={setYuan} />}
      </Field>
      <Field label={say('paidOn')}>{(field) => <DateField {...field} value={paidOn} onChange={setPaidOn} />}</Field>
      <Button htmlType="submit" disabled={yuan === null || paidOn === ''} loading={noting.isPending}>
        {say('note')}
      </Button>
    </form>
  );
}
