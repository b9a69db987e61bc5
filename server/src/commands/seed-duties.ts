import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable, listValue } from '#platform/city-table';
import type { Tx } from '#platform/database';

/** The duty table: matters, who answers for them from the first day on, and who is away. */
export async function writeDuties(
  tx: Tx,
  connection: BulkConnection,
  { rows, now }: { readonly rows: CityRows; readonly now: Date },
): Promise<void> {
  const tables = [
    { table: 'duty', rows: rows.duties.map((duty) => dutyRow(duty, now)) },
    { table: 'duty_term', rows: rows.duties.map((duty) => termRow(duty, now)) },
    { table: 'duty_leave', rows: rows.leaves.map((leave) => leaveRow(leave, now)) },
  ];
  for (const table of tables) await fillCityTable(tx, connection, table);
}

type Duty = CityRows['duties'][number];

/** The day from which the invented people hold their posts. */
const since = { valid_from: '2025-01-01', valid_to: null };

function dutyRow(duty: Duty, now: Date) {
  const { city, id, number, title, description, list, level, basis } = duty;
  const text = { number, title, description, words: listValue(duty.words), basis };
  return { city, id, ...text, list, class: duty.class, level, ...since, source: '演示', demo: true, created_at: now };
}

function termRow({ city, id, termId, bodyId, ownerPostId, deputyPostId }: Duty, now: Date) {
  const posts = { body_id: bodyId, owner_post_id: ownerPostId, deputy_post_id: deputyPostId };
  return { city, id: termId, duty_id: id, ...posts, ...since, created_at: now };
}

function leaveRow({ city, id, bodyId, postId, personId, coverPostId, ...days }: CityRows['leaves'][number], now: Date) {
  const posts = { body_id: bodyId, post_id: postId, person_id: personId, cover_post_id: coverPostId };
  return { city, id, ...posts, valid_from: days.since, valid_to: days.until, created_at: now };
}
