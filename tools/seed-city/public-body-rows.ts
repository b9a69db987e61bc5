import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { OrganisationKind } from '@zhitong/domain/directory/organisation';
import type { CityFiles } from './city-files.ts';
import type { OrganisationRow } from './city-rows.ts';
import { cell, optionalCell, type TableRow } from './csv-table.ts';
import { foundingInstant, seededId } from './seeded-ids.ts';

/** Departments, banks, universities, centres and the real enterprises: no offers, no needs, no contacts. */
export function makePublicBodies(files: CityFiles, context: { random: SeededRandom; city: string; asOf: string }) {
  const { random, city, asOf } = context;
  const make = (kind: OrganisationKind, body: BodyText): OrganisationRow => ({
    id: seededId(random, foundingInstant),
    city,
    kind,
    creditCode: null,
    registeredAddress: null,
    workingAddress: null,
    industry: null,
    size: null,
    asOf,
    demo: true,
    contact: null,
    ...body,
  });
  const governments = files.governments.map((row) => ({ row, body: make('department', governmentText(row)) }));
  const root = governments[0]?.body.id ?? null;
  const placed = governments.map(({ row, body }) => ({
    row,
    body: body.id === root ? body : { ...body, parentId: root },
  }));
  const departments = placed.flatMap(({ row, body }) =>
    departmentTexts(files, row).map((text) => make('department', { ...text, parentId: body.id })),
  );
  return [
    ...placed.map(({ body }) => body),
    ...departments,
    ...files.banks.map((row) => make('bank', plainText(row, '金融服务，受理资金需求', '演示：名称公开，其余未填'))),
    ...files.universities.map((row) => make('university', plainText(row, cell(row, 'note'), '公开名单'))),
    ...files.centres.map((row) => make('centre', centreText(row))),
    ...files.realFirms.map((row) => make('enterprise', realFirmText(row))),
  ];
}

type BodyText = Pick<OrganisationRow, 'name' | 'shortName' | 'parentId' | 'region' | 'duty' | 'source'>;

const inventedDepartment = '演示：按通行机构设置拟写';

function governmentText(row: TableRow): BodyText {
  return {
    name: cell(row, 'name'),
    shortName: cell(row, 'short_name'),
    parentId: null,
    region: cell(row, 'region'),
    duty: '统筹辖区产业链工作，督促办件',
    source: inventedDepartment,
  };
}

function departmentTexts(files: CityFiles, government: TableRow): Omit<BodyText, 'parentId'>[] {
  const region = cell(government, 'region');
  const scope = cell(government, 'scope');
  const offices = files.departments
    .filter((row) => cell(row, 'scope') === scope)
    .map((row) => ({
      ...officeName(government, row),
      region,
      duty: cell(row, 'duty'),
      source: inventedDepartment,
    }));
  const townOffices = files.departments.filter((row) => cell(row, 'scope') === 'town');
  const towns = files.towns.filter((town) => cell(town, 'region') === region);
  return [...offices, ...towns.flatMap((town) => townOffices.map((row) => townText(town, row, government)))];
}

/** City bureaus are written with 市 in the file (市工信局 → 威海市工信局); the others take the name of their government. */
function officeName(government: TableRow, row: TableRow): { name: string; shortName: string } {
  const name = cell(row, 'name');
  const shortName = cell(row, 'short_name');
  if (cell(row, 'scope') === 'city')
    return { name: name.startsWith('市') ? `${cell(government, 'prefix').slice(0, -1)}${name}` : name, shortName };
  return { name: `${cell(government, 'prefix')}${name}`, shortName: `${cell(government, 'short_prefix')}${shortName}` };
}

function townText(town: TableRow, row: TableRow, government: TableRow): Omit<BodyText, 'parentId'> {
  const place = cell(town, 'name');
  return {
    name: `${cell(government, 'prefix')}${place}${cell(row, 'name')}`,
    shortName: `${place}${cell(row, 'short_name')}`,
    region: cell(town, 'region'),
    duty: cell(row, 'duty'),
    source: inventedDepartment,
  };
}

function plainText(row: TableRow, duty: string, source: string): BodyText {
  const name = cell(row, 'name');
  return {
    name,
    shortName: cell(row, 'short_name'),
    parentId: null,
    region: row.has('region') ? cell(row, 'region') : null,
    duty,
    source: name.includes('演示') ? '演示' : source,
  };
}

function centreText(row: TableRow): BodyText {
  const tier = cell(row, 'tier');
  const note = optionalCell(row, 'note');
  return plainText(row, `“1+4+N”创新平台：${tier}${note === null ? '' : `（${note}）`}`, '公开报道');
}

function realFirmText(row: TableRow): BodyText {
  return {
    name: cell(row, 'name'),
    shortName: cell(row, 'short_name'),
    parentId: null,
    region: null,
    duty: [cell(row, 'chain'), optionalCell(row, 'fact')].filter((part) => part !== null).join('；'),
    source: cell(row, 'source'),
  };
}
