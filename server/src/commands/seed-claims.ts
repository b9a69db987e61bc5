import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable, listValue } from '#platform/city-table';
import type { Tx } from '#platform/database';
import { dataFolder } from './seed-reference.ts';

type Claim = CityRows['claims'][number];

/** Claims with their papers and what was done to them. */
export async function writeClaims(
  tx: Tx,
  connection: BulkConnection,
  { rows, now }: { readonly rows: CityRows; readonly now: Date },
): Promise<void> {
  const paper = readFileSync(join(dataFolder, 'demo-city/paper.png'));
  const officer = officerOf(rows);
  const papers = rows.claims.filter(({ hasPaper }) => hasPaper);
  const tables = [
    { table: 'stored_file', rows: papers.map((claim) => fileRow(claim, paper, now)) },
    {
      table: 'stored_content',
      rows: papers.map(({ city, fileId }) => ({ city, file_id: fileId, content: `\\x${paper.toString('hex')}` })),
    },
    { table: 'claim', rows: rows.claims.map((claim) => claimRow(claim, now)) },
    { table: 'claim_action', rows: rows.claims.flatMap((claim) => actionRows(claim, officer, now)) },
  ];
  for (const table of tables) await fillCityTable(tx, connection, table);
}

interface Officer {
  readonly id: string;
  readonly name: string;
}

/** Who decides claims: the operator at the bureau. */
function officerOf({ posts, people }: CityRows): Officer {
  const post = posts.find(({ role }) => role === 'operator');
  const officer = people.find(({ id }) => id === post?.personId);
  if (officer === undefined) throw new Error('The demo city has no operator.');
  return officer;
}

const before = (now: Date, hours: number) => new Date(now.getTime() - hours * 3_600_000);

function fileRow({ city, fileId, claimantId, personId, hoursAgo }: Claim, paper: Buffer, now: Date) {
  const content = { name: '证明材料（演示）.png', type: 'image/png', bytes: paper.length };
  const sha256 = createHash('sha256').update(paper).digest('hex');
  const owner = { organisation_id: claimantId, person_id: personId };
  return { city, id: fileId, kind: 'evidence', ...owner, ...content, sha256, stored_at: before(now, hoursAgo) };
}

function claimRow(claim: Claim, now: Date) {
  return {
    ...{ city: claim.city, id: claim.id, organisation_id: claim.firmId, firm_name: claim.firmName },
    ...{ credit_code: claim.creditCode, person_id: claim.personId, person_name: claim.personName },
    ...{ claimant_organisation_id: claim.claimantId, contest: false, demo: true, at: before(now, claim.hoursAgo) },
  };
}

function actionRows(claim: Claim, officer: Officer, now: Date) {
  const { city, id, actionIds, words, hasPaper, hoursAgo, returned } = claim;
  const submitted = {
    ...{ city, id: actionIds[0] ?? '', claim_id: id, kind: 'submitted' },
    ...{ person_id: claim.personId, person_name: claim.personName, code: null, words },
    ...{ file_ids: listValue(hasPaper ? [claim.fileId] : []), at: before(now, hoursAgo) },
  };
  if (returned === null) return [submitted];
  const back = {
    ...{ city, id: actionIds[1] ?? '', claim_id: id, kind: 'returned' },
    ...{ person_id: officer.id, person_name: officer.name, code: returned, words: '请重新拍清楚再交' },
    ...{ file_ids: listValue([]), at: before(now, hoursAgo / 2) },
  };
  return [submitted, back];
}
