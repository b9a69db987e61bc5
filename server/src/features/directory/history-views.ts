import { heldValue, type OrganisationHistory } from '@zhitong/contract/directory/organisation-tree-contract';
import { type FactLevel, factFields, holdingFields, provenField } from '@zhitong/domain/directory/organisation-fact';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';

interface Asked {
  readonly id: string;
  readonly limit: number;
  readonly offset: number;
}

/** What it was called and where it belonged, by day, and who changed what. */
export function viewHistory(database: Database, viewer: Viewer, asked: Asked): Promise<OrganisationHistory> {
  return inContext(database, contextOf(viewer), async (tx) => {
    const states = await listStates(tx, viewer.city, asked.id);
    if (states.length === 0) throw new Refusal('platform.not-found');
    const { total, changes } = await listChanges(tx, viewer.city, asked);
    return { states, total, changes };
  });
}

interface StateRow {
  from: string | null;
  to: string | null;
  name: string;
  parent_id: string | null;
  parent_name: string | null;
  by: string | null;
  by_hand: boolean;
}

/** An organisation that was renamed more often than this shows its latest states. */
const mostStates = 200;

async function listStates(tx: Tx, city: string, id: string): Promise<OrganisationHistory['states']> {
  const { rows } = await sql<StateRow>`
    select state.from, state.to, state.name, state.parent_id, parent.name as parent_name, state.by, state.by_hand from (
      select o.since as from, null::date as to, o.name, o.parent_id, o.changed_by as by, false as by_hand from organisation o
      where o.city = ${city} and o.id = ${id}
      union all
      select p.valid_from, p.valid_to, p.name, p.parent_id, p.recorded_by, p.by_hand from organisation_past p
      where p.city = ${city} and p.organisation_id = ${id}) state
    left join organisation parent on parent.city = ${city} and parent.id = state.parent_id
    order by state.to desc nulls first limit ${mostStates}`.execute(tx);
  return rows.map(({ parent_id, parent_name, by_hand: byHand, ...state }) => ({
    ...state,
    byHand,
    parent: parent_id !== null && parent_name !== null ? { id: parent_id, name: parent_name } : null,
  }));
}

interface ChangeRow {
  at: Date;
  person: string;
  field: string;
  before: string | null;
  after: string | null;
  was: unknown;
  stands: unknown;
  why: string | null;
  source: string;
  as_of: string;
  level: string;
  total: number;
}

/** Ids of parents and codes of places read as their names. */
async function listChanges(tx: Tx, city: string, { id, limit, offset }: Asked) {
  const { rows } = await sql<ChangeRow>`
    select c.at, c.person_name as person, c.field, c.why, c.source, c.as_of, c.level, count(*) over ()::int as total,
           case when jsonb_typeof(c.before) = 'object' then c.before end as was,
           case when jsonb_typeof(c.after) = 'object' then c.after end as stands,
           coalesce(was.name, was_place.name, c.before #>> '{}') as before,
           coalesce(is_now.name, is_place.name, c.after #>> '{}') as after
    from organisation_change c
    left join organisation was on c.field = 'parentId' and was.city = c.city and was.id::text = c.before #>> '{}'
    left join organisation is_now on c.field = 'parentId' and is_now.city = c.city and is_now.id::text = c.after #>> '{}'
    left join region was_place on c.field = 'region' and was_place.code = c.before #>> '{}'
    left join region is_place on c.field = 'region' and is_place.code = c.after #>> '{}'
    where c.city = ${city} and c.organisation_id = ${id}
    order by c.at desc, c.id desc limit ${limit} offset ${offset}`.execute(tx);
  const changes = rows.map(({ at, field, level, as_of, total: _, was, stands, before, after, ...row }) => ({
    ...row,
    before: heldValue.safeParse(was).data ?? before,
    after: heldValue.safeParse(stands).data ?? after,
    at: at.toISOString(),
    field: fieldOf(field),
    asOf: as_of,
    level: wordColumn<FactLevel>(level),
  }));
  return { total: rows[0]?.total ?? 0, changes };
}

function fieldOf(field: string): OrganisationHistory['changes'][number]['field'] {
  return ([...factFields, ...holdingFields, provenField] as const).find((known) => known === field) ?? 'name';
}
