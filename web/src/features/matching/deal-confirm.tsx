import { useQueryClient } from '@tanstack/react-query';
import { confirmDealStep, type Deal, getDeal, listDeals } from '@zhitong/contract/matching/deal-contract';
import { getHome } from '@zhitong/contract/matching/home-contract';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { Refused, Trouble } from '#ui/states';
import { dealText } from './deal-text.ts';

interface ConfirmStepProps {
  readonly deal: Deal;
  readonly step: Deal['steps'][number];
  readonly quantity: string;
  /** whether the own side has still to confirm; an open dialog stays with what it has to say */
  readonly due: boolean;
}

/** The one dialog that asks twice, because it binds both sides: the sentence says what is being signed. */
export function ConfirmStep({ deal, step, quantity, due }: ConfirmStepProps) {
  const say = useText(dealText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const confirming = useDo(confirmDealStep);
  const kind = say(`kind.${step.kind}`);
  const confirm = () =>
    confirming.mutate(
      { params: { id: deal.id }, body: { stepId: step.id } },
      {
        onSuccess: () => {
          refresh(client, getDeal, listDeals, getHome);
          void message.success(say('confirmed'));
          setOpen(false);
        },
      },
    );
  return (
    <>
      {due && (
        <Button type="primary" onClick={() => setOpen(true)}>
          {say('confirm')}
        </Button>
      )}
      <Modal
        open={open}
        title={say('confirmTitle', { kind })}
        okText={say('confirm')}
        cancelText={sayShared(due ? 'cancel' : 'close')}
        okButtonProps={{ hidden: !due && !confirming.isPending }}
        confirmLoading={confirming.isPending}
        onOk={confirm}
        onCancel={() => setOpen(false)}
      >
        <p>
          {say('confirmSentence', {
            kind,
            quantity: quantity || '—',
            date: formatDate(step.date, language),
            money: moneyText(step.amountFen, language),
          })}
        </p>
        {!due && confirming.isIdle && <Refused sentence={say('sealedMeanwhile')} />}
        {confirming.error && <Trouble error={confirming.error} />}
      </Modal>
    </>
  );
}
