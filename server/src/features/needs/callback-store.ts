import type { Tx } from '#platform/database';
import type { CallbackNote } from './callback-reading.ts';

export interface NewCallbackNote extends CallbackNote {
  readonly city: string;
  readonly id: string;
  readonly caseId: string;
  readonly day: string;
  readonly personId: string;
}

export async function insertCallbackNote(tx: Tx, note: NewCallbackNote): Promise<void> {
  const { city, id, caseId, day, outcome, said, personId, by, at } = note;
  await tx
    .insertInto('callback_note')
    .values({ ...{ city, id, case_id: caseId, day, outcome, said, at }, person_id: personId, person_name: by })
    .execute();
}
