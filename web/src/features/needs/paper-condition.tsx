import { listRegions } from '@zhitong/contract/directory/organisation-tree-contract';
import { type PolicyFact, type PolicyOperator, policyFacts } from '@zhitong/domain/needs/policy';
import { operatorsOf, valuesOf } from '@zhitong/domain/needs/policy-paper';
import { Button, Input, InputNumber, Select } from 'antd';
import { useLanguage } from '#platform/display';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { type ConditionFields, withFact } from './paper-fields.ts';
import { paperText } from './paper-text.ts';

interface ConditionProps {
  readonly row: number;
  readonly condition: ConditionFields;
  readonly error: string | undefined;
  readonly onChange: (next: ConditionFields) => void;
  /** undefined: it is the only one */
  readonly onRemove: (() => void) | undefined;
}

/** One condition as data: a fact the platform knows or the firm can state, a comparison that fits it, a value of its kind. */
export function PaperCondition({ row, condition, error, onChange, onRemove }: ConditionProps) {
  const say = useText(paperText);
  const language = useLanguage();
  const { kind } = policyFacts[condition.fact];
  const names = Object.keys(policyFacts) as PolicyFact[];
  return (
    <fieldset className="zt-paper-condition">
      <legend>{say('condition', { row })}</legend>
      <div className="zt-paper-row">
        <Field label={say('fact')}>
          {(field) => (
            <Select<PolicyFact>
              {...field}
              value={condition.fact}
              options={names.map((value) => ({ value, label: policyFacts[value][language] }))}
              onChange={(fact) => onChange(withFact(condition, fact))}
            />
          )}
        </Field>
        <Field label={say('op')}>
          {(field) => (
            <Select<PolicyOperator>
              {...field}
              value={condition.op}
              options={operatorsOf[kind].map((value) => ({ value, label: say(`op.${value}`) }))}
              onChange={(op) => onChange({ ...condition, op })}
            />
          )}
        </Field>
        {kind !== 'yes' && <ValueField condition={condition} onChange={onChange} />}
      </div>
      <Field label={say('text')} error={error}>
        {(field) => (
          <Input
            {...field}
            value={condition.text}
            maxLength={200}
            onChange={(event) => onChange({ ...condition, text: event.target.value })}
          />
        )}
      </Field>
      {onRemove && (
        <Button type="link" onClick={onRemove}>
          {say('remove', { row })}
        </Button>
      )}
    </fieldset>
  );
}

const levelWords = {
  'self-declared': { zh: '自报', en: 'self-declared' },
  documented: { zh: '有材料', en: 'documented' },
  verified: { zh: '已核实', en: 'verified' },
} as const;

function ValueField({ condition, onChange }: Pick<ConditionProps, 'condition' | 'onChange'>) {
  const say = useText(paperText);
  const { fact, words, number } = condition;
  const choices = useChoices(fact);
  if (policyFacts[fact].kind === 'number')
    return (
      <Field label={say('value')}>
        {(field) => (
          <InputNumber
            {...field}
            min={0}
            controls={false}
            value={number}
            onChange={(next) => onChange({ ...condition, number: next })}
          />
        )}
      </Field>
    );
  return (
    <Field label={say('value')} hint={choices ? undefined : say(fact === 'industry' ? 'codes' : 'words')}>
      {(field) => (
        <Select
          {...field}
          mode={choices ? 'multiple' : 'tags'}
          value={[...words]}
          {...(choices ? { options: choices } : { open: false, suffixIcon: null })}
          onChange={(next: string[]) => onChange({ ...condition, words: next })}
        />
      )}
    </Field>
  );
}

/** Undefined: any word. */
function useChoices(fact: PolicyFact): { value: string; label: string }[] | undefined {
  const language = useLanguage();
  const regions = useAsk(listRegions, {}, { worded: false, enabled: fact === 'region' });
  if (fact === 'region') return (regions.data?.regions ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const isLevel = (value: string): value is keyof typeof levelWords => value in levelWords;
  return valuesOf(fact)?.map((value) => ({ value, label: isLevel(value) ? levelWords[value][language] : value }));
}
