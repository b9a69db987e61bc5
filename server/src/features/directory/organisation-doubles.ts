import type { OrganisationFacts } from '@zhitong/domain/directory/organisation-change';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { asSystem, enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { Viewer } from '#platform/viewer';
import { type DuplicateDeps, findLookAlikes, type LookAlikeFound } from './duplicate-service.ts';
import { lockTree, type OrganisationKey } from './organisation-store.ts';

interface Alike {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
}

/** Those it looks like, for the answer that is kept with it. Refused while the person has not said of each that it is another. */
export async function refuseUnansweredDoubles(
  deps: DuplicateDeps,
  viewer: Viewer,
  { facts, not }: { readonly facts: OrganisationFacts; readonly not: readonly string[] },
): Promise<readonly LookAlikeFound[]> {
  const { kind, name, shortName, creditCode, region, registeredAddress, workingAddress } = facts;
  const addresses = [registeredAddress, workingAddress].filter((address) => address !== null);
  const found = await findLookAlikes(deps, viewer, { kind, name, shortName, creditCode, region, addresses });
  // who has the same code is refused by the code, with a sentence of its own
  const coded = (one: Alike) => creditCode !== null && one.creditCode === creditCode;
  refuse(found.filter((one) => one.decision.verdict === 'same' && !not.includes(one.id) && !coded(one)));
  return found.filter(({ id }) => not.includes(id));
}

/** The very same name in the same place, asked while nobody else enters one: of two in the same instant the second is told. */
export async function refuseSameName(
  tx: Tx,
  { city, id }: OrganisationKey,
  { facts, not }: { readonly facts: OrganisationFacts; readonly not: readonly string[] },
): Promise<void> {
  await asSystem(tx, enteredContext(tx), () => lockTree(tx, city));
  const { name, kind, region, parentId } = facts;
  const { rows } = await sql<Alike>`
    select id, name, credit_code as "creditCode" from organisation
    where city = ${city} and name = ${name} and kind = ${kind} and id <> ${id} and merged_into is null
      and id <> all(${[...not]}::uuid[]) and (region is null or ${region}::text is null or region = ${region})
      and parent_id is not distinct from ${parentId}::uuid
    order by id limit 10`.execute(tx);
  refuse(rows);
}

function refuse(found: readonly Alike[]): void {
  if (found.length === 0) return;
  const alike = found.map(({ id, name, creditCode }) => ({ id, name, creditCode: creditCode ?? '' }));
  throw new Refusal('organisations.looks-like', { names: found.map(({ name }) => `“${name}”`).join('、'), alike });
}

/** What the person said is kept: the bureau's word is the answer, a firm's stands in the queue with who said it. */
export async function keepOtherAnswers(
  tx: Tx,
  key: OrganisationKey,
  { viewer, effects, answered }: { viewer: Viewer; effects: Effects; answered: readonly LookAlikeFound[] },
): Promise<void> {
  if (answered.length === 0) return;
  const state = viewer.role === 'operator' ? 'different' : 'open';
  const at = effects.now();
  const rows = answered.map(({ id, decision }) => {
    const [a, b] = [id, key.id].toSorted();
    return { a, b, ...decision };
  });
  await sql`
    insert into duplicate_pair (city, a_id, b_id, verdict, weight, reasons, state, found_at, answered_at, answered_by)
    select ${key.city}, (p->>'a')::uuid, (p->>'b')::uuid, p->>'verdict', (p->>'weight')::float8, p->'reasons', ${state}, ${at}, ${at},
           ${viewer.personName}
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) p
    on conflict do nothing`.execute(tx);
}
