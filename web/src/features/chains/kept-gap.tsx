import type { getGap } from '@zhitong/contract/chains/chain-contract';
import type { z } from 'zod';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Page } from '#ui/page';
import { GapFinding } from './gap-finding.tsx';
import { GapHistory } from './gap-history.tsx';
import { gapText } from './gap-text.ts';
import { atIn, PastNote } from './past-note.tsx';

type Found = z.output<typeof getGap.reply>;

interface KeptGapPageProps {
  readonly found: Pick<Found, 'chain' | 'history'>;
  readonly kept: NonNullable<Found['kept']>;
}

/** A link as it was kept of a past day: its class then, and how it changed. */
export function KeptGapPage({ found: { chain, history }, kept }: KeptGapPageProps) {
  const say = useText(gapText);
  const { day, gap } = kept;
  const segment = encodeURIComponent(gap.segment.id);
  return (
    <Page
      title={gap.product.name}
      finding={<GapFinding chain={chain} gap={gap} />}
      action={
        <>
          <AppLink className="zt-button-link" to={`/chains/${chain.id}?segment=${segment}${atIn(day, '&')}`}>
            {say('map')}
          </AppLink>
          <AppLink className="zt-button-link" to={`/chains/${chain.id}/gaps${atIn(day)}`}>
            {say('back')}
          </AppLink>
        </>
      }
    >
      <PastNote kept={kept} />
      <GapHistory history={history} />
      <p className="zt-meta">
        <AppLink to={`/products/${gap.product.id}`}>{say('openProduct')}</AppLink>
      </p>
    </Page>
  );
}
