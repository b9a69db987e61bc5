import { cityDay } from '@zhitong/domain/needs/city-day';
import type { KnownFacts, PolicyCondition } from '@zhitong/domain/needs/policy';
import { type PolicyNews, type PolicyNewsKind, policyNews } from '@zhitong/domain/needs/policy-reach';
import { sql } from 'kysely';
import { recordAudits } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents, type NewEvent } from '#platform/event-log';
import { jsonColumn } from '#platform/json-column';
import type { CaseDeps } from './case-deps.ts';
import { listKnownFacts } from './policy-facts-view.ts';
import { inForceOn } from './policy-in-force.ts';
import { insertTold, keyOf, listTold, type NewTold } from './policy-told-store.ts';

const batch = 500;

/** Whom to look at; what is left out: all. */
export interface PushScope {
  readonly city: string;
  readonly policyId?: string;
  readonly firmId?: string;
}

/**
 * Tells firms of the policies in force that they qualify for, or that lack a single fact of theirs. Only firms somebody acts for: the
 * others are found when they are claimed. What was told stands beside it in one transaction: nothing is told twice, whatever is repeated.
 */
export async function pushPolicies(deps: CaseDeps, scope: PushScope): Promise<number> {
  let told = 0;
  let after: string | undefined;
  do {
    const from = after;
    const done = await inContext(deps.database, { city: scope.city, viewer: 'system' }, (tx) =>
      pushBatch(tx, deps, { ...scope, after: from }),
    );
    told += done.told;
    after = done.last;
  } while (after !== undefined);
  return told;
}

async function pushBatch(
  tx: Tx,
  { effects }: CaseDeps,
  { city, policyId, firmId, after }: PushScope & { after: string | undefined },
): Promise<{ told: number; last: string | undefined }> {
  const at = effects.now();
  const day = cityDay(at);
  const policies = await listPushed(tx, { city, day, policyId });
  if (policies.length === 0) return { told: 0, last: undefined };
  const firms = await listActing(tx, { city, day, firmId, after });
  const facts = await listKnownFacts(tx, { city, ids: firms, day });
  const before = await listTold(tx, { city, firms });
  const news = firms.flatMap((firm) => newsOf(firm, { policies, facts: facts.get(firm) ?? {}, before }));
  // somebody else may have told some of them meanwhile: only what this transaction wrote is told
  const written = await insertTold(tx, { city, at }, news.map(toldOf));
  const told = news.filter((one) => written.has(keyOf(toldOf(one))));
  await recordAudits(
    tx,
    effects,
    told.map(({ policy, firm, said }) => ({
      // of the firm: what it qualifies for, its own statements tell
      ...{ action: 'policy.told', subject: { kind: 'statement', id: firm } },
      after: { policy: policy.id, version: policy.version, ...said },
    })),
  );
  await appendEvents(
    tx,
    told.map(
      ({ policy, firm, said }): NewEvent => ({
        ...{
          city,
          id: effects.newId(),
          type: `policy.${said.kind}` as const,
          subjectId: policy.id,
          audience: [firm],
          at,
        },
        payload: {
          ...{ title: policy.title, body: policy.body_name, version: policy.version },
          ...(said.kind === 'lacks' && { fact: said.fact }),
        },
      }),
    ),
  );
  return { told: told.length, last: firms.length < batch ? undefined : firms.at(-1) };
}

interface PushedPolicy {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly body_name: string;
  readonly conditions: unknown;
}

interface News {
  readonly policy: PushedPolicy;
  readonly firm: string;
  readonly said: PolicyNews;
}

const toldOf = ({ policy, firm, said }: News): NewTold => ({
  ...{ policyId: policy.id, version: policy.version, organisationId: firm, kind: said.kind },
  fact: said.kind === 'lacks' ? said.fact : null,
});

function newsOf(
  firm: string,
  given: { policies: readonly PushedPolicy[]; facts: KnownFacts; before: ReadonlySet<string> },
): readonly News[] {
  return given.policies.flatMap((policy) => {
    const has = (kind: PolicyNewsKind) =>
      given.before.has(keyOf({ policyId: policy.id, version: policy.version, organisationId: firm, kind }));
    const conditions = jsonColumn<PolicyCondition[]>(policy.conditions);
    const said = policyNews(conditions, given.facts, { fits: has('fits'), lacks: has('lacks') });
    return said ? [{ policy, firm, said }] : [];
  });
}

async function listPushed(
  tx: Tx,
  { city, day, policyId }: { city: string; day: string; policyId: string | undefined },
): Promise<readonly PushedPolicy[]> {
  const { rows } = await sql<PushedPolicy>`
    select p.id, p.version, p.title, o.name as body_name, p.conditions
    from policy p join organisation o on o.city = p.city and o.id = p.body_id
    where p.city = ${city} and ${inForceOn(day)}
      ${policyId === undefined ? sql`` : sql`and p.id = ${policyId}::uuid`}
    order by p.id limit 1000`.execute(tx);
  return rows;
}

/** Firms with a person who acts for them today. */
async function listActing(
  tx: Tx,
  { city, day, firmId, after }: { city: string; day: string; firmId: string | undefined; after: string | undefined },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from organisation o
    where o.city = ${city} and o.kind = 'enterprise' and o.merged_into is null
      ${firmId === undefined ? sql`` : sql`and o.id = ${firmId}::uuid`}
      ${after === undefined ? sql`` : sql`and o.id > ${after}::uuid`}
      and exists (select 1 from post p where p.city = o.city and p.organisation_id = o.id
                  and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to > ${day}::date))
    order by o.id limit ${batch}`.execute(tx);
  return rows.map(({ id }) => id);
}
