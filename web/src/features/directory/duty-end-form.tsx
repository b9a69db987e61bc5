import { useQueryClient } from '@tanstack/react-query';
import { type Duty, endDuty, getDuty, listDuties, listMyDuties } from '@zhitong/contract/directory/duty-contract';
import { App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useMinute } from '#platform/clock';
import { isoToday } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { dutyText } from './duty-text.ts';

/** Takes a matter off the table from a day on. */
export function DutyEndForm({ duty, onDone }: { duty: Duty; onDone: () => void }) {
  const say = useText(dutyText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [on, setOn] = useState(isoToday(useMinute()));
  const [why, setWhy] = useState('');
  const ending = useDo(endDuty);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ending.mutate(
      { params: { id: duty.id }, body: { on, ...(why && { why }) } },
      {
        onSuccess: () => {
          refresh(client, getDuty, listDuties, listMyDuties);
          void message.success(say('saved'));
          onDone();
        },
      },
    );
  };
  return (
    <form className="zt-card zt-padded" onSubmit={submit} noValidate aria-label={say('endTitle')}>
      {ending.error && <Trouble error={ending.error} />}
      <Field label={say('from')} hint={say('endHint')}>
        {(field) => <DateField {...field} value={on} onChange={setOn} />}
      </Field>
      <Field label={say('why')} hint={say('whyHint')}>
        {(field) => <Input {...field} maxLength={300} value={why} onChange={(event) => setWhy(event.target.value)} />}
      </Field>
      <Button danger block htmlType="submit" loading={ending.isPending}>
        {say('end')}
      </Button>
    </form>
  );
}
