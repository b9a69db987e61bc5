import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import {
  type CapabilityKind,
  type FactField,
  type FactLevel,
  factFields,
  type OrganisationSize,
} from '@zhitong/domain/directory/organisation-fact';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';

export type OrganisationDetail = Pick<
  Organisation,
  | 'version'
  | 'nameEn'
  | 'industry'
  | 'size'
  | 'level'
  | 'registeredOnly'
  | 'since'
  | 'children'
  | 'origins'
  | 'capabilities'
  | 'ownCertificates'
  | 'memberships'
>;

interface Row {
  version: number;
  name_en: string | null;
  industry: string | null;
  size: string | null;
  level: string;
  registered_only: boolean;
  since: string | null;
  children: number;
  origins: unknown;
  capabilities: unknown;
  certificates: unknown;
  memberships: unknown;
}

/** Of each sort of thing an organisation holds, the page shows so many. */
const mostHeld = 500;

/** What is registered beyond the head of the page, each fact with its own source. One statement. */
export async function findDetail(tx: Tx, { city, id }: { city: string; id: string }): Promise<OrganisationDetail> {
  const { rows } = await sql<Row>`
    select o.version, o.name_en, o.industry, o.size, o.level, o.registered_only, o.since,
      (select count(*)::int from organisation below where below.city = o.city and below.parent_id = o.id and below.merged_into is null) as children,
      (select coalesce(jsonb_agg(jsonb_build_object('field', f.field, 'source', f.source, 'asOf', f.as_of, 'level', f.level)), '[]')
       from organisation_fact f where f.city = o.city and f.organisation_id = o.id) as origins,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'name', c.name, 'detail', c.detail,
                'source', c.source, 'asOf', c.as_of, 'level', c.level) order by c.kind, c.name, c.id), '[]')
       from (select * from organisation_capability c where c.city = o.city and c.organisation_id = o.id and c.removed_at is null
             order by c.kind, c.name, c.id limit ${mostHeld}) c) as capabilities,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'number', c.number, 'issuer', c.issuer,
                'validFrom', c.valid_from, 'validUntil', c.valid_until, 'source', c.source, 'asOf', c.as_of, 'level', c.level)
                order by c.valid_until nulls last, c.name, c.id), '[]')
       from (select * from organisation_certificate c where c.city = o.city and c.organisation_id = o.id and c.removed_at is null
             order by c.valid_until nulls last, c.name, c.id limit ${mostHeld}) c) as certificates,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'role', case when m.alliance_id = o.id then 'has' else 'is' end,
                'other', jsonb_build_object('id', other.id, 'name', other.name), 'share', m.share, 'from', m.valid_from,
                'to', m.valid_to, 'source', m.source, 'asOf', m.as_of, 'level', m.level) order by m.share desc nulls last, other.name, m.id), '[]')
       from (select * from alliance_member m where m.city = o.city and (m.alliance_id = o.id or m.member_id = o.id)
             and m.removed_at is null order by m.share desc nulls last, m.id limit ${mostHeld}) m
       join organisation other on other.city = m.city
         and other.id = case when m.alliance_id = o.id then m.member_id else m.alliance_id end) as memberships
    from organisation o where o.city = ${city} and o.id = ${id}`.execute(tx);
  const row = rows[0];
  if (!row) throw new Error('the organisation was there a moment ago');
  return {
    ...{ version: row.version, nameEn: row.name_en, industry: row.industry, since: row.since, children: row.children },
    size: row.size as OrganisationSize | null,
    level: wordColumn<FactLevel>(row.level),
    registeredOnly: row.registered_only,
    origins: jsonColumn<Organisation['origins']>(row.origins).filter(({ field }) => isField(field)),
    capabilities: jsonColumn<(Organisation['capabilities'][number] & { kind: CapabilityKind })[]>(row.capabilities),
    ownCertificates: jsonColumn<Organisation['ownCertificates']>(row.certificates),
    memberships: jsonColumn<Organisation['memberships']>(row.memberships),
  };
}

function isField(field: string): field is FactField {
  return factFields.some((known) => known === field);
}
