import { findFirms, findPlaces } from '@zhitong/contract/investment/target-contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useSettled } from '#platform/debounce';
import { useAsk } from '#platform/query';
import { MixedText } from '#ui/mixed-text';
import type { Chosen } from './target-fields.ts';

interface PickerProps {
  /** names of the field it stands in */
  readonly field: { readonly id: string; readonly status?: 'error' };
  readonly value: Chosen | null;
  readonly onChoose: (chosen: Chosen | null) => void;
}

const pause = 150;

/** A firm or institution of another city that is in the register, by name. */
export function FirmPicker(props: PickerProps) {
  const [words, search] = useState('');
  const q = useSettled(words.trim(), pause);
  const asked = useAsk(findFirms, { query: { q, limit: 20 } }, { enabled: q !== '' });
  const found = (asked.data?.firms ?? []).map(({ id, name, place }) => ({ id, name, more: place ?? '' }));
  return <Picker {...props} {...{ q, search, found }} busy={asked.isFetching} />;
}

/** A prefecture in the country, a country abroad. It may be taken away again. */
export function PlacePicker(props: PickerProps) {
  const [words, search] = useState('');
  const q = useSettled(words.trim(), pause);
  const asked = useAsk(findPlaces, { query: { q, limit: 20 } }, { enabled: q !== '' });
  const found = (asked.data?.places ?? []).map(({ code, name }) => ({ id: code, name, more: '' }));
  return <Picker {...props} {...{ q, search, found }} busy={asked.isFetching} clearable />;
}

interface Searching extends PickerProps {
  readonly q: string;
  readonly search: (words: string) => void;
  readonly busy: boolean;
  readonly found: readonly (Chosen & { readonly more: string })[];
  readonly clearable?: true;
}

function Picker({ field, value, onChoose, q, search, busy, found, clearable }: Searching) {
  const offered = q === '' ? [] : found;
  const kept = value && !offered.some(({ id }) => id === value.id) ? [{ ...value, more: '' }] : [];
  const all = [...kept, ...offered];
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: search }}
      allowClear={clearable === true}
      value={value?.id ?? null}
      onChange={(id: string | null | undefined) => {
        const one = all.find((known) => known.id === id);
        onChoose(one ? { id: one.id, name: one.name } : null);
        search('');
      }}
      loading={busy}
      notFoundContent={null}
      options={all.map(({ id, name, more }) => ({
        ...{ value: id, title: name },
        label: <MixedText>{more === '' ? name : `${name} · ${more}`}</MixedText>,
      }))}
    />
  );
}
