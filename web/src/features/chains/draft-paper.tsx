import type { ChainContent } from '@zhitong/domain/chains/chain-map';
import { type CSSProperties, useMemo } from 'react';
import { useLanguage } from '#platform/display';
import { formatNames } from '#platform/format-list';
import { useText } from '#platform/text';
import { Lines, TierHeads } from './chain-drawing.tsx';
import { shownName } from './draft-names.ts';
import { draftText } from './draft-text.ts';
import { layOut } from './map-layout.ts';
import { columnStep, linesOf } from './map-lines.ts';

interface DraftPaperProps {
  readonly content: ChainContent;
  readonly nameOf: (product: string) => string;
}

/** The draft on paper, laid out as the map is: on one page, landscape. On the screen it is not there. */
export function DraftPaper({ content, nameOf }: DraftPaperProps) {
  const say = useText(draftText);
  const language = useLanguage();
  const { segments, links } = content;
  const layout = useMemo(() => layOut(segments, links), [segments, links]);
  const lines = useMemo(() => linesOf(layout, links), [layout, links]);
  return (
    <div className="zt-draft-paper" hidden>
      <div className="zt-map" style={{ '--rows': layout.rows } as CSSProperties}>
        <TierHeads empty={layout.columns.map(({ length }) => length === 0)} />
        <div className="zt-map-field">
          <Lines lines={lines} rows={layout.rows} near={undefined} />
          {layout.columns.flatMap((column, at) =>
            column.map((segment, row) => (
              <div
                key={segment.id}
                className="zt-segment"
                style={{ left: `${(at * columnStep) / 10}%`, '--row': row } as CSSProperties}
              >
                <span className="zt-segment-name">
                  <strong>{shownName(segment, language)}</strong>
                </span>
                <span className="zt-segment-facts">{say('products', { count: segment.products.length })}</span>
                <span className="zt-segment-amount">{formatNames(segment.products.map(nameOf), language)}</span>
              </div>
            )),
          )}
        </div>
      </div>
    </div>
  );
}
