import type { GapReply, getGap } from '@zhitong/contract/chains/chain-contract';
import { coverageRings } from '@zhitong/domain/chains/chain-facts';
import type { z } from 'zod';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { GapCoverage } from './gap-cells.tsx';
import { gapText } from './gap-text.ts';

type Found = z.output<typeof getGap.reply> & { readonly gap: GapReply };
type Maker = Found['makers'][number];

/** Who makes it, nearest first. */
export function GapMakers({ found: { gap, makers, makersTotal } }: { found: Found }) {
  const say = useText(gapText);
  const firms = coverageRings.reduce((sum, ring) => sum + gap.coverage[ring], gap.unplaced);
  const wordOf = (ring: Maker['ring']) => (ring === 'circle' ? gap.circle : null) ?? say(`ring.${ring ?? 'unknown'}`);
  const columns: readonly Column<Maker>[] = [
    {
      key: 'maker',
      head: say('maker'),
      cell: ({ organisation }) => <AppLink to={`/organisations/${organisation.id}`}>{organisation.name}</AppLink>,
    },
    { key: 'offer', head: say('offer'), cell: ({ product }) => product.name },
    { key: 'place', head: say('place'), cell: ({ city, ring }) => `${wordOf(ring)} · ${city}` },
    {
      key: 'capacity',
      head: say('capacity'),
      cell: ({ capacity }) => capacity ?? <span className="zt-ink-3">{say('unknownCapacity')}</span>,
    },
  ];
  return (
    <section className="zt-section" aria-labelledby="gap-makers">
      <h2 id="gap-makers">{say('makers')}</h2>
      <p className="zt-ink-2">{makersTotal > 0 ? say('makersFinding', { total: firms }) : say('makersNone')}</p>
      <GapCoverage gap={gap} />
      {makersTotal > makers.length && (
        <p className="zt-meta">{say('makersFirst', { shown: makers.length, total: makersTotal })}</p>
      )}
      {makers.length > 0 && (
        <DataTable
          label={say('makers')}
          columns={columns}
          rows={makers}
          keyOf={({ organisation, product }) => `${organisation.id} ${product.id}`}
        />
      )}
    </section>
  );
}
