import type { CapabilityKind } from '@zhitong/domain/directory/organisation-fact';
import type { ScienceBody, ScienceFact } from '@zhitong/domain/needs/technology-fit';
import { Refusal } from '@zhitong/domain/refusal';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

const scienceKinds = ['centre', 'university'] as const;
/** more than any city has, and far below what would be slow */
const mostBodies = 2_000;

/** The centres and universities of a city, with what the directory says that they do. */
export async function listScience(
  tx: Tx,
  { city, without }: { city: string; without: readonly string[] },
): Promise<readonly ScienceBody[]> {
  const bodies = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'duty'])
    .where('city', '=', city)
    .where('kind', 'in', [...scienceKinds])
    .where('merged_into', 'is', null)
    .orderBy('id')
    .limit(mostBodies)
    .execute();
  const stated = await tx
    .selectFrom('organisation_capability as c')
    .innerJoin('organisation as o', (on) => on.onRef('o.city', '=', 'c.city').onRef('o.id', '=', 'c.organisation_id'))
    .select(['c.organisation_id', 'c.kind', 'c.name', 'c.detail'])
    .where('c.city', '=', city)
    .where('c.removed_at', 'is', null)
    .where('o.kind', 'in', [...scienceKinds])
    .orderBy('c.id')
    .limit(mostBodies * 5)
    .execute();
  const facts = new Map<string, ScienceFact[]>();
  for (const { organisation_id: id, kind, name, detail } of stated)
    facts.set(id, [
      ...(facts.get(id) ?? []),
      { source: wordColumn<CapabilityKind>(kind), text: [name, detail].filter(Boolean).join('，') },
    ]);
  return bodies
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name, duty }) => ({
      ...{ id, name },
      facts: [...(facts.get(id) ?? []), ...(duty ? [{ source: 'duty' as const, text: duty }] : [])],
    }));
}

/** The bodies somebody chose, all of them centres or universities of the city. */
export async function getScience(
  tx: Tx,
  { city, bodies }: { city: string; bodies: readonly string[] },
): Promise<readonly { id: string; name: string }[]> {
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('city', '=', city)
    .where('id', 'in', [...bodies])
    .where('kind', 'in', [...scienceKinds])
    .where('merged_into', 'is', null)
    .orderBy('id')
    .limit(bodies.length)
    .execute();
  if (rows.length < bodies.length) throw new Refusal('technology.not-an-answerer');
  return rows;
}
