import { PlusOutlined } from '@ant-design/icons';
import { type SegmentTier, segmentTiers, segmentTierWords } from '@zhitong/domain/chains/chain-map';
import { Button } from 'antd';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { columnsOf, moveTo } from './draft-columns.ts';
import { shownName } from './draft-names.ts';
import type { DraftSession } from './draft-session.ts';
import { draftText } from './draft-text.ts';

interface DraftListProps {
  readonly session: DraftSession;
  readonly still: boolean;
  readonly onOpen: (segment: string) => void;
  readonly onAdd: (tier: SegmentTier) => void;
}

/** The same on a phone: the segments by tier; each opens the panel in which everything is done. */
export function DraftList({ session, still, onOpen, onAdd }: DraftListProps) {
  const say = useText(draftText);
  const language = useLanguage();
  const { columns } = columnsOf(session.content);
  const move = (id: string, tier: number, row: number) => {
    const step = moveTo(session.content, { id, tier, row });
    if (step) session.perform(step);
  };
  return (
    <div className="zt-draft-list">
      {segmentTiers.map((tier, at) => (
        <section key={tier} aria-label={segmentTierWords[tier][language]}>
          <h2>{segmentTierWords[tier][language]}</h2>
          <ul>
            {columns[at]?.map(({ id, products, ...named }, row) => (
              <li key={id}>
                <button type="button" className="zt-draft-head" onClick={() => onOpen(id)}>
                  <MixedText>{shownName(named, language)}</MixedText>
                  <span className="zt-meta">{say('products', { count: products.length })}</span>
                </button>
                {!still && row > 0 && (
                  <Button type="text" aria-label={say('moveUp')} onClick={() => move(id, at, row - 1)}>
                    ↑
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {!still && (
            <Button block type="dashed" icon={<PlusOutlined aria-hidden="true" />} onClick={() => onAdd(tier)}>
              {say('addSegment')}
            </Button>
          )}
        </section>
      ))}
    </div>
  );
}
