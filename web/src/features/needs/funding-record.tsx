import { useQueryClient } from '@tanstack/react-query';
import { getAsk, listReceipts, type PaymentRecord, readPaymentRecord } from '@zhitong/contract/needs/funding-contract';
import type { BankAsk, FundingReceipt, RecordedPayment } from '@zhitong/contract/needs/funding-values';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, formatDay } from '#platform/format-date';
import { formatMoneyCell } from '#platform/format-money';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { type Column, DataTable } from '#ui/data-table';
import { Field } from '#ui/field';
import { Empty, Trouble } from '#ui/states';
import { fundingText } from './funding-text.ts';

const shortestPurpose = 2;

/** The firm’s payment record: closed, until the firm opens it for one reading. */
export function PaymentRecordCard({ ask }: { ask: BankAsk }) {
  const say = useText(fundingText);
  const client = useQueryClient();
  const [purpose, setPurpose] = useState('');
  const reading = useDo(readPaymentRecord);
  const read = (event: FormEvent) => {
    event.preventDefault();
    reading.mutate(
      { params: { id: ask.id }, body: { purpose } },
      { onSettled: () => refresh(client, getAsk, listReceipts) },
    );
  };
  return (
    <section className="zt-card zt-padded zt-funding-form">
      <h2>{say('record')}</h2>
      {reading.data ? <Record record={reading.data} /> : <Standing receipt={ask.receipt} />}
      {reading.error && <Trouble error={reading.error} />}
      {!reading.data && ask.receipt?.state === 'waiting' && (
        <form className="zt-funding-form" onSubmit={read}>
          <Field label={say('purpose')}>
            {(field) => (
              <Input {...field} value={purpose} maxLength={200} onChange={(event) => setPurpose(event.target.value)} />
            )}
          </Field>
          <Button htmlType="submit" disabled={purpose.trim().length < shortestPurpose} loading={reading.isPending}>
            {say('readIt')}
          </Button>
        </form>
      )}
    </section>
  );
}

function Standing({ receipt }: { receipt: FundingReceipt | null }) {
  const say = useText(fundingText);
  const language = useLanguage();
  const minute = useMinute();
  if (receipt === null) return <p className="zt-ink-2">{say('recordNone')}</p>;
  const day = (iso: string) => formatDay(iso, minute, language);
  const sentences = {
    waiting: say('recordWaiting', { date: day(lastDayOf(receipt.expiresAt)) }),
    used: say('recordUsed', { date: receipt.usedAt ? day(receipt.usedAt) : '' }),
    expired: say('recordExpired'),
    'taken-back': say('recordTakenBack'),
  };
  return <p role="status">{sentences[receipt.state]}</p>;
}

/** A receipt ends with a day; the day is named, not the midnight after it. */
export const lastDayOf = (expiresAt: string) => new Date(Date.parse(expiresAt) - 1).toISOString();

function Record({ record }: { record: PaymentRecord }) {
  const say = useText(fundingText);
  const language = useLanguage();
  const money = (fen: number) => moneyText(fen, language);
  const columns: readonly Column<RecordedPayment>[] = [
    { key: 'paidOn', head: say('paidOn'), cell: ({ paidOn }) => formatDate(paidOn, language), oneLine: true },
    { key: 'side', head: say('side'), cell: ({ side }) => say(side === 'buyer' ? 'paid' : 'received') },
    {
      key: 'paid',
      head: say('paidAmount'),
      cell: ({ paidFen }) => formatMoneyCell(paidFen, language),
      align: 'right',
    },
    {
      key: 'delivered',
      head: say('delivered'),
      cell: ({ delivered }) => formatDate(delivered, language),
      oneLine: true,
    },
    {
      key: 'deliveredAmount',
      head: say('deliveredAmount'),
      cell: ({ deliveredFen }) => formatMoneyCell(deliveredFen, language),
      align: 'right',
    },
    { key: 'days', head: say('days'), cell: ({ days }) => days, align: 'right' },
  ];
  return (
    <>
      <p>{say('recordSum', { paid: money(record.paidFen), received: money(record.receivedFen) })}</p>
      <p className="zt-meta">{say('recordGone')}</p>
      {record.payments.length === 0 ? (
        <Empty sentence={say('recordEmpty')} />
      ) : (
        <DataTable
          label={say('record')}
          columns={columns}
          rows={record.payments}
          keyOf={(one) => `${one.side} ${one.paidOn} ${one.paidFen} ${one.delivered} ${one.deliveredFen}`}
        />
      )}
    </>
  );
}
