import { useQueryClient } from '@tanstack/react-query';
import { getCase, needTimeline } from '@zhitong/contract/needs/case-contract';
import { acceptOffer, compareOffers } from '@zhitong/contract/needs/funding-contract';
import type { AskedBank, FundingOffer } from '@zhitong/contract/needs/funding-values';
import { getNeed } from '@zhitong/contract/needs/need-contract';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { type FundingChoiceCode, fundingChoiceCodes } from '@zhitong/domain/needs/funding-codes';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { formatMoneyExactly } from '#platform/format-money';
import { refresh, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { fundingText } from './funding-text.ts';

/** Takes one bank’s offer; asked once more, for the others are told at once. */
export function AcceptOffer({ needId, ask }: { needId: string; ask: AskedBank }) {
  const say = useText(fundingText);
  const [taking, setTaking] = useState<FundingOffer>();
  return (
    <>
      {ask.mayAccept && ask.offer && (
        <Button type="primary" onClick={() => setTaking(ask.offer ?? undefined)}>
          {say('accept')}
        </Button>
      )}
      {taking && <AcceptDialog needId={needId} ask={ask} offer={taking} onClose={() => setTaking(undefined)} />}
    </>
  );
}

interface DialogProps {
  readonly needId: string;
  readonly ask: AskedBank;
  readonly offer: FundingOffer;
  readonly onClose: () => void;
}

function AcceptDialog({ needId, ask, offer, onClose }: DialogProps) {
  useReturnFocus();
  const say = useText(fundingText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [reason, setReason] = useState<FundingChoiceCode>();
  const accepting = useDo(acceptOffer);
  const accept = () =>
    accepting.mutate(
      { params: { id: needId }, body: { offerId: offer.id, ...(reason && { reason }) } },
      {
        onSuccess: () => {
          void message.success(say('accepted'));
          onClose();
        },
        onSettled: () => refresh(client, compareOffers, getNeed, getCase, needTimeline),
      },
    );
  return (
    <Modal
      open
      title={say('acceptTitle', { bank: ask.bank.name })}
      okText={say('accept')}
      cancelText={sayShared('cancel')}
      confirmLoading={accepting.isPending}
      onOk={accept}
      onCancel={onClose}
    >
      {accepting.error && <Trouble error={accepting.error} />}
      <p>
        {say('acceptSentence', {
          ...{ amount: moneyText(offer.amountFen, language), rate: offer.rateBp / 100, months: offer.termMonths },
          cost: formatMoneyExactly(offer.yearlyCostFen, language),
        })}
      </p>
      <ChoiceRow
        label={say('acceptReason')}
        value={reason}
        choices={fundingChoiceCodes.map((value) => ({ value, word: say(`choice.${value}`) }))}
        onChoose={setReason}
      />
    </Modal>
  );
}
