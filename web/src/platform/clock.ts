import { useSyncExternalStore } from 'react';

/** The one place in the web where the time is read. */
export function now(): Date {
  return new Date();
}

/** The current minute; a component that uses it renders again when the minute changes, never second by second. */
export function useMinute(): Date {
  const minute = useSyncExternalStore(everyMinute, () => Math.floor(now().getTime() / 60_000));
  return new Date(minute * 60_000);
}

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, 5_000);
  return () => clearInterval(timer);
}
