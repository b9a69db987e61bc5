import type { CityFiles } from './city-files.ts';
import type { OrganisationRow } from './city-rows.ts';
import { cell } from './csv-table.ts';
import type { PastNameRow } from './directory-rows.ts';
import type { Firm } from './firm-rows.ts';

/** What bodies and firms were called before, and where they belonged then. */
export function makePastNames(
  files: CityFiles,
  { bodies, firms }: { bodies: readonly OrganisationRow[]; firms: readonly Firm[] },
): PastNameRow[] {
  const known = new Map(bodies.map((body) => [body.shortName, body]));
  const owned = new Map(firms.flatMap(({ username, row }) => (username === null ? [] : [[username, row] as const])));
  return files.pastNames.map((row) => {
    const today = known.get(cell(row, 'body')) ?? owned.get(cell(row, 'body'));
    const parent = known.get(cell(row, 'parent'));
    if (today === undefined || (parent === undefined && cell(row, 'parent') !== ''))
      throw new Error(`No organisation for the past name ${cell(row, 'name')}.`);
    return {
      city: today.city,
      organisationId: today.id,
      name: cell(row, 'name'),
      parentId: parent?.id ?? null,
      since: cell(row, 'from'),
      until: cell(row, 'until'),
      why: cell(row, 'why'),
    };
  });
}
