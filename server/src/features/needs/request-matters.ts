import type { DutyClass, DutyList } from '@zhitong/domain/directory/duty';
import type { RoutedMatter } from '@zhitong/domain/needs/request-router';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** A matter with its number, as cases keep it. */
interface NumberedMatter extends RoutedMatter {
  readonly number: string;
}

export interface DeskFacts {
  /** changes with whatever routing reads of the duty table, and with the day */
  readonly key: string;
  /** undefined: the table is as it was known */
  readonly matters: readonly NumberedMatter[] | undefined;
  readonly corrections: number;
}

/** The duty table of a day as routing reads it; not read again while it is the one that is known. */
export async function readDeskFacts(
  tx: Tx,
  { city, day, known }: { city: string; day: string; known: string | undefined },
): Promise<DeskFacts> {
  // asked for every proposal: each table is read once by itself, joining them costs more than everything else a proposal does
  const { rows } = await sql<{ key: string; corrections: number }>`
    select ${day} || ' ' ||
           coalesce((select md5(string_agg(concat_ws('|', d.id, d.title, d.description, d.words, d.list), ';' order by d.id))
                     from duty d where d.city = ${city} and ${on('d', day)}), '') || ' ' ||
           coalesce((select md5(string_agg(concat_ws('|', t.duty_id, t.body_id), ';' order by t.duty_id, t.id))
                     from duty_term t where t.city = ${city} and ${on('t', day)}), '') as key,
           (select count(*)::int from route_correction where city = ${city}) as corrections`.execute(tx);
  const { key = '', corrections = 0 } = rows[0] ?? {};
  return { key, corrections, matters: key === known ? undefined : await listMatters(tx, city, day) };
}

const on = (table: 'd' | 't', day: string) => sql`
  ${sql.ref(`${table}.valid_from`)} <= ${day}::date
  and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${day}::date)`;

const inForce = (city: string, day: string) => sql`duty d
  join duty_term t on t.city = d.city and t.duty_id = d.id and ${on('t', day)}
  join organisation b on b.city = t.city and b.id = t.body_id
  where d.city = ${city} and ${on('d', day)}`;

async function listMatters(tx: Tx, city: string, day: string): Promise<readonly NumberedMatter[]> {
  const { rows } = await sql<{
    id: string;
    number: string;
    title: string;
    description: string | null;
    words: string[];
    basis: string | null;
    list: DutyList;
    class: DutyClass;
    body_id: string;
    body_name: string;
  }>`
    select d.id, d.number, d.title, d.description, d.words, d.basis, d.list, d.class, t.body_id, b.name as body_name
    from ${inForce(city, day)} order by d.id limit 10000`.execute(tx);
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, title: row.title, description: row.description ?? '', words: row.words },
    ...{ basis: row.basis ?? '', list: row.list, class: row.class, body: { id: row.body_id, name: row.body_name } },
  }));
}

/** In the order in which they were made. */
export async function listCorrections(
  tx: Tx,
  { city, after }: { city: string; after: number },
): Promise<readonly { text: string; matterId: string }[]> {
  const rows = await tx
    .selectFrom('route_correction')
    .select(['text', 'duty_id'])
    .where('city', '=', city)
    .orderBy('at')
    .orderBy('id')
    .offset(after)
    .limit(10_000)
    .execute();
  return rows.map((row) => ({ text: row.text, matterId: row.duty_id }));
}
