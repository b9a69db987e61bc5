import type { Preferences } from '@zhitong/contract/directory/session-contract';
import type { Language } from '@zhitong/domain/language';
import { createStore, useStore } from './store.ts';
import { i18n } from './text.ts';

/** How this person wants to see the screens. Kept on the server when signed in, and here for the next visit. */
export type Display = { readonly [Key in keyof Required<Preferences>]: NonNullable<Preferences[Key]> };

const storageKey = 'zhitong.display-chosen';
const beforeSignInKey = 'zhitong.display-before-sign-in';

/** What was ever chosen here; for everything else the browser is asked. */
let chosen: Preferences = kept('localStorage', storageKey);
export const displayStore = createStore<Display>(displayOf(chosen));
apply(displayStore.get());

export function useDisplay(): Display {
  return useStore(displayStore);
}

export function useLanguage(): Language {
  return useDisplay().language;
}

/** Applies at once; nothing is remounted, so half-filled forms keep their contents. */
export function changeDisplay(change: Preferences): void {
  chosen = { ...chosen, ...stated(change) };
  const next = displayOf(chosen);
  apply(next);
  displayStore.set(next);
  keep('localStorage', storageKey, chosen);
}

/** Chosen by somebody who is not signed in yet: it outlives the sign-in, and goes over what was chosen elsewhere before. */
export function chooseBeforeSignIn(change: Preferences): void {
  changeDisplay(change);
  keep('sessionStorage', beforeSignInKey, { ...chosenBeforeSignIn(), ...stated(change) });
}

export function chosenBeforeSignIn(): Preferences {
  return kept('sessionStorage', beforeSignInKey);
}

export function forgetBeforeSignIn(): void {
  keep('sessionStorage', beforeSignInKey, {});
}

function displayOf(choices: Preferences): Display {
  const asBrowser: Display = {
    language: languageOfBrowser(),
    density: 'comfortable',
    theme: 'system',
    shortcuts: true,
  };
  return { ...asBrowser, ...stated(choices) };
}

/** The first language of the browser that the product speaks. */
function languageOfBrowser(): Language {
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find((language) => language === 'zh' || language === 'en') ?? 'zh';
}

function apply(display: Display): void {
  void i18n.changeLanguage(display.language);
  document.documentElement.lang = display.language === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.dataset.density = display.density;
}

function stated(change: Preferences): Partial<Display> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

type Place = 'localStorage' | 'sessionStorage';

function keep(storage: Place, key: string, choices: Preferences): void {
  try {
    window[storage].setItem(key, JSON.stringify(choices));
  } catch {
    // private windows may refuse storage; the setting then lives as long as the page
  }
}

function kept(storage: Place, key: string): Preferences {
  try {
    const value: unknown = JSON.parse(window[storage].getItem(key) ?? '{}');
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
