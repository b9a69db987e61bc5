import { listChains, listGaps } from '@zhitong/contract/chains/chain-contract';
import { listProducts } from '@zhitong/contract/matching/product-contract';
import { gapClassWords, isWeak } from '@zhitong/domain/chains/gap-class';
import { Select } from 'antd';
import { useState } from 'react';
import { useSettled } from '#platform/debounce';
import { useLanguage } from '#platform/display';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { newQuestion, useHeatView } from './heat-address.ts';
import { heatText } from './heat-text.ts';

const whole = '';

/** Chain, then weak link or leading firm; or a product. One choice takes the others away. */
export function HeatChooser({ chainOf }: { readonly chainOf: string | undefined }) {
  const say = useText(heatText);
  const { view, set } = useHeatView();
  const asked = useAsk(listChains, { query: {} });
  const chains = asked.data?.chains ?? [];
  const chain = chains.find(({ id }) => id === chainOf);
  return (
    <div className="zt-heat-chooser">
      <label>
        <span>{say('chain')}</span>
        <select
          value={chain?.id ?? ''}
          onChange={({ target }) => set({ ...newQuestion, chain: target.value || undefined })}
        >
          <option value="">{say('chooseChain')}</option>
          {chains.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {chain && <GapChoice key={chain.id} chain={chain.id} chosen={view.gap} />}
      {chain?.leader && (
        <label>
          <span>{say('firm')}</span>
          <select
            value={view.firm ?? ''}
            onChange={({ target }) =>
              set(target.value ? { ...newQuestion, firm: target.value } : { ...newQuestion, chain: chain.id })
            }
          >
            <option value="">{say('firmHint')}</option>
            <option value={chain.leader.id}>{chain.leader.name}</option>
          </select>
        </label>
      )}
      <ProductChoice chosen={view.product} />
    </div>
  );
}

function GapChoice({ chain, chosen }: { readonly chain: string; readonly chosen: string | undefined }) {
  const say = useText(heatText);
  const language = useLanguage();
  const { set } = useHeatView();
  const asked = useAsk(listGaps, { params: { id: chain }, query: {} });
  const gaps = asked.data?.gaps ?? [];
  // a pasted link may name a link that is weak no more
  const offered = gaps.filter((gap) => isWeak(gap.class) || gap.id === chosen);
  return (
    <label>
      <span>{say('gap')}</span>
      <select
        value={chosen ?? whole}
        onChange={({ target }) =>
          set(target.value === whole ? { ...newQuestion, chain } : { ...newQuestion, gap: target.value })
        }
      >
        <option value={whole}>{say('allGaps')}</option>
        {offered.map((gap) => (
          <option key={gap.id} value={gap.id}>
            {`${gap.product.name} · ${gapClassWords[gap.class][language]}`}
          </option>
        ))}
      </select>
    </label>
  );
}

const pause = 150;

function ProductChoice({ chosen }: { readonly chosen: string | undefined }) {
  const say = useText(heatText);
  const { set } = useHeatView();
  const [words, search] = useState('');
  const q = useSettled(words.trim(), pause);
  const found = useAsk(listProducts, { query: { q, limit: 20 } }, { enabled: q !== '' });
  const products = q === '' ? [] : (found.data?.products ?? []);
  return (
    <div className="zt-heat-product">
      <span aria-hidden="true">{say('product')}</span>
      <Select
        showSearch={{ filterOption: false, onSearch: search, searchValue: words }}
        aria-label={say('product')}
        placeholder={say('productHint')}
        value={chosen && products.some(({ id }) => id === chosen) ? chosen : null}
        options={products.map(({ id, name }) => ({ value: id, label: name }))}
        notFoundContent={null}
        onChange={(id: string | null) => {
          search('');
          set({ ...newQuestion, product: id ?? undefined });
        }}
      />
    </div>
  );
}
