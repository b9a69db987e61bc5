import { stepTarget } from '@zhitong/contract/investment/target-step-contract';
import { type TargetStage, targetStages, targetStatusWords } from '@zhitong/domain/investment/target-stage';
import { Button, Drawer, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '#platform/display';
import { usePhone } from '#platform/media';
import { useDo } from '#platform/query';
import { randomKey } from '#platform/random-key';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useReturnFocus } from '#ui/return-focus';
import { Trouble } from '#ui/states';
import { useDone } from './target-done.ts';
import type { TargetPage } from './target-page.ts';
import { targetPageText } from './target-page-text.ts';

interface StepDrawerProps {
  readonly found: TargetPage;
  readonly way: 'on' | 'back';
  /** absent: one more step in the stage it is in, or one to be chosen to go back to */
  readonly stage?: TargetStage | undefined;
  readonly onClose: () => void;
}

interface StepFields {
  readonly stage: TargetStage;
  readonly note: string;
  readonly next: string;
  readonly due: string;
  readonly reason: string;
}

/** What was done, what is next and by when; back only with the reason. */
export function StepDrawer({ found, way, stage, onClose }: StepDrawerProps) {
  useReturnFocus();
  const say = useText(targetPageText);
  const language = useLanguage();
  const phone = usePhone();
  const [fields, setFields] = useState(() => firstFields(found, { way, stage }));
  const [tried, setTried] = useState(false);
  const [idempotencyKey] = useState(randomKey);
  const stepping = useDo(stepTarget);
  const done = useDone(say('saved'), onClose);
  const problems = tried ? problemsOf(fields, way) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problemsOf(fields, way)).length > 0) return;
    stepping.mutate(
      { params: { id: found.target.id }, body: { ...bodyOf(fields), seen: found.seq, idempotencyKey } },
      done,
    );
  };
  return (
    <Drawer
      open
      onClose={onClose}
      title={way === 'back' ? say('backTitle') : say('stepTitle', { stage: targetStatusWords[fields.stage][language] })}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 480}
    >
      <form onSubmit={submit} noValidate>
        {stepping.error && <Trouble error={stepping.error} />}
        {tried && <ErrorSummary problems={Object.values(problems).map((problem) => say(problem))} />}
        <StepForm {...{ fields, way, found, problems }} onChange={(next) => setFields({ ...fields, ...next })} />
        <Button type="primary" size="large" block htmlType="submit" loading={stepping.isPending}>
          {say('save')}
        </Button>
      </form>
    </Drawer>
  );
}

interface StepFormProps {
  readonly fields: StepFields;
  readonly way: 'on' | 'back';
  readonly found: TargetPage;
  readonly problems: ReturnType<typeof problemsOf>;
  readonly onChange: (next: Partial<StepFields>) => void;
}

function StepForm({ fields, way, found, problems, onChange }: StepFormProps) {
  const say = useText(targetPageText);
  const language = useLanguage();
  const wrong = (name: keyof typeof problems) => {
    const problem = problems[name];
    return problem && say(problem);
  };
  const words = (name: 'note' | 'next' | 'reason', rows: number) => (
    <Field label={say(name)} error={wrong(name)}>
      {(field) => (
        <Input.TextArea
          {...{ ...field, value: fields[name], rows }}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      {way === 'back' && (
        <>
          <Field label={say('to')}>
            {(field) => (
              <Select
                {...field}
                value={fields.stage}
                options={found.can.back.map((value) => ({ value, label: targetStatusWords[value][language] }))}
                onChange={(stage) => onChange({ stage })}
              />
            )}
          </Field>
          {words('reason', 1)}
        </>
      )}
      {words('note', 3)}
      {fields.stage !== 'producing' && (
        <>
          {words('next', 1)}
          <Field label={say('due')} error={wrong('due')}>
            {(field) => <DateField {...field} value={fields.due} onChange={(due) => onChange({ due })} />}
          </Field>
        </>
      )}
    </>
  );
}

function firstFields(found: TargetPage, { way, stage }: Pick<StepDrawerProps, 'way' | 'stage'>): StepFields {
  const now = targetStages.find((one) => one === found.target.status) ?? 'lead';
  const to = way === 'back' ? (found.can.back.at(-1) ?? now) : (stage ?? now);
  return { stage: to, note: '', next: '', due: '', reason: '' };
}

type StepProblem = 'needNote' | 'needNext' | 'needDue' | 'needReason';

function problemsOf(
  { stage, note, next, due, reason }: StepFields,
  way: 'on' | 'back',
): Readonly<Partial<Record<'note' | 'next' | 'due' | 'reason', StepProblem>>> {
  const last = stage === 'producing';
  return {
    ...(way === 'back' && reason.trim() === '' && { reason: 'needReason' }),
    ...(note.trim() === '' && { note: 'needNote' }),
    ...(!last && next.trim() === '' && { next: 'needNext' }),
    ...(!last && due === '' && { due: 'needDue' }),
  };
}

function bodyOf({ stage, note, next, due, reason }: StepFields) {
  const nothing = stage === 'producing' ? { next: null, due: null } : { next: next.trim(), due };
  return { stage, note: note.trim(), reason: reason.trim() || null, ...nothing };
}
