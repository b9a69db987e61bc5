import { createStore } from '#platform/store';

/** Something that was just done and can be taken back for ten seconds. */
export interface Undoable {
  readonly sentence: string;
  readonly undo: () => void;
}

export const undoSeconds = 10;
export const undoStore = createStore<Undoable | undefined>(undefined);

/** Offers to take back what was just done; a newer one replaces an older one. */
export function offerUndo(sentence: string, undo: () => void): void {
  undoStore.set({ sentence, undo });
}
