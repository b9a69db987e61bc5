import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import { type ClaimReturnCode, claimReturnCodes } from '@zhitong/domain/directory/claim-return';
import type { CityFiles } from './city-files.ts';
import type { PersonRow, PostRow, SignInRow } from './city-rows.ts';
import { cell, numberCell, type TableRow } from './csv-table.ts';
import type { ClaimRow } from './directory-rows.ts';
import type { Firm } from './firm-rows.ts';
import { foundingInstant, seededId } from './seeded-ids.ts';

interface ClaimContext {
  readonly random: SeededRandom;
  readonly city: string;
  readonly firms: readonly Firm[];
  readonly signIns: readonly SignInRow[];
  readonly people: readonly PersonRow[];
  readonly posts: readonly PostRow[];
}

/** Claims that wait for the bureau, and one it has returned; invented people ask for invented firms. */
export function makeClaims(files: CityFiles, context: ClaimContext): ClaimRow[] {
  const taken = new Set<string>();
  return files.claims.map((row) => {
    const firm = nextFirm(cell(row, 'firm').slice('trade:'.length), context, taken);
    taken.add(firm.id);
    const { city, random } = context;
    const id = () => seededId(random, foundingInstant);
    return {
      ...{ id: id(), city, fileId: id(), actionIds: [id(), id()] },
      ...{ firmId: firm.id, firmName: firm.name, creditCode: firm.creditCode },
      ...claimantOf(cell(row, 'by'), context),
      ...{ words: cell(row, 'words'), hasPaper: cell(row, 'paper') === 'yes' },
      ...{ hoursAgo: numberCell(row, 'hours_ago'), returned: returnOf(row) },
    };
  });
}

function returnOf(row: TableRow): ClaimReturnCode | null {
  return claimReturnCodes.find((code) => code === cell(row, 'returned')) ?? null;
}

function claimantOf(username: string, { signIns, people, posts }: ClaimContext) {
  const personId = signIns.find((signIn) => signIn.username === username)?.personId;
  const person = people.find(({ id }) => id === personId);
  const post = posts.find((held) => held.personId === personId);
  if (person === undefined || post === undefined) throw new Error(`${username} has no person or post.`);
  return { personId: person.id, personName: person.name, claimantId: post.organisationId };
}

/** From the end of the list: the first firms of a trade have parts in other stories. */
function nextFirm(trade: string, { firms, city }: ClaimContext, taken: ReadonlySet<string>) {
  const firm = firms.findLast((known) => known.trade === trade && known.row.city === city && !taken.has(known.row.id));
  if (firm === undefined) throw new Error(`No firm of the trade ${trade} is left to claim.`);
  return firm.row;
}
