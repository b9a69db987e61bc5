import type { KnownTarget } from '@zhitong/domain/investment/target-alike';
import type { TargetKind } from '@zhitong/domain/investment/target-stage';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

export interface Owner {
  readonly body: { readonly id: string; readonly name: string };
  readonly post: { readonly id: string; readonly name: string };
}

export interface OpenTarget extends KnownTarget {
  readonly owner: { readonly bodyId: string; readonly body: string; readonly person: string };
  readonly registeredAt: Date;
}

const mostOpen = 20_000;

/** Those that go on, oldest first: whoever had a firm first stands first. */
export async function listOpenTargets(tx: Tx, city: string): Promise<readonly OpenTarget[]> {
  const rows = await tx
    .selectFrom('investment_target')
    .select([
      ...(['id', 'kind', 'organisation_id', 'firm_name', 'firm_region', 'owner_body_id', 'owner_body_name'] as const),
      ...(['owner_name', 'registered_at'] as const),
    ])
    .where('city', '=', city)
    .where('over_at', 'is', null)
    .orderBy('registered_at')
    .orderBy('id')
    .limit(mostOpen)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, organisationId: row.organisation_id, name: row.firm_name, region: row.firm_region },
    kind: wordColumn<TargetKind>(row.kind),
    owner: { bodyId: row.owner_body_id, body: row.owner_body_name, person: row.owner_name },
    registeredAt: new Date(row.registered_at),
  }));
}

/** Whom it is about, to be compared with another. */
export async function findKnown(tx: Tx, { city, id }: { city: string; id: string }): Promise<KnownTarget | undefined> {
  const row = await tx
    .selectFrom('investment_target')
    .select(['kind', 'organisation_id', 'firm_name', 'firm_region'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      ...{ id, organisationId: row.organisation_id, name: row.firm_name, region: row.firm_region },
      kind: wordColumn<TargetKind>(row.kind),
    }
  );
}
