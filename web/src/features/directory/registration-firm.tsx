import { findFirms } from '@zhitong/contract/directory/registration-contract';
import { Input } from 'antd';
import { useState } from 'react';
import { useSettled } from '#platform/debounce';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { MixedText } from '#ui/mixed-text';
import { Trouble } from '#ui/states';
import { registrationText } from './registration-text.ts';

export type FirmChoice = { readonly id: string } | { readonly name: string; readonly creditCode: string };

interface FirmProps {
  readonly value: FirmChoice | undefined;
  readonly error: string | undefined;
  readonly onChange: (value: FirmChoice | undefined) => void;
}

/** The firm in the directory, or one that is entered as on its licence. */
export function RegistrationFirm({ value, error, onChange }: FirmProps) {
  const say = useText(registrationText);
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 250);
  const asked = useAsk(findFirms, { query: { q } }, { enabled: q.length >= 2 });
  const firms = q.length >= 2 ? (asked.data?.firms ?? []) : [];
  const isNew = value !== undefined && 'name' in value;
  return (
    <section>
      <h2>{say('stepFirm')}</h2>
      <Field label={say('find')} hint={say('findHint')} error={error}>
        {(field) => (
          <Input {...field} value={typed} maxLength={100} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      {asked.error && <Trouble error={asked.error} />}
      {q.length >= 2 && asked.data && (
        <ul className="zt-firm-choices">
          {firms.map(({ id, name, region }) => (
            <li key={id}>
              <label>
                <input
                  type="radio"
                  name="firm"
                  checked={value !== undefined && 'id' in value && value.id === id}
                  onChange={() => onChange({ id })}
                />
                <MixedText>{region ? `${name} · ${region}` : name}</MixedText>
              </label>
            </li>
          ))}
          <li>
            <label>
              <input
                type="radio"
                name="firm"
                checked={isNew}
                onChange={() => onChange({ name: firms.length === 0 ? typed.trim() : '', creditCode: '' })}
              />
              {say(firms.length === 0 ? 'none' : 'notListed')}
            </label>
          </li>
        </ul>
      )}
      {isNew && (
        <>
          <Field label={say('firmName')} hint={say('firmNameHint')}>
            {(field) => (
              <Input
                {...field}
                value={value.name}
                autoComplete="organization"
                onChange={(event) => onChange({ ...value, name: event.target.value })}
              />
            )}
          </Field>
          <Field label={say('creditCode')}>
            {(field) => (
              <Input
                {...field}
                value={value.creditCode}
                onChange={(event) => onChange({ ...value, creditCode: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </section>
  );
}
