import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';

/** What is being dragged, and where the pointer is. */
export interface Drag {
  readonly kind: 'segment' | 'product' | 'link';
  readonly id: string;
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly over: DropPlace | undefined;
}

/** Under the pointer: a tier and the row in it, and the segment if one is hit. */
export interface DropPlace {
  readonly tier: number;
  readonly row: number;
  readonly segment: string | undefined;
}

type Grip = Pick<Drag, 'kind' | 'id' | 'words'>;

const startsAt = 6;

/** Dragging by pointer: it begins after a few pixels, so that a click stays a click; Esc drops nothing. */
export function useDrag(onDrop: (grip: Grip, place: DropPlace) => void) {
  const [drag, setDrag] = useState<Drag>();
  const start = useRef<(Grip & { readonly x: number; readonly y: number }) | undefined>(undefined);
  const current = useRef<Drag | undefined>(undefined);
  const drop = useRef(onDrop);
  drop.current = onDrop;

  useEffect(() => {
    const show = (next: Drag | undefined) => {
      current.current = next;
      setDrag(next);
    };
    const end = () => {
      start.current = undefined;
      show(undefined);
    };
    const move = (event: PointerEvent) => {
      const begun = start.current;
      if (!begun) return;
      const { clientX: x, clientY: y } = event;
      if (!current.current && Math.hypot(x - begun.x, y - begun.y) < startsAt) return;
      const { kind, id, words } = begun;
      show({ kind, id, words, x, y, over: placeAt(x, y, id) });
    };
    const up = () => {
      const dragged = current.current;
      end();
      if (!dragged) return;
      // the click that follows a drag opens nothing
      addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', swallow, { capture: true }));
      if (dragged.over) drop.current(dragged, dragged.over);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && current.current) end();
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', end);
    addEventListener('keydown', key);
    return () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', end);
      removeEventListener('keydown', key);
    };
  }, []);

  const grip = (of: Grip) => (event: ReactPointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    start.current = { ...of, x: event.clientX, y: event.clientY };
  };
  return { drag, grip };
}

function swallow(event: MouseEvent): void {
  event.stopPropagation();
  event.preventDefault();
}

function placeAt(x: number, y: number, dragged: string): DropPlace | undefined {
  const hit = document.elementFromPoint(x, y);
  const column = hit?.closest<HTMLElement>('[data-tier]');
  if (!column) return undefined;
  const cards = [...column.querySelectorAll<HTMLElement>('[data-segment]')].filter(
    (card) => card.dataset.segment !== dragged,
  );
  const above = cards.filter((card) => {
    const { top, height } = card.getBoundingClientRect();
    return top + height / 2 < y;
  });
  return {
    ...{ tier: Number(column.dataset.tier), row: above.length },
    segment: hit?.closest<HTMLElement>('[data-segment]')?.dataset.segment,
  };
}
