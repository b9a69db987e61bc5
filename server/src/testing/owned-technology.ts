import type { Tx } from '#platform/database';
import type { TestOrganisation } from './test-world.ts';

/** A sheet that was sent to the organisation, which asked for it too: it stands on both sides of it. */
export async function writeSheetAsk(
  tx: Tx,
  { city, id: own, name }: TestOrganisation,
  { newId, needId, caseId, at }: { newId: () => string; needId: string; caseId: string; at: string },
): Promise<{ sheetAsk: string }> {
  const sheetAsk = newId();
  await tx
    .insertInto('technology_ask')
    .values({
      ...{ city, id: sheetAsk, case_id: caseId, need_id: needId, body_id: own, body_name: name },
      ...{ asker_id: own, asker_name: name, title: '层间强度', text: '层间强度', reasons: '[]', asked_at: at },
      ...{ due_at: '2027-12-31T09:00:00+08:00', demo: true },
    })
    .execute();
  return { sheetAsk };
}
