import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import { type OrganisationKind, organisationKinds } from '@zhitong/domain/directory/organisation';
import type { CityFiles } from './city-files.ts';
import type { OrganisationRow } from './city-rows.ts';
import { cell, optionalCell, type TableRow } from './csv-table.ts';
import { foundingInstant, seededId } from './seeded-ids.ts';

interface UnitContext {
  readonly random: SeededRandom;
  readonly city: string;
  readonly asOf: string;
  /** what the units stand below: bodies, banks, schools, centres, alliances */
  readonly bodies: readonly OrganisationRow[];
}

/** Sections of bureaus, branches of banks, parts of schools and centres, platforms of alliances; each after what it belongs to. */
export function makeUnits(files: CityFiles, { random, city, asOf, bodies }: UnitContext): OrganisationRow[] {
  const known = new Map(bodies.map((body) => [body.shortName, body]));
  return files.units.map((row) => {
    const parent = known.get(cell(row, 'parent'));
    if (parent === undefined) throw new Error(`No organisation is called ${cell(row, 'parent')}.`);
    const unit = { ...emptyBody, ...unitNames(row, parent), id: seededId(random, foundingInstant), city, asOf };
    known.set(unit.shortName, unit);
    return unit;
  });
}

/** A section is known by the bureau it belongs to; everything else has a name of its own. */
function unitNames(row: TableRow, parent: OrganisationRow) {
  const kind = kindOf(row) ?? parent.kind;
  const place = { kind, parentId: parent.id, region: optionalCell(row, 'region') ?? parent.region };
  const text = { duty: cell(row, 'duty'), source: kind === 'department' ? '演示：按通行机构设置拟写' : '演示' };
  const name = cell(row, 'name');
  if (kind !== 'department') return { ...place, ...text, name, shortName: cell(row, 'short_name') };
  return { ...place, ...text, name: `${parent.name}${name}`, shortName: `${parent.shortName}${name}` };
}

function kindOf(row: TableRow): OrganisationKind | undefined {
  return organisationKinds.find((known) => known === cell(row, 'kind'));
}

const emptyBody = {
  creditCode: null,
  registeredAddress: null,
  workingAddress: null,
  industry: null,
  size: null,
  demo: true,
  contact: null,
} as const;
