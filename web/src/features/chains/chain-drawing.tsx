import type { getChain } from '@zhitong/contract/chains/chain-contract';
import { segmentTiers, segmentTierWords } from '@zhitong/domain/chains/chain-map';
import { type CSSProperties, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { chainText } from './chain-text.ts';
import { type Arrow, layOut, neighbour } from './map-layout.ts';
import { boxWidth, columnStep, type Line, linesOf, rowStep } from './map-lines.ts';
import { SegmentFace } from './segment-face.tsx';
import './chain-map.css';
import './map-links.css';

type Chain = z.output<typeof getChain.reply>;
type Segment = Chain['segments'][number];

interface ChainDrawingProps {
  readonly name: string;
  readonly segments: readonly Segment[];
  readonly links: Chain['links'];
  /** whose drawer is open */
  readonly opened?: string | undefined;
  readonly onOpen: (segment: string) => void;
}

/** The map: a column a tier, a box a segment, a line a link. One Tab stop leads in, arrows move, Enter opens. */
export function ChainDrawing({ name, segments, links, opened, onOpen }: ChainDrawingProps) {
  const say = useText(chainText);
  const layout = useMemo(() => layOut(segments, links), [segments, links]);
  const lines = useMemo(() => linesOf(layout, links), [layout, links]);
  const most = Math.max(1, ...segments.map(({ outsideFen }) => outsideFen ?? 0));
  const boxes = useRef(new Map<string, HTMLButtonElement>());
  const [entry, setEntry] = useState<string>();
  const [pointed, setPointed] = useState<string>();
  const chosen = pointed ?? opened;
  const near = useMemo(() => neighboursOf(links, chosen), [links, chosen]);
  const tabStop = segments.some(({ id }) => id === entry) ? entry : layout.columns.flat()[0]?.id;
  const placeOf = (id: string) => {
    if (near === undefined) return '';
    return near.has(id) ? 'zt-segment-near' : 'zt-segment-far';
  };
  const move = (event: KeyboardEvent, from: string) => {
    const to = isArrow(event.key) ? neighbour(layout, from, event.key) : undefined;
    if (to === undefined) return;
    event.preventDefault();
    boxes.current.get(to)?.focus();
  };
  return (
    <div className="zt-map-scroll">
      <div className="zt-map" style={{ '--rows': layout.rows } as CSSProperties}>
        <TierHeads empty={layout.columns.map(({ length }) => length === 0)} />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset around a picture would be read as a form */}
        <div className="zt-map-field" role="group" aria-label={say('mapLabel', { chain: name })}>
          <Lines lines={lines} rows={layout.rows} near={chosen} />
          {layout.columns.flatMap((column, at) =>
            column.map((segment, row) => (
              <button
                key={segment.id}
                type="button"
                ref={(box) => void (box ? boxes.current.set(segment.id, box) : boxes.current.delete(segment.id))}
                className={`zt-segment zt-gap-${segment.class ?? 'not-kept'} ${placeOf(segment.id)}`}
                style={{ left: `${(at * columnStep) / 10}%`, '--row': row } as CSSProperties}
                tabIndex={segment.id === tabStop ? 0 : -1}
                onClick={() => onOpen(segment.id)}
                onKeyDown={(event) => move(event, segment.id)}
                onFocus={() => {
                  setEntry(segment.id);
                  setPointed(segment.id);
                }}
                onBlur={() => setPointed(undefined)}
                onMouseEnter={() => setPointed(segment.id)}
                onMouseLeave={() => setPointed(undefined)}
              >
                <SegmentFace segment={segment} most={most} />
              </button>
            )),
          )}
        </div>
      </div>
    </div>
  );
}

const isArrow = (key: string): key is Arrow => /^Arrow(Up|Down|Left|Right)$/.test(key);

/** The segment and what it is linked with; undefined: none is looked at. */
function neighboursOf(links: Chain['links'], of: string | undefined): ReadonlySet<string> | undefined {
  if (of === undefined) return undefined;
  const ends = links.filter(({ from, to }) => from === of || to === of).flatMap(({ from, to }) => [from, to]);
  return new Set([of, ...ends]);
}

/** What the columns are called. */
export function TierHeads({ empty }: { empty: readonly boolean[] }) {
  const say = useText(chainText);
  const language = useLanguage();
  return (
    <div className="zt-map-heads">
      {segmentTiers.map((tier, at) => (
        <h2 key={tier} style={{ left: `${(at * columnStep) / 10}%` }}>
          {segmentTierWords[tier][language]}
          {empty[at] && <span className="zt-meta"> {say('noneInTier')}</span>}
        </h2>
      ))}
    </div>
  );
}

/** Behind the boxes; those of the segment one looks at stand out. The table twin names them in words. */
export function Lines({ lines, rows, near }: { lines: readonly Line[]; rows: number; near: string | undefined }) {
  const classOf = ({ from, to }: Line) => {
    if (near === undefined) return '';
    return from === near || to === near ? 'zt-map-near' : 'zt-map-far';
  };
  return (
    <div className="zt-map-lines" aria-hidden="true">
      <svg viewBox={`0 0 ${columnStep * 3 + boxWidth} ${rows * rowStep}`} preserveAspectRatio="none" aria-hidden="true">
        {lines.map((line) => (
          <path key={`${line.from} ${line.to}`} d={line.path} className={classOf(line)} />
        ))}
      </svg>
      {lines.map((line) => (
        <span
          key={`${line.from} ${line.to}`}
          className={`zt-map-head zt-map-head-${line.head.points} ${classOf(line)}`}
          style={{ left: `${line.head.x / 10}%`, '--row': line.head.y / rowStep } as CSSProperties}
        />
      ))}
    </div>
  );
}
