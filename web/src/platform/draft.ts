import { useCallback, useEffect, useRef, useState } from 'react';
import { now } from './clock.ts';

/** What a person types, kept on the device every two seconds and when the page goes away. Drafts never die. */
export interface Draft<Value> {
  readonly value: Value;
  /** A function is given what stands there now, which may be newer than what was drawn. */
  readonly change: (next: Value | ((now: Value) => Value)) => void;
  /** instant of the last keeping, undefined before the first */
  readonly keptAt: string | undefined;
  readonly discard: () => void;
}

const keepEvery = 2_000;

export function useDraft<Value>(name: string, empty: Value, isValue: (value: unknown) => value is Value): Draft<Value> {
  const [value, setValue] = useState(() => read(name, isValue) ?? empty);
  const latest = useRef(value);
  const [keptAt, setKeptAt] = useState<string>();
  const unsaved = useRef<Value | undefined>(undefined);

  const keep = useCallback(() => {
    if (unsaved.current === undefined) return;
    write(name, unsaved.current);
    unsaved.current = undefined;
    setKeptAt(now().toISOString());
  }, [name]);

  useEffect(() => {
    const timer = setInterval(keep, keepEvery);
    addEventListener('pagehide', keep);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [keep]);

  const change = useCallback((next: Value | ((now: Value) => Value)) => {
    const made = isChange(next) ? next(latest.current) : next;
    if (made === latest.current) return;
    latest.current = made;
    unsaved.current = made;
    setValue(made);
  }, []);

  const discard = useCallback(() => {
    unsaved.current = undefined;
    remove(name);
    latest.current = empty;
    setValue(empty);
    setKeptAt(undefined);
  }, [name, empty]);

  return { value, change, keptAt, discard };
}

function isChange<Value>(next: Value | ((now: Value) => Value)): next is (now: Value) => Value {
  return typeof next === 'function';
}

const keyOf = (name: string) => `zhitong.draft.${name}`;

function read<Value>(name: string, isValue: (value: unknown) => value is Value): Value | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
    return isValue(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(value));
  } catch {
    // a full or forbidden storage must not stop the person from typing
  }
}

function remove(name: string): void {
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // nothing was kept, so nothing has to go
  }
}
