import { useEffect, useRef } from 'react';
import { isComposing } from './composing.ts';
import { displayStore } from './display.ts';

/** Keys as written in the key list: `mod+k`, `g h`, `?`, `Escape`. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

const sequencePause = 1_000;

/** Listens for keys on the whole page. Single letters never fire in a field, while composing, or when switched off. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    let first = { key: '', at: 0 };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return;
      const name = nameOf(event);
      if (!name) return;
      const sequence = event.timeStamp - first.at < sequencePause ? `${first.key} ${name}` : '';
      first = { key: name, at: event.timeStamp };
      const action = current.current[sequence] ?? current.current[name];
      if (!action) return;
      event.preventDefault();
      first = { key: '', at: 0 };
      action();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function nameOf(event: KeyboardEvent): string | undefined {
  if (event.ctrlKey || event.metaKey) return `mod+${event.key.toLowerCase()}`;
  if (event.altKey || event.key.length > 1) return event.key;
  return displayStore.get().shortcuts && !isField(event.target) ? event.key : undefined;
}

/** Where what is typed is text. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role=combobox]') !== null
  );
}
