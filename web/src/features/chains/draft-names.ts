import type { Language } from '@zhitong/domain/language';
import { useCallback, useState } from 'react';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What products and bodies are called: those the draft came with, and those that were chosen since. */
export interface Names {
  readonly of: (id: string) => string;
  readonly learn: (named: readonly Named[]) => void;
}

export function useNames(first: readonly Named[]): Names {
  const [names, setNames] = useState(() => new Map(first.map(({ id, name }) => [id, name])));
  const learn = useCallback(
    (named: readonly Named[]) =>
      setNames((known) => new Map([...known, ...named.map(({ id, name }) => [id, name] as const)])),
    [],
  );
  return { of: (id) => names.get(id) ?? id, learn };
}

/** A chain or a segment in the language of the reader, where it has a name in it. */
export function shownName({ name, nameEn }: { name: string; nameEn: string | null }, language: Language): string {
  return (language === 'en' ? nameEn : null) ?? name;
}
