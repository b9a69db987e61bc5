import { createStore } from './store.ts';

/** Whether the server answers that its database is away: then nothing on the screen is of this moment, though the line stands. */
export const awayStore = createStore<{ readonly since: string | undefined }>({ since: undefined });

export function noteAway(away: boolean, at: Date): void {
  const { since } = awayStore.get();
  if (away !== (since !== undefined)) awayStore.set({ since: away ? at.toISOString() : undefined });
}
