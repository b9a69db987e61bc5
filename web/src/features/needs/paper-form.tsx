import { Button, Input } from 'antd';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { BodyField } from './case-fields.tsx';
import { PaperCondition } from './paper-condition.tsx';
import { type ConditionFields, emptyCondition, type PaperFields, unfinishedConditions } from './paper-fields.ts';
import { paperText } from './paper-text.ts';

interface FormProps {
  readonly fields: PaperFields;
  readonly onChange: (next: PaperFields) => void;
  /** a body writes for itself; undefined: the bureau chooses one */
  readonly own: { readonly id: string; readonly name: string } | undefined;
  readonly tried: boolean;
}

export function PaperForm({ fields, onChange, own, tried }: FormProps) {
  const change = (next: Partial<PaperFields>) => onChange({ ...fields, ...next });
  return (
    <>
      <Words fields={fields} change={change} own={own} />
      <Conditions fields={fields} change={change} tried={tried} />
    </>
  );
}

interface PartProps {
  readonly fields: PaperFields;
  readonly change: (next: Partial<PaperFields>) => void;
}

function Words({ fields, change, own }: PartProps & Pick<FormProps, 'own'>) {
  const say = useText(paperText);
  const line = (key: 'title' | 'benefit' | 'basis' | 'documentNumber', label: 'name' | typeof key, most: number) => (
    <Field label={say(label === 'title' ? 'name' : label)}>
      {(field) => (
        <Input
          {...field}
          value={fields[key]}
          maxLength={most}
          onChange={(event) => change({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      {line('title', 'name', 120)}
      {own ? (
        <p>
          {say('body')} · <span lang="zh">{own.name}</span>
        </p>
      ) : (
        <>
          <BodyField onChange={({ to, name }) => change({ body: { id: to, name } })} />
          {fields.body && <p className="zt-meta">{say('bodyNow', { name: fields.body.name })}</p>}
        </>
      )}
      {line('benefit', 'benefit', 500)}
      <div className="zt-paper-row">
        {line('basis', 'basis', 200)}
        {line('documentNumber', 'documentNumber', 80)}
      </div>
      <div className="zt-paper-row">
        <Field label={say('validFrom')}>
          {(field) => <DateField {...field} value={fields.validFrom} onChange={(validFrom) => change({ validFrom })} />}
        </Field>
        <Field label={say('validTo')} hint={fields.validTo === '' ? say('noEnd') : undefined}>
          {(field) => <DateField {...field} value={fields.validTo} onChange={(validTo) => change({ validTo })} />}
        </Field>
      </div>
    </>
  );
}

function Conditions({ fields, change, tried }: PartProps & Pick<FormProps, 'tried'>) {
  const say = useText(paperText);
  const { conditions } = fields;
  const unfinished = tried ? unfinishedConditions(fields) : [];
  const replace = (next: ConditionFields) =>
    change({ conditions: conditions.map((one) => (one.key === next.key ? next : one)) });
  const next = Math.max(-1, ...conditions.map(({ key }) => key)) + 1;
  return (
    <section>
      <h2 className="zt-paper-head">{say('conditions')}</h2>
      {conditions.map((condition, at) => (
        <PaperCondition
          key={condition.key}
          row={at + 1}
          condition={condition}
          error={unfinished.includes(at + 1) ? say('needCondition', { row: at + 1 }) : undefined}
          onChange={replace}
          onRemove={
            conditions.length > 1
              ? () => change({ conditions: conditions.filter(({ key }) => key !== condition.key) })
              : undefined
          }
        />
      ))}
      <Button onClick={() => change({ conditions: [...conditions, emptyCondition(next)] })}>{say('add')}</Button>
    </section>
  );
}
