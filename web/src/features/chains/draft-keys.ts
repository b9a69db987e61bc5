import { type Segment, type SegmentTier, segmentTiers } from '@zhitong/domain/chains/chain-map';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isComposing } from '#platform/composing';
import { displayStore } from '#platform/display';
import { isField } from '#platform/shortcuts';
import { moveTo, stepOf } from './draft-columns.ts';
import type { DraftSession } from './draft-session.ts';
import { type Arrow, type MapLayout, neighbour } from './map-layout.ts';

interface Keyed {
  readonly session: DraftSession;
  readonly layout: MapLayout<Segment>;
  readonly onOpen: (segment: string) => void;
  readonly onAdd: (tier: SegmentTier) => void;
  readonly still: boolean;
}

/** One Tab stop into the board; arrows walk, with Shift they move; the letters draw. */
export function useDraftKeys({ session, layout, onOpen, onAdd, still }: Keyed) {
  const heads = useRef(new Map<string, HTMLButtonElement>());
  /** who is to have the focus after the next drawing: a card that changed its column is a new one */
  const wanted = useRef<string | undefined>(undefined);
  const [entry, setEntry] = useState<string>();
  const [linking, setLinking] = useState<string>();
  const all = layout.columns.flat();
  const tabStop = all.some(({ id }) => id === entry) ? entry : all[0]?.id;
  useEffect(() => {
    if (wanted.current === undefined) return;
    heads.current.get(wanted.current)?.focus();
    wanted.current = undefined;
  });

  const linkTo = (id: string) => {
    if (linking === undefined) return;
    session.perform({ kind: 'link', from: linking, to: id });
    setLinking(undefined);
  };
  const move = (id: string, arrow: Arrow) => {
    const to = stepOf(layout, id, arrow);
    const step = to && moveTo(session.content, { id, ...to });
    if (step && session.perform(step)) wanted.current = id;
  };
  const remove = (id: string) => {
    const next = neighbour(layout, id, 'ArrowDown') ?? neighbour(layout, id, 'ArrowUp');
    if (session.perform({ kind: 'remove-segment', id })) wanted.current = next ?? all.find((one) => one.id !== id)?.id;
  };
  const draws: Readonly<Record<string, (id: string) => void>> = {
    l: (id) => setLinking(linking === undefined ? id : undefined),
    n: (id) => onAdd(segmentTiers[layout.places.get(id)?.column ?? 0] ?? 'upstream'),
    Delete: remove,
    F2: onOpen,
  };
  const draw = (key: string, id: string): boolean => {
    // single letters can be switched off
    const name = key.length > 1 ? key : displayStore.get().shortcuts && key.toLowerCase();
    const action = name ? draws[name] : undefined;
    action?.(id);
    return action !== undefined;
  };
  const walk = (event: KeyboardEvent, id: string, arrow: Arrow) => {
    if (event.shiftKey && !still) move(id, arrow);
    else heads.current.get(neighbour(layout, id, arrow) ?? id)?.focus();
  };
  /** While a link is drawn Enter ends it and Esc gives it up. */
  const endLinking = (key: string, id: string): boolean => {
    if (linking === undefined || (key !== 'Enter' && key !== 'Escape')) return false;
    if (key === 'Enter') linkTo(id);
    else setLinking(undefined);
    return true;
  };
  const press = (event: KeyboardEvent, id: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
    const { key } = event;
    if (isArrow(key)) walk(event, id, key);
    else if (!endLinking(key, id) && (still || !draw(key, id))) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    ...{ linking, linkTo },
    of: (id: string) => ({
      tabIndex: id === tabStop ? 0 : -1,
      ref: (head: HTMLButtonElement | null) => void (head ? heads.current.set(id, head) : heads.current.delete(id)),
      onKeyDown: (event: KeyboardEvent) => press(event, id),
      onFocus: () => setEntry(id),
    }),
  };
}

const isArrow = (key: string): key is Arrow => /^Arrow(Up|Down|Left|Right)$/.test(key);

/** Ctrl Z and Ctrl Shift Z (or Ctrl Y) anywhere on the page, but where words are written: there they undo the words. */
export function useUndoKeys({ undo, redo }: Pick<DraftSession, 'undo' | 'redo'>): void {
  const current = useRef({ undo, redo });
  current.current = { undo, redo };
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isField(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) current.current.redo();
      else current.current.undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
