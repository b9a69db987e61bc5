import { type TargetOperator, targetOperators } from '@zhitong/domain/needs/target-operator';
import { mostTargets } from '@zhitong/domain/needs/target-sheet';
import {
  ipWishes,
  ipWishWords,
  readinessLevels,
  readinessWords,
  targetOperatorSigns,
  targetOperatorWords,
} from '@zhitong/domain/needs/target-words';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { emptyTarget, type SheetFields, sheetLacks, sheetProblems, type TargetFields } from './sheet-fields.ts';
import './technology.css';
import { technologyText } from './technology-text.ts';

interface SheetEditorProps {
  readonly value: SheetFields;
  readonly onChange: (next: SheetFields) => void;
  /** how many targets were read from the words and not yet touched; undefined: the person wrote here */
  readonly read?: number | undefined;
  /** what is missing is named once the person has tried to send */
  readonly tried: boolean;
}

/** The figures a firm wants to be reached, row by row; what was read from its words stands there already. */
export function SheetEditor({ value, onChange, read, tried }: SheetEditorProps) {
  const say = useText(technologyText);
  const problems = tried ? sheetProblems(value) : [];
  const lacks = sheetLacks(value).map((lack) => say(lack));
  const language = useLanguage();
  const change = (at: number, next: Partial<TargetFields>) =>
    onChange({ ...value, targets: value.targets.map((one, place) => (place === at ? { ...one, ...next } : one)) });
  const remove = (at: number) => {
    const left = value.targets.filter((_one, place) => place !== at);
    onChange({ ...value, targets: left.length > 0 ? left : [emptyTarget()] });
  };
  return (
    <section className="zt-sheet zt-card zt-padded" aria-label={say('sheet')}>
      <h2>{say('sheet')}</h2>
      <p className="zt-meta">{read ? say('sheetRead', { count: read }) : say('sheetHint')}</p>
      <ErrorSummary problems={problems.map(({ row, problem }) => say(`problem.${problem}`, { row }))} />
      {value.targets.map((target, at) => (
        <TargetRow
          key={target.key}
          row={at + 1}
          target={target}
          onChange={(next) => change(at, next)}
          onRemove={() => remove(at)}
        />
      ))}
      <Button
        disabled={value.targets.length >= mostTargets}
        onClick={() => onChange({ ...value, targets: [...value.targets, emptyTarget()] })}
      >
        {say('addTarget')}
      </Button>
      <Wishes value={value} onChange={onChange} />
      <p className="zt-meta">
        {lacks.length > 0 && say('lacks', { facts: lacks.join(language === 'zh' ? '、' : ', ') })}
        {value.targets.every(({ metric }) => metric.trim() === '') && say('noTargets')}
      </p>
    </section>
  );
}

interface TargetRowProps {
  readonly row: number;
  readonly target: TargetFields;
  readonly onChange: (next: Partial<TargetFields>) => void;
  readonly onRemove: () => void;
}

function TargetRow({ row, target, onChange, onRemove }: TargetRowProps) {
  const say = useText(technologyText);
  return (
    <fieldset className="zt-sheet-row">
      <legend className="zt-only-read">{say('targetNumber', { row })}</legend>
      <Field label={say('metric')}>
        {(field) => (
          <Input
            {...field}
            value={target.metric}
            maxLength={80}
            placeholder={say('metricExample')}
            onChange={(event) => onChange({ metric: event.target.value })}
          />
        )}
      </Field>
      <Figures target={target} onChange={onChange} />
      <Conditions target={target} onChange={onChange} />
      <Button type="link" size="small" onClick={onRemove}>
        {say('removeTarget', { row })}
      </Button>
    </fieldset>
  );
}

/** How it is proved and where it must hold: folded away until somebody wants to say so. */
function Conditions({ target, onChange }: Pick<TargetRowProps, 'target' | 'onChange'>) {
  const say = useText(technologyText);
  const [isSaid] = useState(target.method !== '' || target.environment !== '');
  return (
    <details className="zt-sheet-conditions" open={isSaid}>
      <summary>{say('conditions')}</summary>
      <div className="zt-sheet-row">
        <Field label={say('methodHead')}>
          {(field) => (
            <Input
              {...field}
              value={target.method}
              maxLength={200}
              onChange={(event) => onChange({ method: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('environmentHead')}>
          {(field) => (
            <Input
              {...field}
              value={target.environment}
              maxLength={200}
              onChange={(event) => onChange({ environment: event.target.value })}
            />
          )}
        </Field>
      </div>
    </details>
  );
}

function Figures({ target, onChange }: Pick<TargetRowProps, 'target' | 'onChange'>) {
  const say = useText(technologyText);
  const language = useLanguage();
  const isRange = target.operator === 'range';
  const operators = targetOperators.map((value) => ({
    ...{ value, label: `${targetOperatorSigns[value]} ${targetOperatorWords[value][language]}` },
  }));
  return (
    <div className="zt-sheet-figures">
      <Field label={say('operator')}>
        {(field) => (
          <Select<TargetOperator>
            {...field}
            value={target.operator}
            options={operators}
            onChange={(operator) => onChange({ operator })}
          />
        )}
      </Field>
      <Field label={say(isRange ? 'low' : 'value')}>
        {(field) => (
          <InputNumber {...field} controls={false} value={target.value} onChange={(value) => onChange({ value })} />
        )}
      </Field>
      {isRange && (
        <Field label={say('high')}>
          {(field) => (
            <InputNumber {...field} controls={false} value={target.upTo} onChange={(upTo) => onChange({ upTo })} />
          )}
        </Field>
      )}
      <Field label={say('unit')}>
        {(field) => (
          <Input
            {...field}
            value={target.unit}
            maxLength={20}
            onChange={(event) => onChange({ unit: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

const none = 0;
const noWish = 'none';

function Wishes({ value, onChange }: Pick<SheetEditorProps, 'value' | 'onChange'>) {
  const say = useText(technologyText);
  const language = useLanguage();
  const levels = readinessLevels.map((level) => ({
    ...{ value: Number(level), label: say('trlValue', { level, words: readinessWords[level][language] }) },
  }));
  const wishes = ipWishes.map((wish) => ({ value: wish, label: ipWishWords[wish][language] }));
  return (
    <div className="zt-sheet-wishes">
      <Field label={say('trl')}>
        {(field) => (
          <Select<number>
            {...field}
            value={value.trl ?? none}
            options={[{ value: none, label: say('trlAny') }, ...levels]}
            onChange={(trl) => onChange({ ...value, trl: trl === none ? null : trl })}
          />
        )}
      </Field>
      <Field label={say('budget')} hint={say('budgetHint')}>
        {(field) => (
          <InputNumber
            {...field}
            controls={false}
            min={0}
            value={value.wan}
            onChange={(wan) => onChange({ ...value, wan })}
          />
        )}
      </Field>
      <Field label={say('ip')}>
        {(field) => (
          <Select<(typeof wishes)[number]['value'] | typeof noWish>
            {...field}
            value={value.ipWish ?? noWish}
            options={[{ value: noWish, label: say('ipOpen') }, ...wishes]}
            onChange={(wish) => onChange({ ...value, ipWish: wish === noWish ? null : wish })}
          />
        )}
      </Field>
    </div>
  );
}
