import type { getChain } from '@zhitong/contract/chains/chain-contract';
import { gapClassWords, notKept } from '@zhitong/domain/chains/gap-class';
import { memo } from 'react';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { GapGlyph } from '#ui/gap-mark';
import { MixedText } from '#ui/mixed-text';
import { ChainAmounts } from './chain-amounts.tsx';
import { chainText } from './chain-text.ts';
import { weakOf } from './class-sums.ts';
import './chain-map.css';

type Segment = z.output<typeof getChain.reply>['segments'][number];

/** Name, shape and word of the worst class, how many products, what is bought outside, and the bar of it. */
export const SegmentFace = memo(function SegmentFace({ segment, most }: { segment: Segment; most: number }) {
  const say = useText(chainText);
  const language = useLanguage();
  const weak = weakOf(segment.classes);
  const products = segment.products.length;
  return (
    <>
      <span className="zt-segment-name">
        <GapGlyph of={segment.class} />
        <strong>
          <MixedText>{segment.name}</MixedText>
        </strong>
      </span>
      <span className="zt-segment-facts">
        {[
          (segment.class === null ? notKept : gapClassWords[segment.class])[language],
          weak > 0 ? say('weakCount', { weak, count: products }) : say('productCount', { count: products }),
        ].join(' · ')}
      </span>
      <span className="zt-segment-amount">
        <ChainAmounts of={segment} />
      </span>
      <DemandBar segment={segment} most={most} />
    </>
  );
});

/** As long as what is bought outside: solid what is confirmed, hatched what firms only say, dotted where nothing is shown. */
function DemandBar({ segment, most }: { segment: Segment; most: number }) {
  const width = (fen: number) => ({ width: `${Math.max(1, (fen / most) * 100)}%` });
  const { confirmedFen, declaredFen } = segment;
  if (confirmedFen === null && declaredFen === null)
    return <span className="zt-demand-bar zt-demand-none" aria-hidden="true" />;
  return (
    <span className="zt-demand-bar" aria-hidden="true">
      {confirmedFen !== null && <span className="zt-demand-confirmed" style={width(confirmedFen)} />}
      {declaredFen !== null && <span className="zt-demand-declared" style={width(declaredFen)} />}
    </span>
  );
}
