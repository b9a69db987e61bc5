import { useQueryClient } from '@tanstack/react-query';
import { getDuty, listCandidates, listDuties, listMyDuties } from '@zhitong/contract/directory/duty-contract';
import { type HeldPostRow, listPeople } from '@zhitong/contract/directory/person-contract';
import { changePostRole, endPost, listPostDuties } from '@zhitong/contract/directory/post-contract';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import { isAdministrator } from '@zhitong/domain/directory/role-groups';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { isoToday } from '#platform/format-date';
import { refresh, useAsk, useDo } from '#platform/query';
import { roleText } from '#platform/role-text';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { useReturnFocus } from '#ui/return-focus';
import { Answered, Trouble } from '#ui/states';
import { NamesakeCheck } from './namesake-check.tsx';
import { peopleText } from './people-text.ts';
import { SuccessorFields, type SuccessorWish, sentSuccessors } from './post-successors.tsx';

interface VacateDialogProps {
  readonly kind: 'end' | 'role';
  readonly row: HeldPostRow;
  readonly onClose: () => void;
}

/** Ends a post or changes its role: the matters in the way stand here with who takes them over, before anything is done. */
export function VacateDialog({ kind, row, onClose }: VacateDialogProps) {
  useReturnFocus();
  const say = useText(peopleText);
  const sayShared = useText(sharedText);
  const sayRole = useText(roleText);
  const today = isoToday(useMinute());
  const [on, setOn] = useState(row.from > today ? row.from : today);
  const [role, setRole] = useState<PostRole>();
  const [why, setWhy] = useState('');
  const [anotherPerson, setAnotherPerson] = useState(false);
  const [wish, setWish] = useState<SuccessorWish>({ all: undefined, each: {} });
  const asked = useAsk(listPostDuties, { params: { id: row.postId }, query: { on } });
  const { send, error, isPending } = useVacating(row.postId, onClose);
  const { name } = row.person;
  // with another role the matters go along, unless the role takes no part in the city's business
  const handsOver = kind === 'end' || (role !== undefined && isAdministrator(role));
  return (
    <Modal
      open
      title={say(kind === 'end' ? 'endTitle' : 'changeTitle', { name })}
      onCancel={onClose}
      onOk={() =>
        send({ kind, role, body: { on, successors: sentSuccessors(wish), ...(why && { why }) }, anotherPerson })
      }
      okText={say(kind === 'end' ? 'end' : 'change')}
      cancelText={sayShared('cancel')}
      okButtonProps={{ disabled: kind === 'role' && role === undefined, danger: kind === 'end' }}
      confirmLoading={isPending}
    >
      {error && <Trouble error={error} />}
      <NamesakeCheck error={error} checked={anotherPerson} onCheck={setAnotherPerson} />
      <Field label={say('from')} hint={say(kind === 'end' ? 'endHint' : 'changeHint')}>
        {(field) => <DateField {...field} value={on} onChange={(day) => setOn(day || today)} />}
      </Field>
      <Answered asked={asked} rows={3}>
        {({ matters, candidates, roles }) => (
          <>
            {kind === 'role' && (
              <ChoiceRow
                label={say('newRole')}
                value={role}
                choices={roles.map((value) => ({ value, word: sayRole(value) }))}
                onChoose={setRole}
              />
            )}
            {handsOver && (
              <SuccessorFields name={name} matters={matters} candidates={candidates} wish={wish} onChange={setWish} />
            )}
          </>
        )}
      </Answered>
      <Field label={say('why')}>
        {(field) => <Input {...field} maxLength={300} value={why} onChange={(event) => setWhy(event.target.value)} />}
      </Field>
    </Modal>
  );
}

interface Sending {
  readonly kind: 'end' | 'role';
  readonly role: PostRole | undefined;
  readonly body: { readonly on: string; readonly successors: ReturnType<typeof sentSuccessors>; readonly why?: string };
  readonly anotherPerson: boolean;
}

function useVacating(postId: string, onDone: () => void) {
  const say = useText(peopleText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const ending = useDo(endPost);
  const changing = useDo(changePostRole);
  const done = (sentence: string) => {
    refresh(client, listPeople, listPostDuties, listCandidates, listDuties, getDuty, listMyDuties);
    void message.success(sentence);
    onDone();
  };
  const send = ({ kind, role, body, anotherPerson }: Sending) => {
    const params = { id: postId };
    if (kind === 'end')
      ending.mutate({ params, body }, { onSuccess: ({ handedOver }) => done(say('ended', { count: handedOver })) });
    else if (role)
      changing.mutate(
        { params, body: { ...body, role, ...(anotherPerson && { anotherPerson }) } },
        { onSuccess: () => done(say('changed')) },
      );
  };
  return { send, error: ending.error ?? changing.error, isPending: ending.isPending || changing.isPending };
}
