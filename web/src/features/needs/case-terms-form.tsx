import { useQueryClient } from '@tanstack/react-query';
import { type CaseTermsRow, changeCaseTerms, listCaseTerms } from '@zhitong/contract/needs/case-terms-list-contract';
import { App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { CaseTermsNumbers, useNumberName } from './case-terms-numbers.tsx';
import { caseTermsText } from './case-terms-text.ts';
import { fieldsOf, readFields, type TermsFields, type TermsTrouble } from './case-terms-values.ts';

interface CaseTermsFormProps {
  readonly shown: z.output<typeof listCaseTerms.reply>;
  readonly onClose: () => void;
}

/** Terms as they will hold from a day to come: what is not touched stays. */
export function CaseTermsForm({ shown: { rows, current }, onClose }: CaseTermsFormProps) {
  const say = useText(caseTermsText);
  // the newest that are written down, planned ones too: two plans follow each other
  const basis: CaseTermsRow = rows[0] ?? current;
  const [fields, setFields] = useState<TermsFields>(() => fieldsOf(basis.terms));
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const saving = useSaving(onClose);
  const trouble = useTroubleWords();
  const read = readFields(fields, { before: basis.terms, from });
  const missing = { from: from === '', reason: reason.trim().length < 2 };
  const wrong = read.kind === 'wrong' ? read.troubles.map(trouble) : [];
  const problems = [
    ...wrong,
    ...(missing.from ? [say('needFrom')] : []),
    ...(missing.reason ? [say('needReason')] : []),
  ];
  const seen = rows.reduce((last, row) => (row.at > last ? row.at : last), current.at);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problems.length === 0 && read.kind === 'read') saving.save({ from, reason, terms: read.terms, seen });
  };
  return (
    <form className="zt-card zt-padded zt-knowledge-form" onSubmit={send} noValidate aria-label={say('change')}>
      <p className="zt-notice">{say('running')}</p>
      <ErrorSummary problems={tried ? problems : []} />
      <div className="zt-terms-grid">
        <Field label={say('from')} error={tried && missing.from ? say('needFrom') : undefined}>
          {(field) => <DateField {...field} value={from} onChange={setFrom} />}
        </Field>
        <Field label={say('reason')} error={tried && missing.reason ? say('needReason') : undefined}>
          {(field) => (
            <Input {...field} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      </div>
      <CaseTermsNumbers
        rungs={basis.terms.ladder.map(({ who }) => who)}
        numbers={fields.numbers}
        onChange={(name, value) => setFields({ ...fields, numbers: { ...fields.numbers, [name]: value } })}
      />
      <Field label={say('hours')} hint={say('hoursHint')}>
        {(field) => (
          <Input
            {...field}
            value={fields.hours}
            onChange={(event) => setFields({ ...fields, hours: event.target.value })}
          />
        )}
      </Field>
      <Field label={say('freeDays')} hint={say('freeHint')}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={3}
            value={fields.freeDays}
            onChange={(event) => setFields({ ...fields, freeDays: event.target.value })}
          />
        )}
      </Field>
      {saving.error && <Trouble error={saving.error} />}
      <div className="zt-request-buttons">
        <Button type="primary" htmlType="submit" loading={saving.pending}>
          {say('plan')}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </div>
    </form>
  );
}

function useTroubleWords(): (trouble: TermsTrouble) => string {
  const say = useText(caseTermsText);
  const nameOf = useNumberName();
  return (trouble) => {
    if (trouble.kind === 'hours') return say('wrongHours');
    if (trouble.kind === 'day') return say('wrongDay', { day: trouble.day });
    return say('wrongNumber', { name: nameOf(trouble.name), least: trouble.least, most: trouble.most });
  };
}

function useSaving(onClose: () => void) {
  const say = useText(caseTermsText);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const changing = useDo(changeCaseTerms);
  const save = (body: z.input<NonNullable<typeof changeCaseTerms.body>>) =>
    changing.mutate(
      { body },
      {
        onSuccess: ({ terms }) => {
          void message.success(say('saved', { from: formatDate(terms.from, language) }));
          refresh(client, listCaseTerms);
          onClose();
        },
      },
    );
  return { save, pending: changing.isPending, error: changing.error };
}
