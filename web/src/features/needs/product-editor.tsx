import { listProducts } from '@zhitong/contract/matching/product-contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useSettled } from '#platform/debounce';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { composerText } from './composer-text.ts';
import type { ProductChip } from './composer-wish.ts';

const pause = 150;

/** Finds a product by its name, an alias or its English name. */
export function ProductEditor({ onApply }: { onApply: (product: ProductChip) => void }) {
  const say = useText(composerText);
  const [words, setWords] = useState('');
  const q = useSettled(words.trim(), pause);
  const found = useAsk(listProducts, { query: { q, limit: 20 } }, { enabled: q !== '' });
  const products = q === '' ? [] : (found.data?.products ?? []);
  const choose = (id: string) => {
    const product = products.find((row) => row.id === id);
    if (product) onApply({ id: product.id, name: product.name });
  };
  return (
    <Field label={say('findProduct')}>
      {(field) => (
        <Select
          {...field}
          showSearch={{ filterOption: false, onSearch: setWords }}
          value={null}
          onChange={choose}
          loading={found.isFetching}
          notFoundContent={null}
          options={products.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Field>
  );
}
