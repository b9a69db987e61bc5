import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { CityFiles } from './city-files.ts';
import type { OrganisationRow } from './city-rows.ts';
import { cell, optionalNumberCell } from './csv-table.ts';
import type { MembershipRow } from './directory-rows.ts';
import type { Firm } from './firm-rows.ts';
import { foundingInstant, seededId } from './seeded-ids.ts';

/** “Company + alliance”: the bodies, without their members. */
export function makeAlliances(
  files: CityFiles,
  { random, city, asOf }: { random: SeededRandom; city: string; asOf: string },
): OrganisationRow[] {
  return files.alliances.map((row) => ({
    id: seededId(random, foundingInstant),
    city,
    kind: 'alliance',
    name: cell(row, 'name'),
    shortName: cell(row, 'short_name'),
    creditCode: null,
    parentId: null,
    region: cell(row, 'region'),
    registeredAddress: null,
    workingAddress: null,
    industry: null,
    size: null,
    duty: cell(row, 'duty'),
    source: '演示',
    asOf,
    demo: true,
    contact: null,
  }));
}

interface MembershipContext {
  readonly random: SeededRandom;
  readonly bodies: readonly OrganisationRow[];
  readonly firms: readonly Firm[];
  readonly city: string;
}

/** Who belongs to which alliance, with its share in per cent where the members put in capital. */
export function makeMemberships(files: CityFiles, { random, bodies, firms, city }: MembershipContext): MembershipRow[] {
  const known = new Map(bodies.map((body) => [body.shortName, body.id]));
  const taken = new Set<string>();
  return files.allianceMembers.map((row) => {
    const organisationId = findMember(cell(row, 'member'), { known, firms, city, taken });
    const allianceId = known.get(cell(row, 'alliance'));
    if (organisationId === undefined || allianceId === undefined)
      throw new Error(`No alliance or member: ${cell(row, 'alliance')}, ${cell(row, 'member')}.`);
    taken.add(organisationId);
    const id = seededId(random, foundingInstant);
    return { id, city, allianceId, organisationId, share: optionalNumberCell(row, 'share'), since: cell(row, 'since') };
  });
}

interface Candidates {
  readonly known: ReadonlyMap<string, string>;
  readonly firms: readonly Firm[];
  readonly city: string;
  readonly taken: ReadonlySet<string>;
}

/** A user name, the short name of a body, or `trade:` and a trade whose next firm joins. */
function findMember(member: string, { known, firms, city, taken }: Candidates): string | undefined {
  const trade = member.startsWith('trade:') ? member.slice('trade:'.length) : null;
  if (trade === null) return firms.find((firm) => firm.username === member)?.row.id ?? known.get(member);
  return firms.find((firm) => firm.trade === trade && firm.row.city === city && !taken.has(firm.row.id))?.row.id;
}
