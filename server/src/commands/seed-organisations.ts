import { regionOfAddress } from '@zhitong/domain/directory/address-region';
import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable, fillSharedTable } from '#platform/city-table';
import type { Tx } from '#platform/database';
import type { TrackRecord } from './seed-record.ts';

type Organisation = CityRows['organisations'][number];
type Offer = CityRows['offers'][number];
type Records = ReadonlyMap<string, TrackRecord>;

/** Organisations with contacts, people and posts, and what they can make. */
export async function writeOrganisations(
  tx: Tx,
  connection: BulkConnection,
  { rows, records, now }: { readonly rows: CityRows; readonly records: Records; readonly now: Date },
): Promise<void> {
  const { organisations, people, posts, offers } = rows;
  const began = new Map(rows.pastNames.map(({ organisationId, until }) => [organisationId, until]));
  const owners = new Map(
    organisations.map((row) => [row.id, { ...row, workingRegion: workingRegionOf(row, rows.regions) }]),
  );
  await fillSharedTable(connection, { table: 'credit_code', rows: organisations.flatMap(creditCodeRow) });
  const tables = [
    { table: 'organisation', rows: [...owners.values()].map((row) => organisationRow(row, { began, now })) },
    { table: 'organisation_contact', rows: organisations.flatMap(contactRow) },
    { table: 'person', rows: people.map(({ city, id, name }) => ({ city, id, name, demo: true })) },
    { table: 'post', rows: posts.map(postRow) },
    { table: 'offer', rows: offers.map(offerRow) },
    { table: 'offer_search', rows: offers.map((offer) => searchRow(offer, owners.get(offer.organisationId), records)) },
  ];
  for (const table of tables) await fillCityTable(tx, connection, table);
}

/** A firm with the place its working address names. */
type PlacedOrganisation = Organisation & { readonly workingRegion: string | null };

function workingRegionOf({ workingAddress, city }: Organisation, regions: CityRows['regions']): string | null {
  return workingAddress === null ? null : regionOfAddress(workingAddress, regions, city);
}

function creditCodeRow({ creditCode, city, id }: Organisation) {
  return creditCode === null ? [] : [{ code: creditCode, city, organisation_id: id }];
}

/** `began`: from when organisations have their present name and parent, where that is known. */
function organisationRow(row: PlacedOrganisation, { began, now }: { began: ReadonlyMap<string, string>; now: Date }) {
  return {
    city: row.city,
    id: row.id,
    kind: row.kind,
    name: row.name,
    short_name: row.shortName,
    credit_code: row.creditCode,
    parent_id: row.parentId,
    region: row.region,
    registered_address: row.registeredAddress,
    working_address: row.workingAddress,
    working_region: row.workingRegion,
    industry: row.industry,
    size: row.size,
    duty: row.duty,
    source: row.source,
    as_of: row.asOf,
    demo: row.demo,
    registered_only: row.registeredOnly ?? false,
    since: began.get(row.id) ?? null,
    created_at: now,
  };
}

function contactRow({ city, id, contact }: Organisation) {
  return contact === null ? [] : [{ city, organisation_id: id, name: contact.name, phone: contact.phone }];
}

function postRow({ city, id, personId, organisationId, role, since }: CityRows['posts'][number]) {
  return { city, id, person_id: personId, organisation_id: organisationId, role, valid_from: since };
}

function offerRow(offer: Offer) {
  const { id, priceFen, priceUnit, leadDays, minimumLot, demo, publishedAt } = offer;
  const terms = { price_fen: priceFen, price_unit: priceUnit, lead_days: leadDays, minimum_lot: minimumLot };
  return { ...publishedFacts(offer), id, ...terms, demo, published_at: publishedAt };
}

function searchRow(offer: Offer, owner: PlacedOrganisation | undefined, records: Records) {
  const { deliveries, onTime } = records.get(offer.organisationId) ?? { deliveries: 0, onTime: 0 };
  const firm = { organisation_name: owner?.name ?? '', region: owner?.region ?? null };
  return {
    ...publishedFacts(offer),
    offer_id: offer.id,
    ...firm,
    lead_days: offer.leadDays,
    deliveries,
    on_time: onTime,
    ...{
      working_region: owner?.workingRegion ?? null,
      registered_only: owner?.registeredOnly ?? false,
      size: owner?.size ?? null,
      as_of: offer.publishedAt.slice(0, 10),
    },
  };
}

function publishedFacts(offer: Offer) {
  const { city, organisationId, productId, productText, capacity, limits, certificates, source } = offer;
  const product = { product_id: productId, product_text: productText };
  return { city, organisation_id: organisationId, ...product, capacity, limits, certificates, source };
}
