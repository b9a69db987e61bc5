import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import {
  type CapabilityKind,
  capabilityKinds,
  type FactField,
  type FactLevel,
  factFields,
  factLevels,
} from '@zhitong/domain/directory/organisation-fact';
import type { CityFiles } from './city-files.ts';
import type { OfferRow, OrganisationRow } from './city-rows.ts';
import { cell, numberCell, optionalCell, type TableRow } from './csv-table.ts';
import type { CapabilityRow, FactRow, HeldCertificateRow } from './directory-rows.ts';
import type { Firm } from './firm-rows.ts';
import { addDays } from './seed-clock.ts';
import { foundingInstant, seededId } from './seeded-ids.ts';

interface FactContext {
  readonly random: SeededRandom;
  readonly firms: readonly Firm[];
  /** centres and schools have capabilities too, named by their short names */
  readonly bodies?: readonly OrganisationRow[];
  readonly today: string;
}

/** Where single facts of the demo firms come from, as of when, and how far they are proved. */
export function makeFacts(files: CityFiles, context: FactContext): FactRow[] {
  return files.statedFacts.map((row) => {
    const { firm, ...origin } = readOrigin(row, context);
    const field = factFields.find((known): known is FactField => known === cell(row, 'field'));
    if (field === undefined) throw new Error(`There is no fact ${cell(row, 'field')}.`);
    return { city: firm.city, organisationId: firm.id, field, ...origin, source: cell(row, 'source') };
  });
}

/** Machines, processes and capacities of the demo firms, and what centres and schools do research in. */
export function makeCapabilities(files: CityFiles, context: FactContext): CapabilityRow[] {
  return files.capabilities.map((row) => {
    const { firm, ...origin } = readOrigin(row, context);
    const kind = capabilityKinds.find((known): known is CapabilityKind => known === cell(row, 'kind'));
    if (kind === undefined) throw new Error(`There is no capability ${cell(row, 'kind')}.`);
    const text = { name: cell(row, 'name'), detail: optionalCell(row, 'detail') };
    const id = seededId(context.random, foundingInstant);
    return {
      id,
      city: firm.city,
      organisationId: firm.id,
      kind,
      ...text,
      ...origin,
      source: sourceOf(firm, origin.level),
    };
  });
}

/** The certificates that offers name belong to their firms, each once, valid as long as the offer says. */
export function makeHeldCertificates(
  offers: readonly OfferRow[],
  { random, today }: { random: SeededRandom; today: string },
): HeldCertificateRow[] {
  const held = new Map<string, HeldCertificateRow>();
  for (const { city, organisationId, certificates } of offers)
    for (const { name, validUntil } of certificates) {
      const key = `${organisationId} ${name}`;
      if (held.has(key)) continue;
      const number = held.size + 1;
      const level = levelOf(number);
      const facts = { name, number: `演示-${String(number).padStart(5, '0')}`, validUntil: validUntil ?? null };
      const id = seededId(random, foundingInstant);
      held.set(key, { id, city, organisationId, ...facts, level, source: sources[level], asOf: addDays(today, -30) });
    }
  return [...held.values()];
}

const sourceOf = ({ kind }: OrganisationRow, level: FactLevel) =>
  kind === 'enterprise' ? sources[level] : '单位提交的材料（演示）';

const sources: Readonly<Record<FactLevel, string>> = {
  'self-declared': '企业自报',
  documented: '企业提交的材料（演示）',
  verified: '工信局核实（演示）',
};

/** Most are a firm's word; every third comes with a paper, every tenth was looked at. */
function levelOf(number: number): FactLevel {
  if (number % 10 === 0) return 'verified';
  return number % 3 === 0 ? 'documented' : 'self-declared';
}

function readOrigin(row: TableRow, { firms, bodies = [], today }: FactContext) {
  const name = cell(row, 'firm');
  const firm =
    firms.find(({ username }) => username === name)?.row ?? bodies.find(({ shortName }) => shortName === name);
  const level = factLevels.find((known) => known === cell(row, 'level'));
  if (firm === undefined || level === undefined) throw new Error(`No firm or level for ${name}.`);
  return { firm, level, asOf: addDays(today, -numberCell(row, 'days_ago')) };
}
