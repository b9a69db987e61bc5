import { useQueryClient } from '@tanstack/react-query';
import { listPurchases, type PurchaseRow, verifyPurchase } from '@zhitong/contract/chains/purchase-contract';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { MixedText } from '#ui/mixed-text';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { purchaseText } from './purchase-text.ts';

const shortest = 2;

/** The bureau has seen the paper, and says which. */
export function PurchaseVerify({ purchase, onClose }: { purchase: PurchaseRow; onClose: () => void }) {
  useReturnFocus();
  const say = useText(purchaseText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [seen] = useState(purchase.edition);
  const [evidence, setEvidence] = useState('');
  const [tried, setTried] = useState(false);
  const verifying = useDo(verifyPurchase);
  const short = evidence.trim().length < shortest;
  const verify = () => {
    setTried(true);
    if (short) return;
    verifying.mutate(
      { params: { id: purchase.id }, body: { seen, evidence: evidence.trim() } },
      {
        onError: () => refresh(client, listPurchases),
        onSuccess: () => {
          refresh(client, listPurchases);
          void message.success(say('verified'));
          onClose();
        },
      },
    );
  };
  const lead = {
    ...{ firm: purchase.organisation.name, amount: moneyText(purchase.fenAYear, language) },
    ...{ origin: purchase.origin?.name ?? say('unknown'), date: formatDate(purchase.asOf, language) },
  };
  return (
    <Modal
      open
      title={<MixedText>{say('verifyTitle', { product: purchase.product.name })}</MixedText>}
      onCancel={onClose}
      onOk={verify}
      okText={say('verify')}
      cancelText={sayShared('cancel')}
      confirmLoading={verifying.isPending}
    >
      <p className="zt-purchase-why">
        <MixedText>{say('verifyLead', lead)}</MixedText>
      </p>
      {verifying.error && <Trouble error={verifying.error} />}
      <Field
        label={say('evidence')}
        hint={say('evidenceHint')}
        error={tried && short ? say('needEvidence') : undefined}
      >
        {(field) => (
          <Input
            {...field}
            value={evidence}
            maxLength={200}
            onChange={({ target }) => setEvidence(target.value)}
            onPressEnter={verify}
          />
        )}
      </Field>
    </Modal>
  );
}
