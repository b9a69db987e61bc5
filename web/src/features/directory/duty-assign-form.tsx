import { useQueryClient } from '@tanstack/react-query';
import {
  assignDuty,
  type Duty,
  getDuty,
  listDuties,
  listMyDuties,
  moveDuty,
} from '@zhitong/contract/directory/duty-contract';
import { App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useMinute } from '#platform/clock';
import { isoToday } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { BodyField, chargeOf, HolderFields, type Holders } from './duty-holders.tsx';
import { dutyText } from './duty-text.ts';

interface DutyAssignFormProps {
  readonly duty: Duty;
  readonly kind: 'assign' | 'move';
  readonly onDone: () => void;
}

const nobody: Holders = { ownerPostId: undefined, deputyPostId: undefined, nextPostId: undefined };

/** Names who answers from a day on, in the same body or in another one. */
export function DutyAssignForm({ duty, kind, onDone }: DutyAssignFormProps) {
  const say = useText(dutyText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const today = isoToday(useMinute());
  const [bodyId, setBodyId] = useState(kind === 'assign' ? duty.body.id : undefined);
  const [holders, setHolders] = useState<Holders>(kind === 'assign' ? holdersOf(duty) : nobody);
  const [from, setFrom] = useState(today);
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const assigning = useDo(assignDuty);
  const moving = useDo(moveDuty);
  const error = assigning.error ?? moving.error;
  const onSuccess = () => {
    refresh(client, getDuty, listDuties, listMyDuties);
    void message.success(say('saved'));
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const charge = chargeOf(holders);
    if (!charge || bodyId === undefined) return;
    const body = { ...charge, from, ...(why && { why }) };
    if (kind === 'assign') assigning.mutate({ params: { id: duty.id }, body }, { onSuccess });
    else moving.mutate({ params: { id: duty.id }, body: { ...body, bodyId } }, { onSuccess });
  };
  return (
    <form className="zt-card zt-padded" onSubmit={submit} noValidate aria-label={say(`${kind}Title`)}>
      {error && <Trouble error={error} />}
      {kind === 'move' && (
        <BodyField
          value={bodyId}
          error={tried && bodyId === undefined ? say('needBody') : undefined}
          onChange={(id) => {
            setBodyId(id);
            setHolders(nobody);
          }}
        />
      )}
      <Field label={say('from')}>{(field) => <DateField {...field} value={from} onChange={setFrom} />}</Field>
      {bodyId && <HolderFields bodyId={bodyId} from={from} value={holders} onChange={setHolders} tried={tried} />}
      <Field label={say('why')} hint={say('whyHint')}>
        {(field) => <Input {...field} maxLength={300} value={why} onChange={(event) => setWhy(event.target.value)} />}
      </Field>
      <Button type="primary" block htmlType="submit" loading={assigning.isPending || moving.isPending}>
        {say('confirm')}
      </Button>
    </form>
  );
}

function holdersOf({ owner, deputy }: Duty): Holders {
  return { ownerPostId: owner.postId, deputyPostId: deputy?.postId, nextPostId: undefined };
}
