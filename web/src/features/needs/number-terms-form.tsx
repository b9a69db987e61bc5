import { type ReactNode, useState } from 'react';
import type { refresh } from '#platform/query';
import { useText } from '#platform/text';
import { caseTermsText } from './case-terms-text.ts';
import { TermsForm, type TermsSending } from './terms-form.tsx';
import { TermsNumberField } from './terms-number-field.tsx';
import { readNumbers, type TermsNumber } from './terms-numbers.ts';
import type { TermsShown } from './terms-view.tsx';

export interface NumberGroup {
  readonly key: string;
  readonly title?: string;
  readonly numbers: readonly TermsNumber[];
  /** beneath the numbers */
  readonly more?: ReactNode;
}

interface NumberTermsFormProps<Terms> {
  readonly shown: TermsShown<Terms>;
  readonly note: string;
  readonly groups: readonly NumberGroup[];
  /** the terms that these numbers make */
  readonly termsOf: (valueFor: (name: string) => number) => Terms;
  readonly sending: TermsSending<Terms>;
  readonly list: Parameters<typeof refresh>[1];
  readonly onClose: () => void;
}

/** Terms that are numbers, each in its field. */
export function NumberTermsForm<Terms>({ groups, termsOf, ...form }: NumberTermsFormProps<Terms>) {
  const say = useText(caseTermsText);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const numbers = groups.flatMap((group) => group.numbers);
  const labels = new Map(numbers.map(({ name, label }) => [name, label]));
  const read = () => {
    const found = readNumbers(fields, numbers);
    if (found.kind === 'read') return { kind: 'read', terms: termsOf(found.valueFor) } as const;
    const problems = found.troubles.map(({ name, least, most }) =>
      say('wrongNumber', { name: labels.get(name) ?? name, least, most }),
    );
    return { kind: 'wrong', problems } as const;
  };
  return (
    <TermsForm {...form} read={read}>
      {groups.map(({ key, title, numbers: own, more }) => (
        <div key={key}>
          {title !== undefined && <h3>{title}</h3>}
          <div className="zt-terms-grid">
            {own.map(({ name, label, value }) => (
              <TermsNumberField
                key={name}
                label={label}
                value={fields[name] ?? String(value)}
                onChange={(text) => setFields({ ...fields, [name]: text })}
              />
            ))}
          </div>
          {more}
        </div>
      ))}
    </TermsForm>
  );
}
