import type { Tx } from '#platform/database';

interface Body {
  readonly id: string;
  readonly name: string;
}

/** A department of the city; undefined: there is none of this id. */
export async function findDepartment(tx: Tx, { city, id }: { city: string; id: string }): Promise<Body | undefined> {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('city', '=', city)
    .where('id', '=', id)
    .where('kind', '=', 'department')
    .where('merged_into', 'is', null)
    .executeTakeFirst();
}

/** The body that operates the platform in the city; undefined: there is none yet. */
export async function findBureau(tx: Tx, city: string): Promise<Body | undefined> {
  return tx
    .selectFrom('post as p')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.city', '=', 'p.city').onRef('o.id', '=', 'p.organisation_id'),
    )
    .select(['o.id', 'o.name'])
    .where('p.city', '=', city)
    .where('p.role', '=', 'operator')
    .orderBy('p.organisation_id')
    .executeTakeFirst();
}
