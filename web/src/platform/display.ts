import type { Preferences } from '@zhitong/contract/directory/session-contract';
import type { Language } from '@zhitong/domain/language';
import { createStore, useStore } from './store.ts';
import { i18n } from './text.ts';

/** How this person wants to see the screens. Kept on the server when signed in, and here for the next visit. */
export type Display = { readonly [Key in keyof Required<Preferences>]: NonNullable<Preferences[Key]> };

const storageKey = 'zhitong.display';
const defaults: Display = { language: 'zh', density: 'comfortable', theme: 'light', shortcuts: true };

export const displayStore = createStore<Display>({ ...defaults, ...kept() });
apply(displayStore.get());

export function useDisplay(): Display {
  return useStore(displayStore);
}

export function useLanguage(): Language {
  return useDisplay().language;
}

/** Applies at once; nothing is remounted, so half-filled forms keep their contents. */
export function changeDisplay(change: Preferences): void {
  const next = { ...displayStore.get(), ...stated(change) };
  apply(next);
  displayStore.set(next);
  try {
    localStorage.setItem(storageKey, JSON.stringify(next));
  } catch {
    // private windows may refuse storage; the setting then lives as long as the page
  }
}

function apply(display: Display): void {
  void i18n.changeLanguage(display.language);
  document.documentElement.lang = display.language === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.dataset.density = display.density;
}

function stated(change: Preferences): Partial<Display> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function kept(): Partial<Display> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return isDisplay(value) ? value : {};
  } catch {
    return {};
  }
}

function isDisplay(value: unknown): value is Partial<Display> {
  if (typeof value !== 'object' || value === null) return false;
  const words: Record<keyof Display, readonly unknown[]> = {
    language: ['zh', 'en'],
    density: ['comfortable', 'compact', 'large'],
    theme: ['light', 'dark', 'system'],
    shortcuts: [true, false],
  };
  return Object.entries(value).every(([key, word]) =>
    Object.entries(words).some(([k, w]) => k === key && w.includes(word)),
  );
}
