import { limitOperators } from '@zhitong/domain/matching/limit';
import { periods } from '@zhitong/domain/matching/quantity';
import { Button, Input, InputNumber, Select } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { composerText } from './composer-text.ts';
import type { Chips } from './composer-wish.ts';

type Quantity = NonNullable<Chips['quantity']>;
type Limit = Chips['limits'][number];

interface EditorProps<Value> {
  readonly value: Value | undefined;
  readonly onApply: (value: Value) => void;
}

function EditorForm({ ready, onApply, children }: { ready: boolean; onApply: () => void; children: ReactNode }) {
  const say = useText(composerText);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onApply();
  };
  return (
    <form onSubmit={submit} className="zt-chip-form">
      {children}
      <Button type="primary" htmlType="submit" disabled={!ready} block>
        {say('apply')}
      </Button>
    </form>
  );
}

export function QuantityEditor({ value, onApply }: EditorProps<Quantity>) {
  const say = useText(composerText);
  const sayUi = useText(sharedText);
  const [amount, setAmount] = useState<number | null>(value?.amount ?? null);
  const [unit, setUnit] = useState(value?.unit ?? '');
  const [per, setPer] = useState(value?.per ?? 'once');
  const ready = amount !== null && amount > 0 && unit.trim() !== '';
  return (
    <EditorForm ready={ready} onApply={() => ready && onApply({ amount, unit: unit.trim(), per })}>
      <Field label={say('amount')}>
        {(field) => <InputNumber {...field} value={amount} onChange={setAmount} min={0} controls={false} />}
      </Field>
      <Field label={say('unit')}>
        {(field) => <Input {...field} value={unit} maxLength={20} onChange={(event) => setUnit(event.target.value)} />}
      </Field>
      <Field label={say('per')}>
        {(field) => (
          <Select
            {...field}
            value={per}
            onChange={setPer}
            options={periods.map((period) => ({ value: period, label: sayUi(`period.${period}`) }))}
          />
        )}
      </Field>
    </EditorForm>
  );
}

const signs = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=', '±': '±' } as const;

export function LimitEditor({ value, onApply }: EditorProps<Limit>) {
  const say = useText(composerText);
  const [name, setName] = useState(value?.name ?? '');
  const [op, setOp] = useState(value?.op ?? '>=');
  const [number, setNumber] = useState<number | null>(value?.value ?? null);
  const [unit, setUnit] = useState(value?.unit ?? '');
  const ready = name.trim() !== '' && number !== null;
  return (
    <EditorForm
      ready={ready}
      onApply={() => ready && onApply({ name: name.trim(), op, value: number, unit: unit.trim() })}
    >
      <Field label={say('limitName')}>
        {(field) => <Input {...field} value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={say('operator')}>
        {(field) => (
          <Select
            {...field}
            value={op}
            onChange={setOp}
            options={limitOperators.map((sign) => ({ value: sign, label: signs[sign] }))}
          />
        )}
      </Field>
      <Field label={say('value')}>
        {(field) => <InputNumber {...field} value={number} onChange={setNumber} controls={false} />}
      </Field>
      <Field label={say('unit')}>
        {(field) => <Input {...field} value={unit} maxLength={20} onChange={(event) => setUnit(event.target.value)} />}
      </Field>
    </EditorForm>
  );
}

export function DeadlineEditor({ value, onApply }: EditorProps<string>) {
  const say = useText(composerText);
  const [date, setDate] = useState(value ?? '');
  return (
    <EditorForm ready={date !== ''} onApply={() => onApply(date)}>
      <Field label={say('deadlineDate')}>{(field) => <DateField {...field} value={date} onChange={setDate} />}</Field>
    </EditorForm>
  );
}

interface WordEditorProps extends EditorProps<string> {
  readonly label: string;
  readonly maxLength: number;
}

/** A place or a certificate: one line of words. */
export function WordEditor({ value, onApply, label, maxLength }: WordEditorProps) {
  const [word, setWord] = useState(value ?? '');
  const ready = word.trim() !== '';
  return (
    <EditorForm ready={ready} onApply={() => onApply(word.trim())}>
      <Field label={label}>
        {(field) => (
          <Input {...field} value={word} maxLength={maxLength} onChange={(event) => setWord(event.target.value)} />
        )}
      </Field>
    </EditorForm>
  );
}
