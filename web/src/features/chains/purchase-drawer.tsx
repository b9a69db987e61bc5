import { useQueryClient } from '@tanstack/react-query';
import {
  changePurchase,
  enterPurchase,
  listPurchases,
  type PurchaseRow,
} from '@zhitong/contract/chains/purchase-contract';
import { App, Button, Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import { useMinute } from '#platform/clock';
import { isoToday } from '#platform/format-date';
import { useMay } from '#platform/may';
import { usePhone } from '#platform/media';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { ErrorSummary } from '#ui/error-summary';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { contentOf, firstFields, type PurchaseFields, problemsOf, refusedField } from './purchase-fields.ts';
import { PurchaseForm } from './purchase-form.tsx';
import { purchaseText } from './purchase-text.ts';

interface PurchaseDrawerProps {
  /** the purchase to change; a new one when absent */
  readonly purchase: PurchaseRow | undefined;
  readonly onClose: () => void;
}

export function PurchaseDrawer({ purchase, onClose }: PurchaseDrawerProps) {
  useReturnFocus();
  const say = useText(purchaseText);
  const phone = usePhone();
  const may = useMay();
  const today = isoToday(useMinute());
  const [fields, setFields] = useState(() => firstFields(purchase, today));
  const [tried, setTried] = useState(false);
  const asksFirm = purchase === undefined && may('purchase.verify');
  const problems = problemsOf(fields, asksFirm);
  const saving = useSaving(purchase, onClose);
  const refused = refusedField(saving.error);
  const told = Object.entries(tried ? problems : {}).map(([field, problem]) => [field, say(problem)] as const);
  const change = (next: Partial<PurchaseFields>) => {
    setFields({ ...fields, ...next });
    // a sentence about what stood there before no longer holds
    if (refused && refused.field in next) saving.forget();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length === 0) saving.save(fields);
  };
  return (
    <Drawer
      open
      onClose={onClose}
      title={purchase ? say('editTitle') : say('addTitle')}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 560}
    >
      <form onSubmit={submit} noValidate>
        {saving.error && !refused && <Trouble error={saving.error} />}
        {tried && <ErrorSummary problems={told.map(([, sentence]) => sentence)} />}
        {purchase?.level === 'confirmed' && <p className="zt-ink-2">{say('willBeDeclared')}</p>}
        <PurchaseForm
          {...{ fields, asksFirm }}
          wrong={{ ...(refused && { [refused.field]: refused.sentence }), ...Object.fromEntries(told) }}
          onChange={change}
        />
        <Button type="primary" size="large" block htmlType="submit" loading={saving.busy}>
          {purchase ? say('saveChange') : say('save')}
        </Button>
      </form>
    </Drawer>
  );
}

/** Registers or changes; what is changed is the edition that was opened, whatever has come since. */
function useSaving(purchase: PurchaseRow | undefined, onClose: () => void) {
  const say = useText(purchaseText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [opened] = useState(purchase);
  const entering = useDo(enterPurchase);
  const changing = useDo(changePurchase);
  const again = () => refresh(client, listPurchases);
  const told = {
    onError: again,
    onSuccess: () => {
      again();
      void message.success(opened ? say('changed') : say('saved'));
      onClose();
    },
  };
  const save = (fields: PurchaseFields) => {
    const content = contentOf(fields);
    if (!content) return;
    if (opened) changing.mutate({ params: { id: opened.id }, body: { ...content, seen: opened.edition } }, told);
    else entering.mutate({ body: { ...content, ...(fields.firm && { organisation: fields.firm.id }) } }, told);
  };
  const forget = () => {
    entering.reset();
    changing.reset();
  };
  return { save, forget, error: entering.error ?? changing.error, busy: entering.isPending || changing.isPending };
}
