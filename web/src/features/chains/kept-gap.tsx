import type { getGap } from '@zhitong/contract/chains/chain-contract';
import { segmentTierWords } from '@zhitong/domain/chains/chain-map';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { GapMark } from '#ui/gap-mark';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
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
  const language = useLanguage();
  const { day, gap } = kept;
  const segment = encodeURIComponent(gap.segment.id);
  return (
    <Page
      title={gap.product.name}
      finding={
        <span className="zt-gap-finding">
          <GapMark of={gap.class} />
          <MixedText>
            {say('gapFinding', {
              ...{ chain: chain.name, segment: gap.segment.name },
              tier: segmentTierWords[gap.segment.tier][language],
            })}
          </MixedText>
        </span>
      }
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
