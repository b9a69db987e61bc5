import { listDuties } from '@zhitong/contract/directory/duty-contract';
import type { CaseDetail } from '@zhitong/contract/needs/case-contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useSettled } from '#platform/debounce';
import { useAsk } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { Field } from '#ui/field';
import type { CaseGiven } from './case-deeds.ts';
import { BodyField } from './case-fields.tsx';
import { caseText } from './case-text.ts';
import { sureness } from './sureness.ts';

interface TransferFieldProps {
  readonly candidates: CaseDetail['candidates'];
  readonly given: CaseGiven;
  readonly onChange: (next: CaseGiven) => void;
}

type Way = 'matter' | 'body';

/** The matters that routing proposed, each with its reasons; else a matter by search, or a body directly. */
export function TransferField({ candidates, given, onChange }: TransferFieldProps) {
  const say = useText(caseText);
  const [way, setWay] = useState<Way>();
  const proposed = candidates.map(({ body, duty, confidence, reasons }) => ({
    value: duty.id,
    word: [body.name, duty.title, say(sureness(confidence)), ...reasons.slice(0, 2)].join(' · '),
  }));
  const others = [
    { value: 'matter', word: say('otherMatter') },
    { value: 'body', word: say('otherBody') },
  ];
  return (
    <>
      <div className="zt-case-candidates">
        <ChoiceRow
          label={say('matterOrBody')}
          value={way ?? given.matter}
          choices={[...proposed, ...others]}
          onChoose={(choice) => {
            const other = choice === 'matter' || choice === 'body' ? choice : undefined;
            setWay(other);
            onChange(other ? without : { ...without, matter: choice });
          }}
        />
      </div>
      {way === 'matter' && <MatterField onChange={onChange} />}
      {way === 'body' && <BodyField onChange={onChange} />}
    </>
  );
}

const without: CaseGiven = {};

const offered = 20;

function MatterField({ onChange }: { onChange: (next: CaseGiven) => void }) {
  const say = useText(caseText);
  const sayShared = useText(sharedText);
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 200);
  const found = useAsk(listDuties, { query: { q, limit: offered } });
  const options = (found.data?.duties ?? []).map(({ id, number, title, body }) => ({
    value: id,
    label: `${number} ${title} · ${body.name}`,
  }));
  return (
    <Field label={say('otherMatter')}>
      {(field) => (
        <Select
          {...field}
          placeholder={say('findMatter')}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          notFoundContent={found.isFetching ? null : sayShared('emptyFiltered')}
          options={options}
          onChange={(matter: string) => onChange({ matter })}
        />
      )}
    </Field>
  );
}
