import { confidentialDigest } from './audit-format.ts';
import { readTrailState, readTrailToProve } from './audit-reader.ts';
import { auditChain } from './audit-sealer.ts';
import type { Chain, ChainRow } from './chain.ts';
import { beginning, type ChainBreak, type ChainHead, type ChainProof, proveChain } from './chain-proof.ts';
import { type Context, inContext } from './context.ts';
import type { Database } from './database.ts';
import type { Effects } from './effects.ts';

/** Why the trail does not hold, and what the first broken entry says of itself. */
export interface TrailBreak extends Pick<ChainBreak, 'reason' | 'position'> {
  readonly at: string | null;
  readonly who: string | null;
  readonly action: string | null;
}

/** What a check of the whole trail of a city found. */
export interface TrailCheck extends ChainHead {
  readonly at: Date;
  readonly entries: number;
  readonly unsealed: number;
  readonly broken: TrailBreak | null;
  readonly tookMs: number;
}

export interface CheckTask {
  readonly city: string;
  readonly effects: Effects;
  /** heads kept outside the database: of an export, on paper */
  readonly heads?: readonly ChainHead[];
  /** who asked; absent: the nightly run or the command line */
  readonly byPerson?: string | undefined;
}

/**
 * Proves the trail of a city from its first entry to its head, and through every head an earlier check found. The result is kept.
 */
export async function checkTrail(database: Database, task: CheckTask): Promise<TrailCheck> {
  const { city, effects, heads = [] } = task;
  const began = effects.now();
  const state = await readTrailState(database, city);
  const earlier = await listEarlierHeads(database, city);
  const rows = readTrailToProve(database, { city, after: 0, to: Math.max(state.head.position, state.last) });
  const wanted = [state.head, ...earlier, ...heads].filter(({ position }) => position > 0);
  const proof = await proveChain(wholeChain, { city, from: beginning, heads: wanted }, rows);
  const check: TrailCheck = {
    ...{ position: proof.position, hash: proof.hash, entries: proof.entries, unsealed: state.unsealed, at: began },
    broken: describeBreak(brokenBehind(proof, state.head)),
    tookMs: effects.now().getTime() - began.getTime(),
  };
  await keepCheck(database, task, check);
  return check;
}

/** With the confidential part at hand, it too must be what was sealed. */
const wholeChain: Chain = { ...auditChain, proveRow: (row) => (isAsSealed(row) ? undefined : 'confidential') };

function isAsSealed({ digest, salt, said }: ChainRow & { digest?: unknown; salt?: unknown; said?: unknown }): boolean {
  if (digest === null) return said === null;
  return typeof salt === 'string' && typeof said === 'string' && confidentialDigest({ salt, said }) === digest;
}

/** Entries behind the head were never sealed by us. */
function brokenBehind({ broken, position }: ChainProof, head: ChainHead): ChainBreak | null {
  if (broken !== null || position <= head.position) return broken;
  return { reason: 'beyond', position: head.position + 1, row: null };
}

export function describeBreak(broken: ChainBreak | null): TrailBreak | null {
  if (broken === null) return null;
  const { reason, position, row } = broken;
  const at = row?.at;
  return {
    ...{ reason, position },
    at: at instanceof Date ? at.toISOString() : textOf(at),
    who: textOf(row?.actor_name),
    action: textOf(row?.action),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const headsKept = 400;

/** More than a year of nightly checks that found the trail whole. */
function listEarlierHeads(database: Database, city: string): Promise<readonly ChainHead[]> {
  return inContext(database, { city, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('audit_check')
      .select(['position', 'hash'])
      .where('city', '=', city)
      .where('broken', 'is', null)
      .where('position', '>', 0)
      .orderBy('at', 'desc')
      .limit(headsKept)
      .execute(),
  );
}

async function keepCheck(database: Database, { city, effects, byPerson }: CheckTask, check: TrailCheck): Promise<void> {
  const { at, entries, position, hash, unsealed, broken, tookMs } = check;
  const context: Context = { city, viewer: 'system' };
  await inContext(database, context, (tx) =>
    tx
      .insertInto('audit_check')
      .values({
        ...{ city, id: effects.newId(), at, by_person: byPerson ?? null, entries, position, hash, unsealed },
        broken: broken === null ? null : JSON.stringify(broken),
        took_ms: tookMs,
      })
      .execute(),
  );
}

/** The latest check of a city, as it is shown; undefined: never checked. */
export function findLastCheck(database: Database, city: string): Promise<TrailCheck | undefined> {
  return inContext(database, { city, viewer: 'system' }, async (tx) => {
    const row = await tx
      .selectFrom('audit_check')
      .select(['at', 'entries', 'position', 'hash', 'unsealed', 'broken', 'took_ms'])
      .where('city', '=', city)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && { ...row, broken: row.broken as TrailBreak | null, tookMs: row.took_ms };
  });
}
