import { PlusOutlined } from '@ant-design/icons';
import { segmentTiers, segmentTierWords } from '@zhitong/domain/chains/chain-map';
import { Button } from 'antd';
import { type CSSProperties, useRef, useState } from 'react';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { DraftCard } from './draft-card.tsx';
import { columnsOf, moveTo } from './draft-columns.ts';
import { type DropPlace, useDrag } from './draft-drag.ts';
import { useDraftKeys } from './draft-keys.ts';
import { DraftLines } from './draft-lines.tsx';
import { shownName } from './draft-names.ts';
import type { DraftSession } from './draft-session.ts';
import { draftText } from './draft-text.ts';

interface DraftBoardProps {
  readonly session: DraftSession;
  readonly nameOf: (product: string) => string;
  readonly onOpen: (segment: string) => void;
  /** puts an empty segment at the end of a tier */
  readonly onAdd: (tier: (typeof segmentTiers)[number]) => void;
  /** the draft is only looked at */
  readonly still: boolean;
}

/** The map as it is drawn: a column a tier, a card a segment, a line a link. Everything by pointer, and everything by keys. */
export function DraftBoard({ session, nameOf, onOpen, onAdd, still }: DraftBoardProps) {
  const say = useText(draftText);
  const language = useLanguage();
  const { content } = session;
  const field = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState<string>();
  const layout = columnsOf(content);
  const keys = useDraftKeys({ session, layout, onOpen, onAdd, still });
  const { drag, grip } = useDrag(({ kind, id }, place) => drop(session, { kind, id, place }));
  const linking = content.segments.find(({ id }) => id === keys.linking);
  return (
    <>
      {linking && (
        <p className="zt-draft-linking" role="status">
          {say('linking', { segment: shownName(linking, language) })}
        </p>
      )}
      <div className="zt-map-scroll">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset around a picture would be read as a form */}
        <div
          ref={field}
          className={`zt-draft-board ${drag ? 'zt-draft-dragging' : ''}`}
          role="group"
          aria-label={say('boardLabel', { chain: shownName(content, language) })}
        >
          {segmentTiers.map((tier, at) => (
            <section key={tier} className="zt-draft-tier" data-tier={at} aria-label={segmentTierWords[tier][language]}>
              <h2>{segmentTierWords[tier][language]}</h2>
              {layout.columns[at]?.map((segment, row) => (
                <DraftCard
                  key={segment.id}
                  {...{ segment, nameOf, still, grip }}
                  marked={markOf(segment.id)}
                  dropBefore={drag?.kind === 'segment' && drag.over?.tier === at && drag.over.row === row}
                  keys={keys.of(segment.id)}
                  onOpen={() => (keys.linking === undefined ? onOpen(segment.id) : keys.linkTo(segment.id))}
                  onNear={setNear}
                />
              ))}
              {!still && (
                <Button type="dashed" icon={<PlusOutlined aria-hidden="true" />} onClick={() => onAdd(tier)}>
                  {say('addSegment')}
                </Button>
              )}
            </section>
          ))}
          <DraftLines {...{ field, content, near, drag }} />
        </div>
      </div>
      {drag && drag.kind !== 'link' && (
        <span className="zt-draft-ghost" style={{ left: drag.x, top: drag.y } as CSSProperties} aria-hidden="true">
          <MixedText>{drag.words}</MixedText>
        </span>
      )}
    </>
  );

  function markOf(id: string): 'target' | 'source' | undefined {
    if (id === keys.linking || (drag?.kind === 'segment' && drag.id === id)) return 'source';
    const aimsAtCards = drag?.kind === 'link' || drag?.kind === 'product';
    return aimsAtCards && drag.over?.segment === id && drag.id !== id ? 'target' : undefined;
  }
}

function drop(
  { content, perform }: DraftSession,
  { kind, id, place }: { kind: 'segment' | 'product' | 'link'; id: string; place: DropPlace },
): void {
  if (kind === 'segment') {
    const step = moveTo(content, { id, ...place });
    if (step) perform(step);
    return;
  }
  if (place.segment === undefined) return;
  if (kind === 'link' && place.segment !== id) perform({ kind: 'link', from: id, to: place.segment });
  const target = content.segments.find((segment) => segment.id === place.segment);
  if (kind !== 'product' || !target || target.products.includes(id)) return;
  perform({ kind: 'place-product', product: id, segment: target.id, at: target.products.length });
}
