import { type GapReply, type getChain, listGaps } from '@zhitong/contract/chains/chain-contract';
import { segmentTierWords } from '@zhitong/domain/chains/chain-map';
import { Drawer } from 'antd';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { usePhone } from '#platform/media';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { GapCounts, GapMark } from '#ui/gap-mark';
import { MixedText } from '#ui/mixed-text';
import { useReturnFocus } from '#ui/return-focus';
import { Answered } from '#ui/states';
import { chainText } from './chain-text.ts';
import { GapActions } from './gap-actions.tsx';
import { GapCoverage, GapDemand } from './gap-cells.tsx';
import { KeptTable } from './kept-table.tsx';
import { atIn } from './past-note.tsx';

interface SegmentDrawerProps {
  readonly chainId: string;
  readonly segment: z.output<typeof getChain.reply>['segments'][number];
  readonly at: string | undefined;
  readonly district: string | undefined;
  readonly onClose: () => void;
}

const most = 60;

/** A segment, opened: its products, the weakest first, each with why, who makes it, what is bought and asked for. */
export function SegmentDrawer({ chainId, segment, at, district, onClose }: SegmentDrawerProps) {
  useReturnFocus();
  const say = useText(chainText);
  const language = useLanguage();
  const phone = usePhone();
  const asked = useAsk(listGaps, { params: { id: chainId }, query: { segment: segment.id, at, district } });
  const all = `/chains/${chainId}/gaps?segment=${encodeURIComponent(segment.id)}${atIn(at, '&')}`;
  const count = segment.products.length;
  return (
    <Drawer
      open
      onClose={onClose}
      title={<MixedText>{segment.name}</MixedText>}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 480}
    >
      <div className="zt-section">
        <p className="zt-ink-2">{say('segmentProducts', { tier: segmentTierWords[segment.tier][language], count })}</p>
        <GapCounts classes={segment.classes} />
        <Answered asked={asked} rows={6}>
          {({ gaps, kept }) => (
            <>
              {kept && <KeptTable chainId={chainId} gaps={kept.gaps.slice(0, most)} day={kept.day} />}
              {gaps.length > most && <p className="zt-meta">{say('firstOf', { shown: most, total: gaps.length })}</p>}
              <ul className="zt-segment-products">
                {gaps.slice(0, most).map((gap) => (
                  <SegmentProduct key={gap.id} chainId={chainId} gap={gap} />
                ))}
              </ul>
              <p>
                <AppLink to={all}>{say('segmentAll', { count })}</AppLink>
              </p>
            </>
          )}
        </Answered>
      </div>
    </Drawer>
  );
}

function SegmentProduct({ chainId, gap }: { chainId: string; gap: GapReply }) {
  const say = useText(chainText);
  const [first] = gap.causes;
  return (
    <li>
      <span className="zt-segment-product-head">
        <AppLink to={`/chains/${chainId}/gaps/${gap.product.id}`}>{gap.product.name}</AppLink>
        <GapMark of={gap.class} />
      </span>
      {first && (
        <p>
          <MixedText>{first.text}</MixedText>
          {gap.causes.length > 1 && (
            <span className="zt-meta"> {say('moreCauses', { count: gap.causes.length - 1 })}</span>
          )}
        </p>
      )}
      <GapCoverage gap={gap} />
      <p>
        <GapDemand demand={gap.demand} unit="words" />
        {gap.openNeeds > 0 && <span className="zt-meta"> · {say('openNeeds', { count: gap.openNeeds })}</span>}
      </p>
      {gap.class !== 'strong' && <GapActions chainId={chainId} gap={gap} />}
    </li>
  );
}
