import type { NeedKind } from '@zhitong/domain/needs/need';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { lightIs } from './case-filter-sql.ts';
import { stateOn } from './need-views.ts';

export interface OpenNeeds {
  readonly list: NeedKind;
  readonly open: number;
  readonly red: number;
  /** a red that was caught up among them */
  readonly yellow: number;
  readonly green: number;
}

/** The open needs of each list with the lights of their cases: the same rows that the list of needs shows behind each figure. */
export async function countOpenNeeds(
  tx: Tx,
  of: { readonly city: string; readonly organisation: string | undefined; readonly today: string; readonly now: Date },
): Promise<readonly OpenNeeds[]> {
  const own: RawBuilder<unknown> =
    of.organisation === undefined ? sql`` : sql`and n.organisation_id = ${of.organisation}`;
  const { rows } = await sql<Omit<OpenNeeds, 'list'> & { list: string }>`
    select list, count(*)::int as open, count(*) filter (where light = 'red')::int as red,
           count(*) filter (where light in ('yellow', 'caught-up'))::int as yellow, count(*) filter (where light = 'green')::int as green
    from (
      select n.kind as list, case when c.id is null then null else ${lightIs(of.now)} end as light
      from need n left join need_case c on c.city = n.city and c.need_id = n.id
      where n.city = ${of.city} ${own} and ${stateOn(of.today)} = 'open') open_need
    group by list order by list`.execute(tx);
  return rows.map(({ list, ...counts }) => ({ list: wordColumn<NeedKind>(list), ...counts }));
}
