import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';

/** Divisions of the viewer's city that are in force, as the drop-down list writes them. */
export async function viewRegionChoices(database: Database, viewer: Viewer): Promise<readonly string[]> {
  const rows = await inContext(database, contextOf(viewer), (tx) =>
    tx
      .selectFrom('region')
      .select(['code', 'name'])
      .where('code', 'like', `${viewer.city.slice(0, 4)}%`)
      .where('replaced_by', 'is', null)
      .where('valid_to', 'is', null)
      .where('level', 'in', ['county', 'zone'])
      .orderBy('code')
      .execute(),
  );
  return rows.map(({ code, name }) => `${code} ${name}`);
}
