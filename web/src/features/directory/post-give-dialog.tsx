import { useQueryClient } from '@tanstack/react-query';
import { listCandidates } from '@zhitong/contract/directory/duty-contract';
import { addPerson, listPeople, mobile } from '@zhitong/contract/directory/person-contract';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { isoToday } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { roleText } from '#platform/role-text';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { NamesakeCheck } from './namesake-check.tsx';
import { peopleText } from './people-text.ts';

interface GivePostDialogProps {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly roles: readonly PostRole[];
  readonly onClose: () => void;
}

/** Enters somebody and gives the post; a person the city knows already by the number gets a second post. */
export function GivePostDialog({ organisation, roles, onClose }: GivePostDialogProps) {
  useReturnFocus();
  const say = useText(peopleText);
  const sayShared = useText(sharedText);
  const sayRole = useText(roleText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const today = isoToday(useMinute());
  const [wish, setWish] = useState({ name: '', phone: '', from: today, to: '' });
  const [role, setRole] = useState(roles[0]);
  const [anotherPerson, setAnotherPerson] = useState(false);
  const [tried, setTried] = useState(false);
  const adding = useDo(addPerson);
  const { name, phone, from, to } = wish;
  const nameMissing = name.trim() === '';
  const phoneWrong = phone.trim() !== '' && !mobile.safeParse(phone).success;
  // the word is about this name
  const nameIs = (typed: string) => {
    setWish({ ...wish, name: typed });
    setAnotherPerson(false);
  };
  const add = () => {
    setTried(true);
    if (nameMissing || phoneWrong || !role) return;
    adding.mutate(
      {
        params: { id: organisation.id },
        body: {
          name,
          role,
          from: from || today,
          to: to || null,
          ...(phone.trim() && { phone }),
          ...(anotherPerson && { anotherPerson }),
        },
      },
      {
        onSuccess: ({ person }) => {
          refresh(client, listPeople, listCandidates);
          void message.success(say(person.known ? 'addedKnown' : 'added'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={say('addTitle', { organisation: organisation.name })}
      onCancel={onClose}
      onOk={add}
      okText={say('add')}
      cancelText={sayShared('cancel')}
      confirmLoading={adding.isPending}
    >
      {adding.error && <Trouble error={adding.error} />}
      <NamesakeCheck error={adding.error} checked={anotherPerson} onCheck={setAnotherPerson} />
      <Field label={say('name')} error={tried && nameMissing ? say('needName') : undefined}>
        {(field) => <Input {...field} maxLength={40} value={name} onChange={(event) => nameIs(event.target.value)} />}
      </Field>
      <Field label={say('phone')} hint={say('phoneHint')} error={tried && phoneWrong ? say('badPhone') : undefined}>
        {(field) => (
          <Input
            {...field}
            inputMode="tel"
            maxLength={30}
            value={phone}
            onChange={(event) => setWish({ ...wish, phone: event.target.value })}
          />
        )}
      </Field>
      <ChoiceRow
        label={say('role')}
        value={role}
        choices={roles.map((value) => ({ value, word: sayRole(value) }))}
        onChoose={setRole}
      />
      <Field label={say('from')}>
        {(field) => <DateField {...field} value={from} onChange={(day) => setWish({ ...wish, from: day })} />}
      </Field>
      <Field label={say('to')} hint={say('toHint')}>
        {(field) => <DateField {...field} value={to} onChange={(day) => setWish({ ...wish, to: day })} />}
      </Field>
    </Modal>
  );
}
