import type { getChain } from '@zhitong/contract/chains/chain-contract';
import { segmentTiers, segmentTierWords } from '@zhitong/domain/chains/chain-map';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { formatNames } from '#platform/format-list';
import { formatCount } from '#platform/format-number';
import { useText } from '#platform/text';
import { type Column, DataTable } from '#ui/data-table';
import { GapCounts, GapMark } from '#ui/gap-mark';
import { MixedText } from '#ui/mixed-text';
import { ChainAmounts } from './chain-amounts.tsx';
import { chainText } from './chain-text.ts';
import { SegmentFace } from './segment-face.tsx';

type Chain = z.output<typeof getChain.reply>;
type Segment = Chain['segments'][number];

interface SegmentRows {
  readonly segments: readonly Segment[];
  /** also those a filter hides: a line may lead to them */
  readonly all: readonly Segment[];
  readonly links: Chain['links'];
  readonly onOpen: (segment: string) => void;
}

/** The map as a table: the same segments, figures and lines, in words. */
export function SegmentTable({ segments, all, links, onOpen }: SegmentRows) {
  const say = useText(chainText);
  const language = useLanguage();
  const namesOf = (ids: readonly string[]) =>
    formatNames(
      all.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
      language,
    ) || '—';
  const columns: readonly Column<Segment>[] = [
    {
      key: 'segment',
      head: say('segment'),
      cell: ({ id, name }) => (
        <button type="button" className="zt-plain-button" onClick={() => onOpen(id)}>
          <MixedText>{name}</MixedText>
        </button>
      ),
    },
    { key: 'tier', head: say('tier'), cell: ({ tier }) => segmentTierWords[tier][language], oneLine: true },
    { key: 'worst', head: say('worst'), cell: (segment) => <GapMark of={segment.class} /> },
    { key: 'states', head: say('states'), cell: ({ classes }) => <GapCounts classes={classes} /> },
    {
      key: 'products',
      head: say('products'),
      align: 'right',
      cell: ({ products }) => formatCount(products.length, language),
    },
    {
      key: 'amount',
      head: say('amount'),
      cell: (segment) => (isPriced(segment) ? <ChainAmounts of={segment} /> : '—'),
    },
    {
      key: 'in',
      head: say('linksIn'),
      cell: ({ id }) => namesOf(links.filter(({ to }) => to === id).map(({ from }) => from)),
    },
    {
      key: 'out',
      head: say('linksOut'),
      cell: ({ id }) => namesOf(links.filter(({ from }) => from === id).map(({ to }) => to)),
    },
  ];
  const inOrder = segments.toSorted((a, b) => segmentTiers.indexOf(a.tier) - segmentTiers.indexOf(b.tier));
  return <DataTable label={say('asTable')} columns={columns} rows={inOrder} keyOf={({ id }) => id} />;
}

const isPriced = ({ confirmedFen, declaredFen }: Segment) => confirmedFen !== null || declaredFen !== null;

/** The map on a phone: tier by tier, each segment as on the map. */
export function TierLists({ segments, all, onOpen }: SegmentRows) {
  const language = useLanguage();
  const most = Math.max(1, ...all.map(({ outsideFen }) => outsideFen ?? 0));
  return segmentTiers
    .map((tier) => ({ tier, of: segments.filter((segment) => segment.tier === tier) }))
    .filter(({ of }) => of.length > 0)
    .map(({ tier, of }) => (
      <section key={tier} className="zt-section">
        <h2>{segmentTierWords[tier][language]}</h2>
        <ul className="zt-tier-list">
          {of.map((segment) => (
            <li key={segment.id}>
              <button
                type="button"
                className={`zt-segment zt-gap-${segment.class ?? 'not-kept'}`}
                onClick={() => onOpen(segment.id)}
              >
                <SegmentFace segment={segment} most={most} />
              </button>
            </li>
          ))}
        </ul>
      </section>
    ));
}
