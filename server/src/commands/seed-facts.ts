import { decideMembers } from '@zhitong/domain/directory/alliance-shares';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable } from '#platform/city-table';
import type { Tx } from '#platform/database';

/** What organisations were called before, what proves their facts, what they have and hold, and who belongs to which alliance. */
export async function writeFacts(
  tx: Tx,
  connection: BulkConnection,
  { rows, now }: { readonly rows: CityRows; readonly now: Date },
): Promise<void> {
  const organisations = new Map(rows.organisations.map((row) => [row.id, row]));
  refuseWrongShares(rows);
  const tables = [
    {
      table: 'organisation_past',
      rows: rows.pastNames.map((past) => pastRow(past, { today: organisations.get(past.organisationId), now })),
    },
    { table: 'organisation_fact', rows: rows.facts.map(factRow) },
    { table: 'organisation_capability', rows: rows.capabilities.map(capabilityRow) },
    { table: 'organisation_certificate', rows: rows.certificates.map(certificateRow) },
    { table: 'alliance_member', rows: rows.memberships.map((membership) => memberRow(membership, now)) },
    { table: 'contact_opening', rows: openings(rows, now) },
  ];
  for (const table of tables) await fillCityTable(tx, connection, table);
}

interface Origin {
  readonly source: string;
  readonly asOf: string;
  readonly level: string;
}

const originOf = ({ source, asOf, level }: Origin) => ({ source, as_of: asOf, level });

function pastRow(
  past: CityRows['pastNames'][number],
  { today, now }: { today: CityRows['organisations'][number] | undefined; now: Date },
) {
  return {
    ...{ city: past.city, organisation_id: past.organisationId, valid_from: past.since, valid_to: past.until },
    ...{ name: past.name, short_name: null, kind: today?.kind ?? '', parent_id: past.parentId },
    ...{ region: today?.region ?? null, source: past.why, recorded_at: now, recorded_by: '演示-甲' },
  };
}

function factRow({ city, organisationId, field, ...origin }: CityRows['facts'][number]) {
  return { city, organisation_id: organisationId, field, ...originOf(origin) };
}

function capabilityRow({ city, id, organisationId, kind, name, detail, ...origin }: CityRows['capabilities'][number]) {
  return { city, id, organisation_id: organisationId, kind, name, detail, ...originOf(origin) };
}

function certificateRow({ city, id, organisationId, name, number, ...rest }: CityRows['certificates'][number]) {
  const validity = { valid_from: null, valid_until: rest.validUntil };
  return { city, id, organisation_id: organisationId, name, number, issuer: null, ...validity, ...originOf(rest) };
}

/** The seed keeps the rule of alliances: never more than the whole on any day. */
function refuseWrongShares({ memberships }: CityRows): void {
  for (const alliance of new Set(memberships.map(({ allianceId }) => allianceId))) {
    const own = memberships.filter(({ allianceId }) => allianceId === alliance);
    const members = own.map(({ organisationId: memberId, share, since: from }) => ({
      ...{ memberId, name: memberId, share: share === null ? null : share * 100, from, to: null },
    }));
    decideMembers(alliance, members);
  }
}

function memberRow({ city, id, allianceId, organisationId, share, since }: CityRows['memberships'][number], now: Date) {
  const sides = { alliance_id: allianceId, member_id: organisationId, share: share === null ? null : share * 100 };
  return { city, id, ...sides, valid_from: since, source: '演示', as_of: cityDay(now) };
}

/** A deal opens the seller's contact to the buyer also where the seller lives in another city. */
function openings({ deals, organisations }: CityRows, now: Date) {
  const cities = new Map(organisations.map(({ id, city }) => [id, city]));
  const opened = new Map<
    string,
    { city: string; organisation_id: string; reader_id: string; deal_id: string; at: Date }
  >();
  for (const { id, city, buyerId, sellerId } of deals) {
    const home = cities.get(sellerId) ?? city;
    if (home !== city)
      opened.set(`${sellerId} ${buyerId}`, {
        city: home,
        organisation_id: sellerId,
        reader_id: buyerId,
        deal_id: id,
        at: now,
      });
  }
  return [...opened.values()];
}
