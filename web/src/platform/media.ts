import { useSyncExternalStore } from 'react';

export const phoneQuery = '(max-width: 767px)';
export const tabletQuery = '(min-width: 768px) and (max-width: 1199px)';
/** too narrow for a list beside its detail */
export const narrowQuery = '(max-width: 1023px)';
export const darkQuery = '(prefers-color-scheme: dark)';
export const stillQuery = '(prefers-reduced-motion: reduce)';

/** Follows a media query. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

export function usePhone(): boolean {
  return useMedia(phoneQuery);
}
