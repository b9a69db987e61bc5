import { useQueryClient } from '@tanstack/react-query';
import { answerTechnology, getTechnology, listTechnology } from '@zhitong/contract/needs/technology-contract';
import type { Target, TechnologyAsk } from '@zhitong/contract/needs/technology-values';
import { targetVerdicts, targetVerdictWords } from '@zhitong/domain/needs/target-answer';
import { App, Button, Input, InputNumber } from 'antd';
import { type FormEvent, useState } from 'react';
import { now } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { isoToday } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { DateField } from '#ui/date-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { RequestFilePicker } from './request-files.tsx';
import { targetText } from './sheet-table.tsx';
import {
  type AnswerFields,
  answerBody,
  answerProblems,
  type ItemFields,
  startAnswer,
} from './technology-answer-fields.ts';
import { technologyText } from './technology-text.ts';

/** Target by target: met, not met or open, with what was reached, where it is written, and since when. */
export function TechnologyAnswerForm({ ask, onDone }: { ask: TechnologyAsk; onDone: () => void }) {
  const say = useText(technologyText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [fields, setFields] = useState<AnswerFields>(() => startAnswer(ask, isoToday(now())));
  const [tried, setTried] = useState(false);
  const answering = useDo(answerTechnology);
  const hints = (['answerHint', 'leadHint', 'mendHint'] as const).filter(
    (hint) => hint === 'answerHint' || (ask.lead !== null && (hint === 'leadHint' || ask.answer !== null)),
  );
  const problems = answerProblems(fields);
  const change = (row: number, next: Partial<ItemFields>) =>
    setFields({ ...fields, items: fields.items.map((item) => (item.target === row ? { ...item, ...next } : item)) });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problems.length > 0) return;
    answering.mutate(
      { params: { id: ask.id }, body: answerBody(fields) },
      {
        onSuccess: () => {
          void message.success(say('sent'));
          refresh(client, getTechnology, listTechnology);
          onDone();
        },
      },
    );
  };
  return (
    <form className="zt-answer-form" onSubmit={submit} noValidate>
      <p className="zt-meta">{hints.map((hint) => say(hint)).join(' ')}</p>
      {answering.error && <Trouble error={answering.error} />}
      {tried && <ErrorSummary problems={problems.map(({ row, problem }) => say(`problem.${problem}`, { row }))} />}
      {fields.items.map((item) => {
        const target = ask.sheet.targets[item.target - 1];
        return (
          target && (
            <ItemInputs key={item.target} item={item} target={target} onChange={(next) => change(item.target, next)} />
          )
        );
      })}
      <Field label={say('note')}>
        {(field) => (
          <Input.TextArea
            {...field}
            value={fields.note}
            maxLength={1_000}
            rows={3}
            onChange={(event) => setFields({ ...fields, note: event.target.value })}
          />
        )}
      </Field>
      <div>
        <Button type="primary" htmlType="submit" loading={answering.isPending}>
          {say('send')}
        </Button>
      </div>
    </form>
  );
}

interface ItemInputsProps {
  readonly item: ItemFields;
  readonly target: Target;
  readonly onChange: (next: Partial<ItemFields>) => void;
}

function ItemInputs({ item, target, onChange }: ItemInputsProps) {
  const say = useText(technologyText);
  const language = useLanguage();
  const { verdict } = item;
  const words = { row: item.target, metric: `${target.metric} ${targetText(target, language)}` };
  return (
    <div className="zt-answer-target">
      <ChoiceRow
        label={say('verdict', words)}
        value={verdict}
        choices={targetVerdicts.map((value) => ({ value, word: targetVerdictWords[value][language] }))}
        onChoose={(next) => onChange({ verdict: next })}
      />
      {(verdict === 'met' || verdict === 'not-met') && (
        <>
          <Facts item={item} target={target} onChange={onChange} />
          <RequestFilePicker
            files={item.file ? [item.file] : []}
            onChange={(files) => onChange({ file: files.at(-1) ?? null })}
          />
        </>
      )}
    </div>
  );
}

function Facts({ item, target, onChange }: ItemInputsProps) {
  const say = useText(technologyText);
  const isMet = item.verdict === 'met';
  return (
    <div className="zt-answer-facts">
      <Field label={`${say(isMet ? 'reached' : 'reachedMaybe')}${target.unit ? ` ${target.unit}` : ''}`}>
        {(field) => (
          <InputNumber {...field} controls={false} value={item.value} onChange={(value) => onChange({ value })} />
        )}
      </Field>
      <Field label={say(isMet ? 'evidence' : 'short')}>
        {(field) => (
          <Input
            {...field}
            value={item.evidence}
            maxLength={1_000}
            {...(isMet && { placeholder: say('evidenceExample') })}
            onChange={(event) => onChange({ evidence: event.target.value })}
          />
        )}
      </Field>
      <Field label={say('day')}>
        {(field) => <DateField {...field} value={item.day} onChange={(day) => onChange({ day })} />}
      </Field>
    </div>
  );
}
