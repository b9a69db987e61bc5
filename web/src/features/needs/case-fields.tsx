import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import type { Sentence } from '@zhitong/domain/language';
import { requestNeeds } from '@zhitong/domain/needs/case-request';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useSettled } from '#platform/debounce';
import { useLanguage } from '#platform/display';
import type { Draft } from '#platform/draft';
import { useAsk } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { Field } from '#ui/field';
import type { CaseDeed } from './case-deeds.ts';
import { caseText } from './case-text.ts';

const longest = 20_000;
const labels = {
  answer: 'textAnswer',
  help: 'textHelp',
  'ask-firm': 'textFirm',
  'ask-helper': 'textQuestion',
  extend: 'textWhyExtend',
} as const;
const labelOf: Readonly<Partial<Record<CaseDeed, (typeof labels)[keyof typeof labels]>>> = labels;

interface TextFieldProps {
  readonly deed: CaseDeed;
  readonly draft: Draft<string>;
  readonly error: string | undefined;
}

/** The words that go with an action; one draft a case, whatever it is sent as. */
export function TextField({ deed, draft, error }: TextFieldProps) {
  const say = useText(caseText);
  const label = say(labelOf[deed] ?? 'textWhy');
  const needed = requestNeeds[deed]?.includes('text') ?? false;
  return (
    <Field label={needed ? label : say('optional', { label })} error={error}>
      {(field) => (
        <Input.TextArea
          {...field}
          rows={deed === 'answer' ? 6 : 3}
          maxLength={longest}
          value={draft.value}
          onChange={(event) => draft.change(event.target.value)}
        />
      )}
    </Field>
  );
}

interface ReasonFieldProps<Code extends string> {
  readonly codes: readonly Code[];
  readonly words: Readonly<Record<Code, Sentence>>;
  readonly value: string | undefined;
  readonly onChange: (next: { reason: string }) => void;
}

export function ReasonField<Code extends string>({ codes, words, value, onChange }: ReasonFieldProps<Code>) {
  const say = useText(caseText);
  const language = useLanguage();
  return (
    <ChoiceRow
      label={say('reason')}
      value={codes.find((code) => code === value)}
      choices={codes.map((code) => ({ value: code, word: words[code][language] }))}
      onChoose={(reason) => onChange({ reason })}
    />
  );
}

const dayChoices = ['1', '2', '3', '5', '10'] as const;

export function DaysField({ value, onChange }: { value: number; onChange: (next: { days: number }) => void }) {
  const say = useText(caseText);
  return (
    <ChoiceRow
      label={say('days')}
      value={dayChoices.find((days) => days === String(value))}
      choices={dayChoices.map((days) => ({ value: days, word: say('daysOf', { count: Number(days) }) }))}
      onChoose={(days) => onChange({ days: Number(days) })}
    />
  );
}

const offered = 20;

/** A body of the city by a part of its name; firms handle no cases and are not offered. */
export function BodyField({ onChange }: { onChange: (next: { to: string; name: string }) => void }) {
  const say = useText(caseText);
  const sayShared = useText(sharedText);
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<{ value: string; label: string }>();
  const q = useSettled(typed.trim(), 200);
  const found = useAsk(listOrganisations, { query: { q, limit: offered } }, { enabled: q.length > 0 });
  const bodies = (q.length > 0 ? (found.data?.organisations ?? []) : []).filter(
    ({ kind }) => kind !== 'enterprise' && kind !== 'alliance',
  );
  const rows = bodies.map(({ id, name }) => ({ value: id, label: name }));
  const options = picked && !rows.some(({ value }) => value === picked.value) ? [picked, ...rows] : rows;
  return (
    <Field label={say('body')}>
      {(field) => (
        <Select
          {...field}
          placeholder={say('findBody')}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          value={picked?.value ?? null}
          notFoundContent={q.length > 0 && !found.isFetching ? sayShared('emptyFiltered') : null}
          options={options}
          onChange={(value) => {
            const next = options.find((option) => option.value === value);
            setPicked(next);
            if (next) onChange({ to: next.value, name: next.label });
          }}
        />
      )}
    </Field>
  );
}
