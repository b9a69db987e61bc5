import { useQueryClient } from '@tanstack/react-query';
import { disputeFields, listDisputes, raiseDispute } from '@zhitong/contract/directory/dispute-contract';
import { App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { refresh, useAsk, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { useDisputeField } from './dispute-field.ts';
import { disputeText } from './dispute-text.ts';
import './identity.css';

interface Disputed {
  readonly id: string;
  readonly name: string;
}

/** `有异议`: one click, one sentence; what was said before and the bureau's answers stand below. */
export function DisputeBox({ organisation }: { organisation: Disputed }) {
  const say = useText(disputeText);
  const fieldName = useDisputeField();
  const [open, setOpen] = useState(false);
  const { data } = useAsk(listDisputes, { query: { organisation: organisation.id } }, { worded: false, keep: false });
  return (
    <section className="zt-dispute-box">
      <Button size="small" onClick={() => setOpen(true)}>
        {say('raise')}
      </Button>
      {data && data.disputes.length > 0 && (
        <ul aria-label={say('own')}>
          {data.disputes.map((dispute) => (
            <li key={dispute.id}>
              {fieldName(dispute.field)} · {say(`state.${dispute.state}`)} · <span lang="zh">{dispute.claim}</span>
              {dispute.answer && (
                <div className="zt-meta">
                  {say('answered', { name: dispute.answeredBy ?? '', answer: dispute.answer })}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && <DisputeDialog organisation={organisation} onClose={() => setOpen(false)} />}
    </section>
  );
}

function DisputeDialog({ organisation, onClose }: { organisation: Disputed; onClose: () => void }) {
  useReturnFocus();
  const say = useText(disputeText);
  const sayShared = useText(sharedText);
  const fieldName = useDisputeField();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [field, setField] = useState<(typeof disputeFields)[number]>('name');
  const [claim, setClaim] = useState('');
  const [tried, setTried] = useState(false);
  const raising = useDo(raiseDispute);
  const send = () => {
    setTried(true);
    if (claim.trim().length < 2) return;
    raising.mutate(
      { params: { id: organisation.id }, body: { field, claim: claim.trim() } },
      {
        onSuccess: () => {
          refresh(client, listDisputes);
          void message.success(say('sent'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={say('raiseTitle', { name: organisation.name })}
      onCancel={onClose}
      onOk={send}
      okText={say('send')}
      cancelText={sayShared('cancel')}
      confirmLoading={raising.isPending}
    >
      <p className="zt-dialog-lead">{say('raiseLead')}</p>
      {raising.error && <Trouble error={raising.error} />}
      <Field label={say('field')}>
        {(names) => (
          <Select
            {...names}
            value={field}
            onChange={setField}
            options={disputeFields.map((name) => ({ value: name, label: fieldName(name) }))}
          />
        )}
      </Field>
      <Field label={say('claim')} error={tried && claim.trim().length < 2 ? say('needClaim') : undefined}>
        {(names) => (
          <Input.TextArea
            {...names}
            value={claim}
            rows={3}
            maxLength={500}
            onChange={(event) => setClaim(event.target.value)}
          />
        )}
      </Field>
    </Modal>
  );
}
