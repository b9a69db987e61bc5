import { targetKinds, targetKindWords } from '@zhitong/domain/investment/target-stage';
import { Input, Select } from 'antd';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import type { TargetField, TargetFields } from './target-fields.ts';
import { FirmPicker, PlacePicker } from './target-pickers.tsx';
import { targetText } from './target-text.ts';

interface TargetFormProps {
  readonly fields: TargetFields;
  /** sentences beside the fields they are about */
  readonly wrong: Readonly<Partial<Record<TargetField, string>>>;
  readonly onChange: (next: Partial<TargetFields>) => void;
}

export function TargetForm({ fields, wrong, onChange }: TargetFormProps) {
  const say = useText(targetText);
  return (
    <>
      <ChoiceRow
        label={say('which')}
        value={fields.which}
        choices={(['known', 'named'] as const).map((value) => ({ value, word: say(`which.${value}`) }))}
        onChoose={(which) => onChange({ which })}
      />
      {fields.which === 'known' ? (
        <Field label={say('pick')} error={wrong.firm} hint={say('pickHint')}>
          {(field) => <FirmPicker field={field} value={fields.firm} onChoose={(firm) => onChange({ firm })} />}
        </Field>
      ) : (
        <NamedFirm {...{ fields, wrong, onChange }} />
      )}
      <Field label={say('note')} error={wrong.note} hint={say('noteHint')}>
        {(field) => (
          <Input.TextArea
            {...{ ...field, value: fields.note, rows: 2 }}
            onChange={({ target }) => onChange({ note: target.value })}
          />
        )}
      </Field>
      <div className="zt-target-pair">
        <Field label={say('next')} error={wrong.next}>
          {(field) => (
            <Input {...field} value={fields.next} onChange={({ target }) => onChange({ next: target.value })} />
          )}
        </Field>
        <Field label={say('due')} error={wrong.due} hint={say('dueHint')}>
          {(field) => <DateField {...field} value={fields.due} onChange={(due) => onChange({ due })} />}
        </Field>
      </div>
    </>
  );
}

function NamedFirm({ fields, wrong, onChange }: TargetFormProps) {
  const say = useText(targetText);
  const language = useLanguage();
  return (
    <>
      <div className="zt-target-pair">
        <Field label={say('name')} error={wrong.name}>
          {(field) => (
            <Input
              {...{ ...field, value: fields.name, maxLength: 100 }}
              onChange={({ target }) => onChange({ name: target.value })}
            />
          )}
        </Field>
        <Field label={say('kind')}>
          {(field) => (
            <Select
              {...field}
              value={fields.kind}
              options={targetKinds.map((value) => ({ value, label: targetKindWords[value][language] }))}
              onChange={(kind) => onChange({ kind })}
            />
          )}
        </Field>
      </div>
      <Field label={say('region')} error={wrong.region} hint={say('regionHint')}>
        {(field) => <PlacePicker field={field} value={fields.region} onChoose={(region) => onChange({ region })} />}
      </Field>
    </>
  );
}
