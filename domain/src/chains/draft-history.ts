import type { ChainContent } from './chain-map.ts';
import { applyOperation, type DraftOperation } from './draft-operation.ts';

/** A draft with every step that can be taken back, and every one that can be done again. */
export interface DraftHistory {
  readonly content: ChainContent;
  /** latest last */
  readonly undoable: readonly DraftOperation[];
  readonly redoable: readonly DraftOperation[];
}

export function beginHistory(content: ChainContent): DraftHistory {
  return { content, undoable: [], redoable: [] };
}

/** Throws the refusal of the operation; nothing has changed then. */
export function perform({ content, undoable }: DraftHistory, operation: DraftOperation): DraftHistory {
  const applied = applyOperation(content, operation);
  return { content: applied.content, undoable: [...undoable, applied.inverse], redoable: [] };
}

/** The step before; the same history where there is none. */
export function undo(history: DraftHistory): DraftHistory {
  const last = history.undoable.at(-1);
  if (!last) return history;
  const { content, inverse } = applyOperation(history.content, last);
  return { content, undoable: history.undoable.slice(0, -1), redoable: [...history.redoable, inverse] };
}

export function redo(history: DraftHistory): DraftHistory {
  const last = history.redoable.at(-1);
  if (!last) return history;
  const { content, inverse } = applyOperation(history.content, last);
  return { content, undoable: [...history.undoable, inverse], redoable: history.redoable.slice(0, -1) };
}
