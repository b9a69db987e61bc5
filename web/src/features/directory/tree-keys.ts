import type { KeyboardEvent } from 'react';

interface Acts {
  /** opens or closes the level below */
  readonly toggle: () => void;
  readonly choose: () => void;
}

/** Arrows in a tree, as its readers know them: up and down over what is visible, right opens, left closes or goes up. */
export function moveInTree(event: KeyboardEvent<HTMLElement>, { toggle, choose }: Acts): void {
  const item = event.currentTarget;
  if (event.target !== item) return;
  const rows = [...(item.closest('[role=tree]')?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])];
  const place = rows.indexOf(item);
  const expanded = item.getAttribute('aria-expanded');
  const above = item.parentElement?.closest<HTMLElement>('[role=treeitem]');
  const moves = new Map<string, () => void>([
    ['ArrowDown', () => rows[place + 1]?.focus()],
    ['ArrowUp', () => rows[place - 1]?.focus()],
    ['Home', () => rows[0]?.focus()],
    ['End', () => rows.at(-1)?.focus()],
    ['ArrowRight', () => (expanded === 'false' ? toggle() : rows[place + 1]?.focus())],
    ['ArrowLeft', () => (expanded === 'true' ? toggle() : above?.focus())],
    ['Enter', choose],
    [' ', choose],
  ]);
  const move = moves.get(event.key);
  if (!move) return;
  event.preventDefault();
  event.stopPropagation();
  move();
}
