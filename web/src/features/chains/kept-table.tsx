import type { KeptGapReply } from '@zhitong/contract/chains/chain-contract';
import { segmentTierWords } from '@zhitong/domain/chains/chain-map';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { DataTable } from '#ui/data-table';
import { GapMark } from '#ui/gap-mark';
import { MixedText } from '#ui/mixed-text';
import { gapText } from './gap-text.ts';
import { atIn } from './past-note.tsx';

/** The links of a past day: the class kept of each and since when it had it. */
export function KeptTable({ chainId, gaps, day }: { chainId: string; gaps: readonly KeptGapReply[]; day: string }) {
  const say = useText(gapText);
  const language = useLanguage();
  return (
    <DataTable
      label={say('back')}
      rows={gaps}
      keyOf={({ id }) => id}
      columns={[
        {
          ...{ key: 'product', head: say('product') },
          cell: ({ product, segment }) => (
            <span className="zt-gap-named">
              <AppLink to={`/chains/${chainId}/gaps/${product.id}${atIn(day)}`}>{product.name}</AppLink>
              <span className="zt-meta">
                <MixedText>{`${segmentTierWords[segment.tier][language]} · ${segment.name}`}</MixedText>
              </span>
            </span>
          ),
        },
        { key: 'class', head: say('class'), cell: (gap) => <GapMark of={gap.class} /> },
        {
          ...{ key: 'since', head: say('since'), oneLine: true },
          cell: ({ since }) => (since === null ? '—' : formatDate(since, language)),
        },
      ]}
    />
  );
}
