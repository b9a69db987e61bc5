import { listOrigins } from '@zhitong/contract/chains/purchase-contract';
import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { listProducts } from '@zhitong/contract/matching/product-contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useSettled } from '#platform/debounce';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { purchaseText } from './purchase-text.ts';

interface Chosen {
  readonly id: string;
  readonly name: string;
}

interface PickerProps {
  /** names of the field it stands in */
  readonly field: { readonly id: string; readonly status?: 'error' };
  readonly value: Chosen | null;
  readonly onChoose: (chosen: Chosen | null) => void;
}

const pause = 150;

/** A product of the graph, by its name, an alias or its English name. */
export function ProductPicker(props: PickerProps) {
  const { q, search } = useSearch();
  const found = useAsk(listProducts, { query: { q, limit: 20 } }, { enabled: q !== '' });
  const products = found.data?.products ?? [];
  return <Picker {...props} {...{ q, search }} busy={found.isFetching} found={products} />;
}

/** Where it comes from: a prefecture, a country. It may be taken away again. */
export function OriginPicker(props: PickerProps) {
  const { q, search } = useSearch();
  const found = useAsk(listOrigins, { query: { q, limit: 20 } }, { enabled: q !== '' });
  const origins = (found.data?.origins ?? []).map(({ code, name }) => ({ id: code, name }));
  return <Picker {...props} {...{ q, search }} busy={found.isFetching} found={origins} clearable />;
}

/** A firm of the city, for the bureau. */
export function FirmPicker(props: PickerProps) {
  return <OrganisationPicker {...props} kind="enterprise" />;
}

/** A firm or a department that may be taken away again. */
export function BodyPicker(props: PickerProps & { readonly kind: 'enterprise' | 'department' }) {
  return <OrganisationPicker {...props} clearable />;
}

function OrganisationPicker({
  kind,
  ...props
}: PickerProps & { readonly kind: 'enterprise' | 'department'; readonly clearable?: true }) {
  const { q, search } = useSearch();
  const query = { q, kind, limit: 20 } as const;
  const found = useAsk(listOrganisations, { query }, { enabled: q !== '' });
  return <Picker {...props} {...{ q, search }} busy={found.isFetching} found={found.data?.organisations ?? []} />;
}

/** A department of the city, which a task is given to. */
export function DepartmentPicker(props: PickerProps) {
  const { q, search } = useSearch();
  const query = { q, kind: 'department', limit: 20 } as const;
  const found = useAsk(listOrganisations, { query }, { enabled: q !== '' });
  return <Picker {...props} {...{ q, search }} busy={found.isFetching} found={found.data?.organisations ?? []} />;
}

function useSearch() {
  const [words, search] = useState('');
  return { q: useSettled(words.trim(), pause), search };
}

interface Searching extends PickerProps {
  readonly q: string;
  readonly search: (words: string) => void;
  readonly busy: boolean;
  readonly found: readonly Chosen[];
  readonly clearable?: true;
}

function Picker({ field, value, onChoose, q, search, busy, found, clearable = undefined }: Searching) {
  const say = useText(purchaseText);
  const offered = q === '' ? [] : found;
  const all = value && !offered.some(({ id }) => id === value.id) ? [value, ...offered] : offered;
  const choose = (id: string | null | undefined) => {
    onChoose(all.find((one) => one.id === id) ?? null);
    search('');
  };
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: search }}
      allowClear={clearable === true ? { label: say('takeAway') } : false}
      value={value?.id ?? null}
      onChange={choose}
      loading={busy}
      notFoundContent={null}
      options={all.map(({ id, name }) => ({ value: id, title: name, label: <MixedText>{name}</MixedText> }))}
    />
  );
}
