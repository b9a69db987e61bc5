import type { PremisesWish } from '@zhitong/domain/investment/premises';
import type { TargetAction, TargetState } from '@zhitong/domain/investment/target-history';
import type { TargetStanding } from '@zhitong/domain/investment/target-light';
import { isTargetOver, type TargetKind } from '@zhitong/domain/investment/target-stage';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';
import type { Owner } from './target-reading.ts';
import { readTargetState } from './target-state-json.ts';

/** Whom it is about, and what it would close. */
export interface TargetSubject {
  readonly organisation: { readonly id: string; readonly city: string } | null;
  readonly name: string;
  readonly region: string | null;
  readonly kind: TargetKind;
  readonly gap: { readonly chainId: string; readonly productId: string } | null;
}

export interface StoredTarget {
  readonly city: string;
  readonly id: string;
  readonly firm: string;
  readonly owner: Owner;
  readonly state: TargetState;
  readonly seq: number;
}

export interface NewTarget extends StoredTarget {
  readonly number: number;
  readonly subject: TargetSubject;
  readonly standing: TargetStanding;
  readonly wish: PremisesWish | null;
  readonly alike: { readonly id: string; readonly reason: string } | null;
  readonly by: string;
  readonly at: Date;
  readonly key: string | null;
  readonly demo?: boolean;
}

/** The next number; whoever has taken one holds the book until the transaction ends: of two who register one waits for the other. */
export async function takeNumber(tx: Tx, city: string): Promise<number> {
  const { last } = await tx
    .insertInto('target_book')
    .values({ city, last: 1 })
    .onConflict((conflict) => conflict.column('city').doUpdateSet({ last: sql`target_book.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

export async function insertTarget(tx: Tx, target: NewTarget): Promise<void> {
  const { city, id, number, subject, alike, wish, by, at, key, demo = false } = target;
  await tx
    .insertInto('investment_target')
    .values({
      ...{ city, id, number, kind: subject.kind, firm_name: subject.name, firm_region: subject.region },
      ...{ organisation_id: subject.organisation?.id ?? null, organisation_city: subject.organisation?.city ?? null },
      ...{ chain_id: subject.gap?.chainId ?? null, product_id: subject.gap?.productId ?? null },
      ...foldColumns(target, target.standing),
      ...{ alike_id: alike?.id ?? null, alike_reason: alike?.reason ?? null, idempotency_key: key },
      ...{ wish: wish && JSON.stringify(wish), registered_at: at, registered_by: by, demo },
    })
    .execute();
}

/** What the history comes to from here on. */
export async function updateTarget(tx: Tx, target: StoredTarget, standing: TargetStanding): Promise<void> {
  await tx
    .updateTable('investment_target')
    .set(foldColumns(target, standing))
    .where('city', '=', target.city)
    .where('id', '=', target.id)
    .execute();
}

export async function writeWish(
  tx: Tx,
  { city, id }: Pick<StoredTarget, 'city' | 'id'>,
  wish: PremisesWish | null,
): Promise<void> {
  await tx
    .updateTable('investment_target')
    .set({ wish: wish && JSON.stringify(wish) })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

function foldColumns({ owner, state, seq }: StoredTarget, { dueAt, yellowAt }: TargetStanding) {
  return {
    ...{ owner_body_id: owner.body.id, owner_body_name: owner.body.name },
    ...{ owner_post_id: owner.post.id, owner_name: owner.post.name },
    participant_ids: sql<string[]>`${`{${state.participants.join(',')}}`}::uuid[]`,
    ...{ status: state.status, stage_since: state.since, next: state.next, due: state.due },
    ...{ due_at: dueAt, yellow_at: yellowAt, loss: state.loss, into_id: state.into },
    over_at: isTargetOver(state.status) ? state.since : null,
    ...{ state: JSON.stringify(state), seq },
  };
}

const columns = [
  ...(['city', 'id', 'firm_name', 'owner_body_id', 'owner_body_name'] as const),
  ...(['owner_post_id', 'owner_name', 'state', 'seq'] as const),
] as const;

/** Locked, so that of two who act one reads what the other has written. */
export async function lockTarget(
  tx: Tx,
  { city, id }: { city: string; id: string },
): Promise<StoredTarget | undefined> {
  const row = await tx
    .selectFrom('investment_target')
    .select(columns)
    .where('city', '=', city)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      ...{ city, id, firm: row.firm_name, state: readTargetState(row.state), seq: row.seq },
      owner: {
        body: { id: row.owner_body_id, name: row.owner_body_name },
        post: { id: row.owner_post_id, name: row.owner_name },
      },
    }
  );
}

/** What was registered under this key. */
export async function findByKey(tx: Tx, { city, key }: { city: string; key: string }) {
  const row = await tx
    .selectFrom('investment_target')
    .select(['id', 'number', 'firm_name'])
    .where('city', '=', city)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row && { id: row.id, number: row.number, firm: row.firm_name };
}

export interface StepRow {
  readonly action: TargetAction;
  readonly status: TargetState['status'];
  readonly person: { readonly id: string; readonly name: string };
  readonly body: { readonly id: string; readonly name: string };
  readonly note: string | null;
  readonly reason: string | null;
  readonly key: string | null;
}

export async function insertStep(
  tx: Tx,
  { city, id, seq }: Pick<StoredTarget, 'city' | 'id' | 'seq'>,
  { action, status, person, body, note, reason, key }: StepRow,
): Promise<void> {
  await tx
    .insertInto('target_step')
    .values({
      ...{ city, target_id: id, seq, kind: action.kind, at: action.at, status, action: JSON.stringify(action) },
      ...{ person_id: person.id, person_name: person.name, body_id: body.id, body_name: body.name },
      ...{ note, reason, idempotency_key: key },
    })
    .execute();
}

/** The step written under this key, if there is one. */
export async function hasStep(tx: Tx, { city, id, key }: { city: string; id: string; key: string }): Promise<boolean> {
  const row = await tx
    .selectFrom('target_step')
    .select('seq')
    .where('city', '=', city)
    .where('target_id', '=', id)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who did what last, for whoever looked before it. */
export async function findStep(tx: Tx, { city, id, seq }: Pick<StoredTarget, 'city' | 'id' | 'seq'>) {
  const row = await tx
    .selectFrom('target_step')
    .select(['person_name', 'at', 'action'])
    .where('city', '=', city)
    .where('target_id', '=', id)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row && { who: row.person_name, at: new Date(row.at), kind: jsonColumn<TargetAction>(row.action).kind };
}
