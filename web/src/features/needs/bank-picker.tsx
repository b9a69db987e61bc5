import { listBanks } from '@zhitong/contract/needs/funding-contract';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { Answered, Empty } from '#ui/states';
import { fundingText } from './funding-text.ts';

interface BankPickerProps {
  readonly value: readonly string[];
  readonly onChange: (banks: readonly string[]) => void;
  /** banks asked already; they are not shown again */
  readonly without?: readonly string[];
  /** how many may still be chosen; absent: as many as the city allows */
  readonly left?: number;
}

/** So many are looked through at a glance. */
const fewBanks = 8;

/** Which banks a funding need is sent to, at once. Once as many are taken as the city allows, the others rest. */
export function BankPicker({ value, onChange, without = [], left }: BankPickerProps) {
  const say = useText(fundingText);
  const asked = useAsk(listBanks, {}, { worded: false });
  const [word, setWord] = useState('');
  return (
    <Answered asked={asked} rows={3}>
      {({ banks, atMost }) => {
        const open = banks.filter(({ id }) => !without.includes(id));
        const most = left ?? atMost;
        // what is chosen stays in sight, whatever is searched for
        const shown = open.filter(({ id, name }) => value.includes(id) || name.includes(word.trim()));
        if (open.length === 0) return <Empty sentence={say(without.length > 0 ? 'noMoreBanks' : 'noBanks')} />;
        return (
          <fieldset className="zt-banks">
            <legend>{say('banks')}</legend>
            <p className="zt-meta">
              {left === undefined ? say('banksHint', { most }) : say('banksLeft', { left: most })}
            </p>
            {open.length > fewBanks && (
              <Input
                className="zt-banks-search"
                allowClear
                aria-label={say('bankSearch')}
                placeholder={say('bankSearch')}
                value={word}
                onChange={(event) => setWord(event.target.value)}
              />
            )}
            {shown.length === 0 && <p className="zt-meta">{say('bankNotFound', { word: word.trim() })}</p>}
            {shown.map(({ id, name }) => (
              <Checkbox
                key={id}
                checked={value.includes(id)}
                disabled={!value.includes(id) && value.length >= most}
                onChange={({ target }) => onChange(target.checked ? [...value, id] : value.filter((one) => one !== id))}
              >
                <span lang="zh">{name}</span>
              </Checkbox>
            ))}
          </fieldset>
        );
      }}
    </Answered>
  );
}
