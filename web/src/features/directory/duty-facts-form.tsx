import { useQueryClient } from '@tanstack/react-query';
import {
  changeDuty,
  createDuty,
  type Duty,
  getDuty,
  listDuties,
  listMyDuties,
} from '@zhitong/contract/directory/duty-contract';
import {
  type DutyClass,
  type DutyLevel,
  type DutyList,
  dutyClasses,
  dutyLevels,
  dutyLists,
} from '@zhitong/domain/directory/duty';
import { App, Button, Drawer, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { usePhone } from '#platform/media';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { BodyField, chargeOf, HolderFields, type Holders } from './duty-holders.tsx';
import { dutyText } from './duty-text.ts';

interface Facts {
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly words: string;
  readonly list: DutyList;
  readonly class: DutyClass;
  readonly level: DutyLevel;
  readonly basis: string;
}

/** What a matter is; a new one also needs its body and who answers from the first day. */
export function DutyFactsDrawer({ duty, onClose }: { duty: Duty | undefined; onClose: () => void }) {
  useReturnFocus();
  const say = useText(dutyText);
  const phone = usePhone();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [facts, setFacts] = useState<Facts>(() => factsOf(duty));
  const [bodyId, setBodyId] = useState<string>();
  const [holders, setHolders] = useState<Holders>({
    ownerPostId: undefined,
    deputyPostId: undefined,
    nextPostId: undefined,
  });
  const [tried, setTried] = useState(false);
  const creating = useDo(createDuty);
  const changing = useDo(changeDuty);
  const error = creating.error ?? changing.error;
  const problems = problemsOf(facts, duty ? undefined : { bodyId, ownerPostId: holders.ownerPostId });
  const onSuccess = () => {
    refresh(client, getDuty, listDuties, listMyDuties);
    void message.success(say('saved'));
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const charge = chargeOf(holders);
    if (problems.length > 0) return;
    if (duty) changing.mutate({ params: { id: duty.id }, body: bodyOf(facts) }, { onSuccess });
    else if (bodyId && charge) creating.mutate({ body: { ...bodyOf(facts), bodyId, ...charge } }, { onSuccess });
  };
  return (
    <Drawer
      open
      onClose={onClose}
      title={duty ? say('edit') : say('addTitle')}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 560}
    >
      <form onSubmit={submit} noValidate>
        {error && <Trouble error={error} />}
        {tried && <ErrorSummary problems={problems.map((key) => say(key))} />}
        <FactFields facts={facts} onChange={setFacts} />
        {!duty && (
          <BodyField value={bodyId} onChange={setBodyId} error={tried && !bodyId ? say('needBody') : undefined} />
        )}
        {!duty && bodyId && (
          <HolderFields bodyId={bodyId} from="" value={holders} onChange={setHolders} tried={tried} />
        )}
        <Button type="primary" block htmlType="submit" loading={creating.isPending || changing.isPending}>
          {say('confirm')}
        </Button>
      </form>
    </Drawer>
  );
}

/** A matter that is there has its body and owner already. */
function problemsOf(
  { number, title }: Facts,
  named: { bodyId: string | undefined; ownerPostId: string | undefined } | undefined,
) {
  return [
    ...(number.trim() === '' ? (['needNumber'] as const) : []),
    ...(title.trim() === '' ? (['needTitle'] as const) : []),
    ...(named && !named.bodyId ? (['needBody'] as const) : []),
    ...(named && !named.ownerPostId ? (['needOwner'] as const) : []),
  ];
}

function FactFields({ facts, onChange }: { facts: Facts; onChange: (facts: Facts) => void }) {
  const say = useText(dutyText);
  const text = (key: 'number' | 'title' | 'description' | 'basis', label: string, most: number) => (
    <Field label={label}>
      {(field) => (
        <Input
          {...field}
          maxLength={most}
          value={facts[key]}
          onChange={(event) => onChange({ ...facts, [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      {text('number', say('number'), 20)}
      {text('title', say('matter'), 80)}
      {text('description', say('description'), 300)}
      <Field label={say('words')} hint={say('wordsHint')}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={3}
            maxLength={1_500}
            value={facts.words}
            onChange={(event) => onChange({ ...facts, words: event.target.value })}
          />
        )}
      </Field>
      <ChoiceRow
        label={say('list')}
        value={facts.list}
        choices={dutyLists.map((value) => ({ value, word: say(`list.${value}`) }))}
        onChoose={(list) => onChange({ ...facts, list })}
      />
      <ChoiceRow
        label={say('class')}
        value={facts.class}
        choices={dutyClasses.map((value) => ({ value, word: say(`class.${value}`) }))}
        onChoose={(value) => onChange({ ...facts, class: value })}
      />
      <ChoiceRow
        label={say('level')}
        value={facts.level}
        choices={dutyLevels.map((value) => ({ value, word: say(`level.${value}`) }))}
        onChoose={(level) => onChange({ ...facts, level })}
      />
      {text('basis', say('basis'), 200)}
    </>
  );
}

function factsOf(duty: Duty | undefined): Facts {
  if (!duty)
    return {
      ...{ number: '', title: '', description: '', words: '', basis: '' },
      ...{ list: 'problem', class: 'normal', level: 'city' },
    };
  const { number, title, description, words, list, level, basis } = duty;
  return {
    ...{ number, title, list, level, class: duty.class, words: words.join('\n') },
    ...{ description: description ?? '', basis: basis ?? '' },
  };
}

function bodyOf({ words, description, basis, ...facts }: Facts) {
  const lines = words.split('\n').map((line) => line.trim());
  return {
    ...facts,
    words: lines.filter(Boolean),
    description: description.trim() || null,
    basis: basis.trim() || null,
  };
}
