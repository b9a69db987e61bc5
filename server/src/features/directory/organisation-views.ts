import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import type { OrganisationKind } from '@zhitong/domain/directory/organisation';
import { type OfferSource, offerSources } from '@zhitong/domain/matching/offer';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { contextIn, type Viewer } from '#platform/viewer';
import { findDetail } from './organisation-detail-views.ts';
import { findCityOf } from './organisation-place-views.ts';

/** One organisation with what it published. Contact data comes only when the database lets this viewer read it. */
export async function viewOrganisation(database: Database, viewer: Viewer, id: string): Promise<Organisation> {
  const city = await findCityOf(database, viewer, id);
  if (city === undefined) throw new Refusal('platform.not-found');
  return inContext(database, contextIn(city, viewer), async (tx) => {
    const facts = await findFacts(tx, { city, id });
    if (!facts) throw new Refusal('platform.not-found');
    const contact = await findContact(tx, { city, id });
    const detail = await findDetail(tx, { city, id });
    return { ...facts, ...detail, ...(contact ? { contact } : {}), ...(await viewPublished(tx, { city, id })) };
  });
}

export function findContact(tx: Tx, { city, id }: Key) {
  return tx
    .selectFrom('organisation_contact')
    .select(['name', 'phone'])
    .where('city', '=', city)
    .where('organisation_id', '=', id)
    .executeTakeFirst();
}

interface Key {
  readonly city: string;
  readonly id: string;
}

async function findFacts(tx: Tx, { city, id }: Key) {
  const row = await tx
    .selectFrom('organisation as o')
    .leftJoin('organisation as parent', (join) =>
      join.onRef('parent.city', '=', 'o.city').onRef('parent.id', '=', 'o.parent_id'),
    )
    .leftJoin('region', 'region.code', 'o.region')
    .leftJoin('region as prefecture', 'prefecture.code', 'o.city')
    .select(['o.id', 'o.kind', 'o.name', 'o.short_name', 'o.credit_code', 'o.external_code', 'o.parent_id', 'o.region'])
    .select(['o.registered_address', 'o.working_address', 'o.duty', 'o.source', 'o.as_of', 'o.demo'])
    .select(['parent.name as parent_name', 'region.name as region_name', 'prefecture.name as city_name'])
    .where('o.city', '=', city)
    .where('o.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    kind: row.kind as OrganisationKind,
    name: row.name,
    shortName: row.short_name,
    creditCode: row.credit_code,
    code: row.external_code,
    parent: row.parent_id && row.parent_name ? { id: row.parent_id, name: row.parent_name } : null,
    city: { code: city, name: row.city_name },
    region: row.region ? { code: row.region, name: row.region_name ?? row.region } : null,
    registeredAddress: row.registered_address,
    workingAddress: row.working_address,
    duty: row.duty,
    source: row.source,
    asOf: row.as_of,
    demo: row.demo,
  };
}

const offersShown = 50;

async function viewPublished(
  tx: Tx,
  { city, id }: Key,
): Promise<Pick<Organisation, 'offers' | 'offerCount' | 'record'>> {
  const rows = await tx
    .selectFrom('offer_search as s')
    .leftJoin('product', 'product.id', 's.product_id')
    .select(['s.offer_id', 's.product_id', 's.product_text', 's.capacity', 's.limits', 's.certificates', 's.source'])
    .select(['s.deliveries', 's.on_time', 'product.name as product_name'])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('s.city', '=', city)
    .where('s.organisation_id', '=', id)
    .orderBy('s.offer_id')
    .limit(offersShown)
    .execute();
  return {
    offers: rows.map((row) => ({
      id: row.offer_id,
      product: row.product_id && row.product_name ? { id: row.product_id, name: row.product_name } : null,
      productText: row.product_text,
      capacity: row.capacity as Organisation['offers'][number]['capacity'],
      limits: row.limits as Organisation['offers'][number]['limits'],
      certificates: row.certificates as Organisation['offers'][number]['certificates'],
      source: readSource(row.source),
    })),
    offerCount: rows[0]?.total ?? 0,
    record: { deliveries: rows[0]?.deliveries ?? 0, onTime: rows[0]?.on_time ?? 0 },
  };
}

function readSource(text: string): OfferSource {
  return offerSources.find((source) => source === text) ?? 'imported';
}
