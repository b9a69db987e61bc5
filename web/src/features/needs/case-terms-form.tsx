import { changeCaseTerms, listCaseTerms } from '@zhitong/contract/needs/case-terms-list-contract';
import { Input } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { CaseTermsNumbers, useNumberName } from './case-terms-numbers.tsx';
import { caseTermsText } from './case-terms-text.ts';
import { fieldsOf, readFields, type TermsFields, type TermsTrouble } from './case-terms-values.ts';
import { newestOf, TermsForm } from './terms-form.tsx';

interface CaseTermsFormProps {
  readonly shown: z.output<typeof listCaseTerms.reply>;
  readonly onClose: () => void;
}

/** The terms of the clocks as they will hold from a day to come. */
export function CaseTermsForm({ shown, onClose }: CaseTermsFormProps) {
  const say = useText(caseTermsText);
  const basis = newestOf(shown);
  const [fields, setFields] = useState<TermsFields>(() => fieldsOf(basis.terms));
  const trouble = useTroubleWords();
  const changing = useDo(changeCaseTerms);
  const read = (from: string) => {
    const found = readFields(fields, { before: basis.terms, from });
    return found.kind === 'read' ? found : ({ kind: 'wrong', problems: found.troubles.map(trouble) } as const);
  };
  return (
    <TermsForm
      {...{ shown, read, onClose, list: listCaseTerms, note: say('running') }}
      sending={{
        send: (body, onSaved) => changing.mutate({ body }, { onSuccess: ({ terms }) => onSaved(terms.from) }),
        ...{ pending: changing.isPending, error: changing.error },
      }}
    >
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
    </TermsForm>
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
