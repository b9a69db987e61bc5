import type { getGap } from '@zhitong/contract/chains/chain-contract';
import { segmentTierWords } from '@zhitong/domain/chains/chain-map';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { GapMark } from '#ui/gap-mark';
import { MixedText } from '#ui/mixed-text';
import { gapText } from './gap-text.ts';

type Found = z.output<typeof getGap.reply>;

interface GapFindingProps {
  readonly chain: Pick<Found['chain'], 'name'>;
  readonly gap: Pick<NonNullable<NonNullable<Found['kept']>['gap']>, 'class' | 'segment'>;
}

/** Of which class a link is, and where it stands: under its name, today as of a past day. */
export function GapFinding({ chain, gap }: GapFindingProps) {
  const say = useText(gapText);
  const language = useLanguage();
  return (
    <span className="zt-gap-finding">
      <GapMark of={gap.class} />
      <MixedText>
        {say('gapFinding', {
          ...{ chain: chain.name, segment: gap.segment.name },
          tier: segmentTierWords[gap.segment.tier][language],
        })}
      </MixedText>
    </span>
  );
}
