import { useQueryClient } from '@tanstack/react-query';
import { getDuty, listDuties, listMyDuties } from '@zhitong/contract/directory/duty-contract';
import { enterLeave, listMyLeaves } from '@zhitong/contract/directory/leave-contract';
import { listPeople } from '@zhitong/contract/directory/person-contract';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import { App, Modal, Select } from 'antd';
import { useState } from 'react';
import { refresh, useDo } from '#platform/query';
import { roleText } from '#platform/role-text';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { dutyText } from './duty-text.ts';

interface LeaveDialogProps {
  /** undefined: one's own post */
  readonly postId: string | undefined;
  readonly name?: string;
  readonly colleagues: readonly { readonly postId: string; readonly name: string; readonly role: PostRole }[];
  readonly onClose: () => void;
}

const deputies = 'deputies';

/** From, until, and who covers; what nobody would answer for is told before anything is written. */
export function LeaveDialog({ postId, name, colleagues, onClose }: LeaveDialogProps) {
  useReturnFocus();
  const say = useText(dutyText);
  const sayShared = useText(sharedText);
  const sayRole = useText(roleText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [days, setDays] = useState({ from: '', to: '' });
  const [cover, setCover] = useState(deputies);
  const [tried, setTried] = useState(false);
  const entering = useDo(enterLeave);
  const missing = days.from === '' || days.to === '';
  const enter = () => {
    setTried(true);
    if (missing) return;
    const coverPostId = cover === deputies ? null : cover;
    entering.mutate(
      { body: { ...days, coverPostId, ...(postId && { postId }) } },
      {
        onSuccess: () => {
          refresh(client, listMyLeaves, listMyDuties, listPeople, listDuties, getDuty);
          void message.success(say('leaveSaved'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={name === undefined ? say('leaveAdd') : say('leaveOf', { name })}
      onCancel={onClose}
      onOk={enter}
      okText={say('leaveAdd')}
      cancelText={sayShared('cancel')}
      confirmLoading={entering.isPending}
    >
      {entering.error && <Trouble error={entering.error} />}
      <Field label={say('leaveFrom')} error={tried && missing ? say('needDays') : undefined}>
        {(field) => <DateField {...field} value={days.from} onChange={(from) => setDays({ ...days, from })} />}
      </Field>
      <Field label={say('leaveTo')} hint={say('leaveToHint')}>
        {(field) => <DateField {...field} value={days.to} onChange={(to) => setDays({ ...days, to })} />}
      </Field>
      <Field label={say('cover')}>
        {(field) => (
          <Select
            {...field}
            value={cover}
            onChange={setCover}
            options={[
              { value: deputies, label: say('coverNone') },
              ...colleagues.map((row) => ({ value: row.postId, label: `${row.name} · ${sayRole(row.role)}` })),
            ]}
          />
        )}
      </Field>
    </Modal>
  );
}
