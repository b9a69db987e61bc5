/** How far an import has come. */
export const importStates = ['checking', 'checked', 'refused', 'taken', 'discarded', 'undone'] as const;
export type ImportState = (typeof importStates)[number];

export const importActions = ['take', 'discard', 'fix', 'answer', 'undo'] as const;
export type ImportAction = (typeof importActions)[number];

/** What may be done next. The server refuses by it, the screen draws its buttons from it. */
const allowed = {
  checking: ['discard'],
  checked: ['take', 'discard', 'fix', 'answer'],
  refused: [],
  taken: ['undo'],
  discarded: [],
  undone: [],
} as const satisfies Record<ImportState, readonly ImportAction[]>;

/** An import can be taken back for so long. */
export const undoHours = 24;
/** A checked file waits so long for a word, then it is dropped. */
export const keptDays = 7;

export interface ImportMoment {
  readonly state: ImportState;
  readonly accepted: number;
  readonly takenAt: Date | null;
}

export function allowedImportActions({ state, accepted, takenAt }: ImportMoment, now: Date): readonly ImportAction[] {
  return allowed[state].filter((action) => {
    if (action === 'take') return accepted > 0;
    return action !== 'undo' || (takenAt !== null && now < undoUntil(takenAt));
  });
}

export function undoUntil(takenAt: Date): Date {
  return new Date(takenAt.getTime() + undoHours * 3_600_000);
}
