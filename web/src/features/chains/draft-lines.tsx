import type { ChainContent } from '@zhitong/domain/chains/chain-map';
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { Drag } from './draft-drag.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

interface DraftLinesProps {
  readonly field: RefObject<HTMLDivElement | null>;
  readonly content: ChainContent;
  /** the segment one looks at: its lines stand out */
  readonly near: string | undefined;
  readonly drag: Drag | undefined;
}

/** The links between the cards, as they lie on the page, and the one that is being drawn. The panels name them in words. */
export function DraftLines({ field, content, near, drag }: DraftLinesProps) {
  const { boxes, width, height } = useBoxes(field, content);
  const origin = field.current?.getBoundingClientRect();
  const from = drag?.kind === 'link' ? boxes.get(drag.id) : undefined;
  return (
    <svg className="zt-draft-lines" width={width} height={height} aria-hidden="true">
      <defs>
        <marker
          id="zt-draft-head"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerUnits="userSpaceOnUse"
          markerWidth="10"
          markerHeight="10"
          orient="auto"
        >
          <path d="M0 0L8 4L0 8Z" />
        </marker>
      </defs>
      {content.links.map((link) => {
        const [start, end] = [boxes.get(link.from), boxes.get(link.to)];
        if (!start || !end) return null;
        const isNear = link.from === near || link.to === near;
        return (
          <path
            key={`${link.from} ${link.to}`}
            d={lineOf(start, end, width)}
            className={isNear ? 'zt-draft-near' : undefined}
            markerEnd="url(#zt-draft-head)"
          />
        );
      })}
      {from && origin && drag && (
        <path
          className="zt-draft-near"
          d={`M${from.right} ${from.middle}L${drag.x - origin.left} ${drag.y - origin.top}`}
          markerEnd="url(#zt-draft-head)"
        />
      )}
    </svg>
  );
}

function lineOf(from: Box, to: Box, width: number): string {
  const forward = to.left >= from.right;
  const within = Math.abs(to.left - from.left) < 2;
  // within a column the line bows out at a side that has room
  if (within && from.right + 30 > width) return bowed([from.left, -26], [to.left - 1, from.middle], to.middle);
  if (within) return bowed([from.right, 26], [to.right + 1, from.middle], to.middle);
  const [x, end] = forward ? [from.right, to.left - 1] : [from.left, to.right + 1];
  const half = (x + end) / 2;
  return `M${x} ${from.middle}C${half} ${from.middle} ${half} ${to.middle} ${end} ${to.middle}`;
}

function bowed([x, out]: readonly [number, number], [end, y]: readonly [number, number], endY: number): string {
  return `M${x} ${y}C${x + out} ${y} ${x + out} ${endY} ${end} ${endY}`;
}

/** Where the cards lie in their field: measured after every change, and when the field changes its size. */
function useBoxes(field: RefObject<HTMLDivElement | null>, content: ChainContent) {
  const [size, setSize] = useState(0);
  const [measured, setMeasured] = useState({ boxes: new Map<string, Box>(), width: 0, height: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cards lie elsewhere when the map or the field has changed
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    const origin = element.getBoundingClientRect();
    const cards = [...element.querySelectorAll<HTMLElement>('[data-segment]')];
    const boxes = cards.map((card): [string, Box] => {
      const { left, right, top, height } = card.getBoundingClientRect();
      return [
        card.dataset.segment ?? '',
        { left: left - origin.left, right: right - origin.left, middle: top - origin.top + height / 2 },
      ];
    });
    setMeasured({ boxes: new Map(boxes), width: origin.width, height: origin.height });
  }, [field, content, size]);
  useEffect(() => {
    const element = field.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const watch = new ResizeObserver(() => setSize((count) => count + 1));
    watch.observe(element);
    return () => watch.disconnect();
  }, [field]);
  return measured;
}
