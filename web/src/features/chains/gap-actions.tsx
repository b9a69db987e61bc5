import type { GapReply } from '@zhitong/contract/chains/chain-contract';
import type { GapTaskKind } from '@zhitong/domain/chains/gap-task';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useGo } from '#platform/address';
import { useMay } from '#platform/may';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { GapTaskDialog } from './gap-task-dialog.tsx';
import { gapTaskText } from './gap-task-text.ts';
import { gapText } from './gap-text.ts';

interface GapActionsProps {
  readonly chainId: string;
  readonly gap: Pick<GapReply, 'id' | 'product'>;
  /** what the need of the own firm begins with; absent: the product */
  readonly wish?: string | undefined;
  /** beside each other, or behind one button in a row of a table */
  readonly as?: 'buttons' | 'menu';
}

/** Every gap leads to an action: what the reader may not do is not there. */
export function GapActions({ chainId, gap, wish, as = 'buttons' }: GapActionsProps) {
  const [kind, setKind] = useState<GapTaskKind>();
  const ways = useWays(gap, wish);
  if (ways.length === 0) return '—';
  const Shown = as === 'menu' ? Menu : Buttons;
  return (
    <>
      <Shown product={gap.product.name} ways={ways} onBegin={setKind} />
      {kind && <GapTaskDialog chainId={chainId} product={gap.product} kind={kind} onClose={() => setKind(undefined)} />}
    </>
  );
}

/** A page to go to, or a task to give. */
type Way = { readonly key: string; readonly word: string } & ({ readonly to: string } | { readonly kind: GapTaskKind });

function useWays({ id, product }: GapActionsProps['gap'], wish: string | undefined): readonly Way[] {
  const say = useText(gapTaskText);
  const sayGap = useText(gapText);
  const may = useMay();
  const text = encodeURIComponent(wish ?? sayGap('publishText', { product: product.name }));
  const of = encodeURIComponent(id);
  const task = (kind: GapTaskKind, word: string): Way => ({ key: kind, word, kind });
  return [
    ...(may('need.publish') ? [{ key: 'publish', word: say('publish'), to: `/needs/new?text=${text}&gap=${of}` }] : []),
    ...(may('target.register') ? [{ key: 'target', word: say('addTarget'), to: `/targets/new?gap=${of}` }] : []),
    ...(may('gap-task.give') ? [task('order', say('order')), task('ask-needs', say('askNeeds'))] : []),
    ...(may('gap-task.wish-meeting') ? [task('meeting', say('meeting'))] : []),
  ];
}

interface ShownProps {
  readonly product: string;
  readonly ways: readonly Way[];
  readonly onBegin: (kind: GapTaskKind) => void;
}

function Buttons({ product, ways, onBegin }: ShownProps) {
  return (
    <span className="zt-gap-actions">
      {ways.map((way) =>
        'to' in way ? (
          <AppLink key={way.key} className="zt-button-link" to={way.to}>
            {way.word}
          </AppLink>
        ) : (
          <Button key={way.key} aria-label={`${way.word}：${product}`} onClick={() => onBegin(way.kind)}>
            {way.word}
          </Button>
        ),
      )}
    </span>
  );
}

function Menu({ product, ways, onBegin }: ShownProps) {
  const say = useText(gapTaskText);
  const go = useGo();
  const choose = (key: string) => {
    const way = ways.find((one) => one.key === key);
    if (way && 'to' in way) go(way.to);
    else if (way) onBegin(way.kind);
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: ways.map(({ key, word }) => ({ key, label: word })), onClick: ({ key }) => choose(key) }}
    >
      <Button size="small" aria-label={`${say('actions')}：${product}`} aria-haspopup="menu">
        {say('actions')} <span aria-hidden="true">▾</span>
      </Button>
    </Dropdown>
  );
}
