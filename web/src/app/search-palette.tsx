import { findInChains } from '@zhitong/contract/chains/chain-contract';
import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { listProducts } from '@zhitong/contract/matching/product-contract';
import { listNeeds } from '@zhitong/contract/needs/need-contract';
import { gapClassWords } from '@zhitong/domain/chains/gap-class';
import type { Permission } from '@zhitong/domain/directory/permission';
import { Modal } from 'antd';
import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react';
import { keepDisplay } from '#features/directory/session';
import { useGo } from '#platform/address';
import { isComposing } from '#platform/composing';
import { useSettled } from '#platform/debounce';
import { useLanguage } from '#platform/display';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { useReturnFocus } from '#ui/return-focus';
import { appText } from './app-text.ts';
import { menuOf } from './menu.tsx';
import { type SearchHit, SearchHits } from './search-hits.tsx';
import { searchText } from './search-text.ts';
import { useViewer } from './viewer-context.tsx';

const groupSize = 5;
/** A pasted text longer than this is a need, not a name. */
const paragraphLength = 24;

/** Firms, products, chains with their links, own needs and actions, by typing; a pasted paragraph becomes a need. */
export function SearchPalette({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const say = useText(searchText);
  const listId = useId();
  const [words, setWords] = useState('');
  const [place, setPlace] = useState(0);
  const hits = useHits(words);
  const current = hits[Math.min(place, hits.length - 1)];

  const run = (hit: SearchHit | undefined) => {
    if (!hit) return;
    onClose();
    hit.run();
  };
  const onKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined) setPlace((hits.length + place + move) % Math.max(hits.length, 1));
    else if (event.key === 'Enter') run(current);
    else return;
    event.preventDefault();
  };
  // an input holds one line; pasted line ends become spaces, so that the paragraph stays readable
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!text.includes('\n')) return;
    event.preventDefault();
    setWords(text);
  };

  return (
    <Modal
      open
      closable={false}
      footer={null}
      onCancel={onClose}
      width={640}
      title={<span className="zt-only-read">{say('title')}</span>}
      className="zt-palette"
    >
      <input
        className="zt-palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-label={say('title')}
        aria-activedescendant={current ? `${listId}-${current.key}` : undefined}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the layer was opened to type into this field
        autoFocus
        placeholder={say('placeholder')}
        value={words.replaceAll('\n', ' ')}
        onChange={(event) => {
          setWords(event.target.value);
          setPlace(0);
        }}
        onPaste={onPaste}
        onKeyDown={onKey}
      />
      <SearchHits id={listId} hits={hits} current={current} onRun={run} />
    </Modal>
  );
}

function useHits(words: string): readonly SearchHit[] {
  const say = useText(searchText);
  const go = useGo();
  const { bureau } = useViewer();
  const may = useMay();
  const q = useSettled(words.trim(), 100);
  const enabled = q.length > 0 && q.length <= 100;
  const asked = (permission: Permission) => ({ enabled: enabled && may(permission) });
  const firms = useAsk(listOrganisations, { query: { q, limit: groupSize } }, asked('organisation.see'));
  const products = useAsk(listProducts, { query: { q, limit: groupSize } }, asked('product.see'));
  const chains = useAsk(findInChains, { query: { q: q || ' ', limit: groupSize } }, asked('chain.see'));
  const language = useLanguage();
  const needs = useAsk(listNeeds, { query: { q, limit: groupSize } }, asked('need.see'));
  const actions = useActions(words);
  if (!enabled) return actions;
  const isParagraph = may('need.publish') && words.trim().length >= paragraphLength;
  return [
    ...(isParagraph ? actions : []),
    ...(firms.data?.organisations ?? []).map(({ id, name, region }) => ({
      key: id,
      group: say('firms'),
      words: name,
      aside: region ?? '',
      run: () => go(`/organisations/${id}`),
    })),
    ...(products.data?.products ?? []).map(({ id, name, nameEn }) => ({
      key: `product-${id}`,
      group: say('products'),
      words: name,
      aside: nameEn ?? '',
      run: () => go(`/products/${id}`),
    })),
    ...(chains.data?.chains ?? []).map(({ id, name }) => ({
      ...{ key: `chain-${id}`, group: say('chains'), words: name, aside: '' },
      run: () => go(`/chains/${id}`),
    })),
    ...(chains.data?.gaps ?? []).map(({ chain, product, class: of }) => ({
      ...{ key: `gap-${chain.id}-${product.id}`, group: say('gaps'), words: product.name },
      aside: `${gapClassWords[of][language]} · ${chain.name}`,
      run: () => go(`/chains/${chain.id}/gaps/${product.id}`),
    })),
    ...(needs.data?.needs ?? []).map(({ id, text, organisation }) => ({
      key: id,
      group: say('needs'),
      words: text,
      aside: bureau ? organisation.name : '',
      run: () => go(`/needs/${id}`),
    })),
    ...(isParagraph ? [] : actions),
  ];
}

function useActions(words: string): readonly SearchHit[] {
  const say = useText(searchText);
  const sayApp = useText(appText);
  const viewer = useViewer();
  const go = useGo();
  const language = useLanguage();
  const typed = words.trim();
  const isParagraph = useMay()('need.publish') && typed.length >= paragraphLength;
  const post: SearchHit = {
    key: 'post-text',
    group: say('actions'),
    words: say('postText'),
    aside: '',
    run: () => go(`/needs/new?text=${encodeURIComponent(typed)}`),
  };
  const pages = menuOf(viewer).map((item) => ({
    key: `go-${item.word}`,
    group: say('actions'),
    words: sayApp(item.word),
    aside: '',
    run: () => go(item.to),
  }));
  const switching: SearchHit = {
    key: 'language',
    group: say('actions'),
    words: say('switchLanguage'),
    aside: '',
    run: () => keepDisplay({ language: language === 'zh' ? 'en' : 'zh' }),
  };
  if (isParagraph) return [post];
  return [...pages, switching].filter((hit) => hit.words.toLowerCase().includes(typed.toLowerCase()));
}
