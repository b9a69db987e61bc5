import { setImmediate } from 'node:timers/promises';
import type { BreakReason } from '@zhitong/domain/directory/audit-verdict';
import type { Chain, ChainRow } from './chain.ts';

/** A place in a chain somebody wrote down: the head of the city, of an earlier check, of an export, on paper. */
export interface ChainHead {
  readonly position: number;
  readonly hash: string;
}

export interface ChainBreak {
  readonly reason: BreakReason;
  /** the first entry that does not hold */
  readonly position: number;
  /** what that entry says of itself, as far as it is there */
  readonly row: ChainRow | null;
}

export interface ChainProof extends ChainHead {
  readonly entries: number;
  /** of these, how many the chain only runs through: what they say was withheld from whoever proves */
  readonly withheld: number;
  readonly broken: ChainBreak | null;
}

export interface ProofTask {
  readonly city: string;
  /** where the rows begin; position 0 and an empty hash: at the beginning of the trail */
  readonly from: ChainHead;
  /** heads that the chain must run through */
  readonly heads: readonly ChainHead[];
}

export const beginning: ChainHead = { position: 0, hash: '' };

/**
 * Walks the chain once, in order, and stops at the first entry that does not hold. O(entries), one batch in memory. What a proof
 * cannot see: a tail that was rewritten with all its hashes after the last head somebody keeps elsewhere.
 */
export async function proveChain(
  chain: Chain,
  { city, from, heads }: ProofTask,
  batches: AsyncIterable<readonly ChainRow[]>,
): Promise<ChainProof> {
  const known = byPosition(heads);
  let at = from;
  let withheld = 0;
  let mayWithhold = true;
  const proof = (broken: ChainBreak | null): ChainProof => ({
    ...at,
    ...{ entries: at.position - from.position, withheld, broken },
  });
  const take = (row: ChainRow): ChainBreak | null => {
    const position = at.position + 1;
    // only entries of before form 2 are ever withheld; behind the first of form 2 none is
    mayWithhold &&= Number(row.format ?? 1) === 1;
    const isWithheld = mayWithhold && row.withheld === true && row.position === position;
    const sound = isWithheld || checkRow(chain, at, { city, position, row });
    if (sound !== true) return { reason: sound, position, row: row.position === position ? row : null };
    if (isWithheld) withheld += 1;
    at = { position, hash: String(row.hash) };
    const isAnother = known.get(position)?.some((hash) => hash !== at.hash) ?? false;
    return isAnother ? { reason: 'rewritten', position, row } : null;
  };
  for await (const rows of batches)
    for (let first = 0; first < rows.length; first += rowsInOneGo) {
      const broken = takeUntilBroken(rows.slice(first, first + rowsInOneGo), take);
      if (broken !== null) return proof(broken);
      await setImmediate();
    }
  const last = Math.max(0, ...known.keys());
  return proof(at.position < last ? { reason: 'cut', position: at.position + 1, row: null } : null);
}

function takeUntilBroken(rows: readonly ChainRow[], take: (row: ChainRow) => ChainBreak | null): ChainBreak | null {
  for (const row of rows) {
    const broken = take(row);
    if (broken !== null) return broken;
  }
  return null;
}

/** hashing so many keeps no request waiting */
const rowsInOneGo = 500;

function byPosition(heads: readonly ChainHead[]): ReadonlyMap<number, readonly string[]> {
  const known = new Map<number, readonly string[]>();
  for (const { position, hash } of heads) known.set(position, [...(known.get(position) ?? []), hash]);
  return known;
}

function checkRow(chain: Chain, before: ChainHead, place: { city: string; position: number; row: ChainRow }) {
  const { position, row } = place;
  if (row.position !== position) return Number(row.position) > position ? 'missing' : 'changed';
  if (chain.hash(before.hash, place) !== row.hash) return 'changed';
  return chain.proveRow?.(row) ?? true;
}
