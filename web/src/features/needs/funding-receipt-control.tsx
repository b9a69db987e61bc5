import { useQueryClient } from '@tanstack/react-query';
import { compareOffers, giveReceipt, takeBackReceipt } from '@zhitong/contract/needs/funding-contract';
import type { AskedBank } from '@zhitong/contract/needs/funding-values';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDay } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { Trouble } from '#ui/states';
import { lastDayOf } from './funding-record.tsx';
import { fundingText } from './funding-text.ts';

const usualDays = 5;
const closed: ReadonlySet<AskedBank['state']> = new Set(['lost', 'ended']);

/** Lets this bank look at the payment record once, and takes it back until it has looked. */
export function ReceiptControl({ needId, ask }: { needId: string; ask: AskedBank }) {
  const say = useText(fundingText);
  const language = useLanguage();
  const minute = useMinute();
  const [receipt] = ask.receipts;
  const waits = receipt?.state === 'waiting';
  return (
    <>
      {receipt && (
        <span className="zt-meta">
          {say('receiptLine', {
            state: say(`receipt.${receipt.state}`),
            date: formatDay(lastDayOf(receipt.expiresAt), minute, language),
          })}
          {receipt.purpose && ` · ${say('receiptUsedLine', { purpose: receipt.purpose })}`}
        </span>
      )}
      {waits && <TakeBack id={receipt.id} />}
      {!waits && !closed.has(ask.state) && <Give needId={needId} bank={ask.bank} />}
    </>
  );
}

function TakeBack({ id }: { id: string }) {
  const say = useText(fundingText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const taking = useDo(takeBackReceipt);
  const takeBack = () =>
    taking.mutate(
      { params: { id } },
      {
        onSuccess: () => void message.success(say('tookBack')),
        onSettled: () => refresh(client, compareOffers),
      },
    );
  return (
    <>
      <Button loading={taking.isPending} onClick={takeBack}>
        {say('takeBack')}
      </Button>
      {taking.error && <Trouble error={taking.error} />}
    </>
  );
}

function Give({ needId, bank }: { needId: string; bank: AskedBank['bank'] }) {
  const say = useText(fundingText);
  const sayShared = useText(sharedText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const giving = useDo(giveReceipt);
  const give = () =>
    giving.mutate(
      { params: { id: needId }, body: { bank: bank.id, days: usualDays } },
      {
        onSuccess: () => {
          void message.success(say('gave'));
          setOpen(false);
          refresh(client, compareOffers);
        },
      },
    );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('giveReceipt')}</Button>
      <Modal
        open={open}
        title={say('giveReceipt')}
        okText={say('give')}
        cancelText={sayShared('cancel')}
        confirmLoading={giving.isPending}
        onOk={give}
        onCancel={() => setOpen(false)}
      >
        {giving.error && <Trouble error={giving.error} />}
        <p>{say('giveSentence', { bank: bank.name, days: usualDays })}</p>
      </Modal>
    </>
  );
}
