import type { GapReply } from '@zhitong/contract/chains/chain-contract';
import { segmentTierWords } from '@zhitong/domain/chains/chain-map';
import type { GapOrder, GapSort } from '@zhitong/domain/chains/gap-order';
import { useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { formatCount } from '#platform/format-number';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { GapMark } from '#ui/gap-mark';
import { MixedText } from '#ui/mixed-text';
import { GapActions } from './gap-actions.tsx';
import { GapAdvice, GapCoverage, GapDemand, GapEstimate, GapReach, GapTrend } from './gap-cells.tsx';
import { gapText } from './gap-text.ts';

interface GapTableProps {
  readonly chainId: string;
  readonly gaps: readonly GapReply[];
  readonly sort: GapSort;
  readonly order: GapOrder;
}

export function GapTable({ chainId, gaps, sort, order }: GapTableProps) {
  const say = useText(gapText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const address = useAddress();
  const by = (name: GapSort): NonNullable<Column<GapReply>['sort']> => {
    const isNow = name === sort;
    const next = isNow && order === 'down' ? 'up' : 'down';
    return {
      now: isNow ? wayOf(name, order) : undefined,
      onSort: () =>
        address.set({
          ...{ sort: name === 'class' ? undefined : name, order: next === 'down' ? undefined : next },
          from: undefined,
        }),
    };
  };
  const columns: readonly Column<GapReply>[] = [
    { key: 'product', head: say('product'), sort: by('product'), cell: (gap) => <Named chainId={chainId} gap={gap} /> },
    { key: 'class', head: say('class'), sort: by('class'), cell: (gap) => <GapMark of={gap.class} /> },
    { key: 'causes', head: say('causes'), phone: 'wide', cell: (gap) => <Causes gap={gap} /> },
    {
      ...{ key: 'demand', head: say('demand'), sort: by('demand'), align: 'right' as const, phone: 'wide' as const },
      cell: ({ demand, expected }) => (
        <span className="zt-gap-amounts">
          <GapDemand demand={demand} unit="column" />
          <GapEstimate expected={expected} unit="column" />
        </span>
      ),
    },
    {
      ...{ key: 'coverage', head: say('coverage'), sort: by('coverage'), phone: 'wide' as const },
      cell: (gap) => <GapCoverage gap={gap} />,
    },
    {
      ...{ key: 'reach', head: say('reachAdvice'), sort: by('reach'), phone: 'wide' as const },
      cell: ({ reach }) => (
        <span className="zt-gap-reach">
          <GapReach reach={reach} />
          {reach !== null && <GapAdvice reach={reach} />}
        </span>
      ),
    },
    {
      ...{ key: 'risk', head: say('risk'), sort: by('risk'), align: 'right' as const },
      cell: ({ class: of, stops }) => (of === 'unknown' ? sayShared('unknown') : formatCount(stops, language)),
    },
    {
      ...{ key: 'trend', head: say('trend'), sort: by('date'), phone: 'wide' as const },
      cell: (gap) => <GapTrend gap={gap} />,
    },
  ];
  return <DataTable label={say('back')} columns={columns} rows={gaps} keyOf={({ id }) => id} />;
}

/** What the order that begins with what matters most is called by a screen reader. */
const downMeans = {
  ...{ class: 'descending', product: 'ascending', demand: 'descending' },
  ...{ coverage: 'ascending', reach: 'descending', risk: 'descending', date: 'descending' },
} as const satisfies Record<GapSort, 'ascending' | 'descending'>;

function wayOf(name: GapSort, order: GapOrder): 'ascending' | 'descending' {
  if (order === 'down') return downMeans[name];
  return downMeans[name] === 'ascending' ? 'descending' : 'ascending';
}

function Named({ chainId, gap }: { chainId: string; gap: GapReply }) {
  const { product, segment } = gap;
  const language = useLanguage();
  return (
    <span className="zt-gap-named">
      <AppLink to={`/chains/${chainId}/gaps/${product.id}`}>{product.name}</AppLink>
      <span className="zt-meta">
        <MixedText>{`${segmentTierWords[segment.tier][language]} · ${segment.name}`}</MixedText>
      </span>
      {gap.class !== 'strong' && (
        <span>
          <GapActions chainId={chainId} gap={gap} as="menu" />
        </span>
      )}
    </span>
  );
}

/** The cause that decides; the others open on demand. */
function Causes({ gap: { causes } }: { gap: GapReply }) {
  const say = useText(gapText);
  const [first, ...more] = causes;
  if (!first) return '—';
  return (
    <span className="zt-gap-causes">
      <MixedText>{first.text}</MixedText>
      {more.length > 0 && (
        <details>
          <summary>{say('moreCauses', { count: more.length })}</summary>
          <ul>
            {more.map(({ code, text }) => (
              <li key={`${code} ${text}`}>
                <MixedText>{text}</MixedText>
              </li>
            ))}
          </ul>
        </details>
      )}
    </span>
  );
}
