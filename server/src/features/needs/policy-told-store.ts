import type { PolicyFact } from '@zhitong/domain/needs/policy';
import type { PolicyNewsKind } from '@zhitong/domain/needs/policy-reach';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** That a firm is told of a version of a policy. */
export interface NewTold {
  readonly policyId: string;
  readonly version: number;
  readonly organisationId: string;
  readonly kind: PolicyNewsKind;
  readonly fact: PolicyFact | null;
}

type ToldKey = Omit<NewTold, 'fact'>;

export const keyOf = ({ policyId, version, organisationId, kind }: ToldKey): string =>
  `${policyId} ${version} ${organisationId} ${kind}`;

/** Answers with the keys of what was not there before: of two that tell the same at once, one does. */
export async function insertTold(
  tx: Tx,
  { city, at }: { city: string; at: Date },
  told: readonly NewTold[],
): Promise<ReadonlySet<string>> {
  if (told.length === 0) return new Set();
  const { rows } = await sql<ToldKey>`
    insert into policy_told (city, policy_id, version, organisation_id, kind, fact, at)
    select ${city}, t.policy_id, t.version, t.organisation_id, t.kind, t.fact, ${at}
    from jsonb_to_recordset(${JSON.stringify(
      told.map((one) => ({
        ...{ policy_id: one.policyId, version: one.version, organisation_id: one.organisationId },
        ...{ kind: one.kind, fact: one.fact },
      })),
    )}::jsonb) as t(policy_id uuid, version integer, organisation_id uuid, kind text, fact text)
    on conflict do nothing
    returning policy_id as "policyId", version, organisation_id as "organisationId", kind`.execute(tx);
  return new Set(rows.map(keyOf));
}

/** What these firms have been told. */
export async function listTold(
  tx: Tx,
  { city, firms }: { city: string; firms: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (firms.length === 0) return new Set();
  const { rows } = await sql<ToldKey>`
    select policy_id as "policyId", version, organisation_id as "organisationId", kind from policy_told
    where city = ${city} and organisation_id = any(${`{${firms.join(',')}}`}::uuid[])`.execute(tx);
  return new Set(rows.map(keyOf));
}
