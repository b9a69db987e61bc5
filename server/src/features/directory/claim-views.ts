import type { Claim, ClaimRow } from '@zhitong/contract/directory/claim-contract';
import {
  type ClaimActionKind,
  type ClaimActor,
  type ClaimStatus,
  claimActors,
  claimFiles,
  claimLevel,
  claimStatus,
  claimStatuses,
  nextClaimActions,
} from '@zhitong/domain/directory/claim';
import type { ClaimReturnCode } from '@zhitong/domain/directory/claim-return';
import { Refusal } from '@zhitong/domain/refusal';
import { type RawBuilder, sql } from 'kysely';
import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { listStoredFiles } from '#platform/stored-file';

interface Row {
  id: string;
  firm_id: string | null;
  firm_name: string;
  credit_code: string | null;
  region: string | null;
  person_id: string;
  person_name: string;
  organisation_id: string | null;
  organisation_name: string | null;
  contest: boolean;
  at: Date;
}

/** Of a firm that entered by a claim, the organisation carries the claim's id. */
const claims = sql`
  claim c
  left join organisation o on o.city = c.city and o.id = coalesce(c.organisation_id, c.id)
  left join region r on r.code = o.region
  left join organisation w on w.city = c.city and w.id = c.claimant_organisation_id`;
const columns = sql`
  c.id, o.id as firm_id, coalesce(o.name, c.firm_name) as firm_name, coalesce(o.credit_code, c.credit_code) as credit_code,
  r.name as region, c.person_id, c.person_name, w.id as organisation_id, w.name as organisation_name, c.contest, c.at`;
const lastAction = sql`
  (select a.kind from claim_action a where a.city = c.city and a.claim_id = c.id order by a.at desc, a.id desc limit 1)`;

/** The last action each status ends with. */
const endings = {
  waiting: ['submitted', 'supplemented'],
  returned: ['returned'],
  withdrawn: ['withdrawn'],
  approved: ['approved', 'verified'],
} as const satisfies Record<ClaimStatus, readonly ClaimActionKind[]>;

interface Action {
  claim_id: string;
  kind: string;
  person_name: string;
  code: string | null;
  words: string;
  file_ids: string[];
  at: Date;
}

async function listActions(tx: Tx, ids: readonly string[]): Promise<readonly Action[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('claim_action')
    .select(['claim_id', 'kind', 'person_name', 'code', 'words', 'file_ids', 'at'])
    .where('city', '=', enteredContext(tx).city)
    .where('claim_id', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

const folded = (actions: readonly Action[]) =>
  actions.map((action) => ({ kind: wordColumn<ClaimActionKind>(action.kind), fileIds: action.file_ids }));

interface ClaimQuery {
  readonly status: ClaimStatus | undefined;
  readonly limit: number;
  readonly offset: number;
  /** of this person only; undefined: the whole city */
  readonly personId: string | undefined;
}

/** Claims of a status; what waits longest stands first, what is settled lately stands first. */
export async function viewClaims(tx: Tx, { status, limit, offset, personId }: ClaimQuery) {
  const { city } = enteredContext(tx);
  const whose = personId === undefined ? sql`c.city = ${city}` : sql`c.city = ${city} and c.person_id = ${personId}`;
  const counts = await countClaims(tx, whose);
  const wanted = status ? sql`${whose} and ${lastAction} = any(${[...endings[status]]}::text[])` : whose;
  const order = status === 'waiting' ? sql`c.at, c.id` : sql`c.at desc, c.id desc`;
  const { rows } = await sql<Row>`
    select ${columns} from ${claims} where ${wanted} order by ${order} limit ${limit} offset ${offset}`.execute(tx);
  const actions = await listActions(
    tx,
    rows.map(({ id }) => id),
  );
  const total = status ? counts[status] : claimStatuses.reduce((sum, name) => sum + counts[name], 0);
  const rowOf = (row: Row) =>
    asRow(
      row,
      actions.filter((action) => action.claim_id === row.id),
    );
  return { total, counts, claims: rows.map(rowOf) };
}

async function countClaims(tx: Tx, whose: RawBuilder<unknown>): Promise<Record<ClaimStatus, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select ${lastAction} as kind, count(*)::int as count from claim c where ${whose} group by 1`.execute(tx);
  const count = (status: ClaimStatus) =>
    rows.reduce((sum, row) => (endings[status].some((kind) => kind === row.kind) ? sum + row.count : sum), 0);
  return {
    waiting: count('waiting'),
    returned: count('returned'),
    withdrawn: count('withdrawn'),
    approved: count('approved'),
  };
}

function headOf(row: Row) {
  return {
    id: row.id,
    firm: { id: row.firm_id, name: row.firm_name, creditCode: row.credit_code, region: row.region },
    claimant: {
      name: row.person_name,
      organisation:
        row.organisation_id && row.organisation_name ? { id: row.organisation_id, name: row.organisation_name } : null,
    },
    contest: row.contest,
    at: row.at.toISOString(),
  };
}

function asRow(row: Row, actions: readonly Action[]): ClaimRow {
  const steps = folded(actions);
  const last = actions.at(-1);
  return {
    ...headOf(row),
    ...{ status: claimStatus(steps), level: claimLevel(steps), files: claimFiles(steps).length },
    changedAt: (last?.at ?? row.at).toISOString(),
    returned: last?.kind === 'returned' ? { code: codeOf(last), words: last.words } : null,
  };
}

const codeOf = ({ code }: Action) => (code === null ? null : wordColumn<ClaimReturnCode>(code));

/** One claim with everything that was done to it, as one side reads it. */
export async function viewClaim(
  tx: Tx,
  { id, reader }: { id: string; reader: { readonly personId: string; readonly actor: ClaimActor } },
): Promise<Claim> {
  const { rows } = await sql<Row>`
    select ${columns} from ${claims} where c.city = ${enteredContext(tx).city} and c.id = ${id}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Refusal('platform.not-found');
  const actions = await listActions(tx, [id]);
  const steps = folded(actions);
  const own = row.person_id === reader.personId;
  const files = await listStoredFiles(tx, claimFiles(steps));
  const actor = own ? 'claimant' : reader.actor;
  return {
    ...headOf(row),
    ...{ status: claimStatus(steps), level: claimLevel(steps) },
    files: files.map(({ id: fileId, name, type, bytes }) => ({ id: fileId, name, type, bytes })),
    actions: actions.map((action) => ({
      ...{ kind: wordColumn<ClaimActionKind>(action.kind), code: codeOf(action), words: action.words },
      ...{ files: action.file_ids.length, at: action.at.toISOString() },
      // to the claimant the bureau speaks with one voice
      by: own && claimActors[wordColumn<ClaimActionKind>(action.kind)] === 'bureau' ? '' : action.person_name,
    })),
    allowed: [...nextClaimActions(steps, actor)],
  };
}
