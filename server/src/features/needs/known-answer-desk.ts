import type { AnswerKind } from '@zhitong/domain/needs/article';
import { cityDay } from '@zhitong/domain/needs/city-day';
import {
  type AnswerSearch,
  type KnownAnswer,
  type LikelyMatter,
  newAnswerSearch,
} from '@zhitong/domain/needs/known-answers';
import { sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { inForceOn } from './policy-in-force.ts';
import { readSynonyms } from './request-data.ts';

/** A published answer in force, as a firm reads it. */
export interface PublishedAnswer extends KnownAnswer {
  readonly kind: Exclude<AnswerKind, 'own-case'>;
  /** who says so */
  readonly source: string;
  /** what it rests on */
  readonly basis: string;
  readonly at: Date;
}

interface Standing {
  readonly key: string;
  readonly search: AnswerSearch<PublishedAnswer>;
}

/** With more a city keeps no answers but a library. */
const mostAnswers = 5_000;

/**
 * Finds published articles and policies in force, from memory. The search of a city is built anew when something is published, taken
 * back, begins or ends: each search asks for the key of what stands today and reads the texts only when it is another one.
 */
export class KnownAnswerDesk {
  readonly #database: Database;
  readonly #effects: Effects;
  readonly #standing = new Map<string, Standing>();

  constructor({ database, effects }: { readonly database: Database; readonly effects: Effects }) {
    this.#database = database;
    this.#effects = effects;
  }

  /** Best first. */
  async find(
    city: string,
    text: string,
    of: { readonly matters: readonly LikelyMatter[]; readonly limit: number },
  ): Promise<readonly PublishedAnswer[]> {
    const { search } = await this.#searchOf(city);
    return search.find(text, of).map(({ answer }) => answer);
  }

  async #searchOf(city: string): Promise<Standing> {
    const day = cityDay(this.#effects.now());
    return inContext(this.#database, { city, viewer: 'system' }, async (tx) => {
      const key = await readKey(tx, { city, day });
      const known = this.#standing.get(city);
      if (known?.key === key) return known;
      const answers = await listPublished(tx, { city, day });
      const standing = { key, search: newAnswerSearch(answers, readSynonyms()) };
      this.#standing.set(city, standing);
      return standing;
    });
  }
}

interface Of {
  readonly city: string;
  readonly day: string;
}

const published = ({ city, day }: Of) => sql`
  article a
  join article_version v on v.city = a.city and v.article_id = a.id and v.version = a.published_version
  where a.city = ${city} and v.valid_from <= ${day}::date and (v.valid_to is null or v.valid_to > ${day}::date)`;
const inForce = ({ city, day }: Of) => sql`
  policy p where p.city = ${city} and ${inForceOn(day)}`;

async function readKey(tx: Tx, of: Of): Promise<string> {
  const { rows } = await sql<{ key: string }>`
    select coalesce((select md5(string_agg(a.id || ' ' || v.version || ' ' || a.body_id, ',' order by a.id)) from ${published(of)}), '') || ' '
        || coalesce((select md5(string_agg(p.id || ' ' || p.version || ' ' || p.body_id, ',' order by p.id)) from ${inForce(of)}), '') as key`.execute(
    tx,
  );
  return rows[0]?.key ?? '';
}

async function listPublished(tx: Tx, of: Of): Promise<readonly PublishedAnswer[]> {
  const { rows } = await sql<PublishedAnswer>`
    select found.*, b.name as source from (
      select 'article' as kind, a.id, v.question as title, v.answer as text, v.duty_id as "dutyId", a.body_id, v.source as basis,
             a.published_at as at
      from ${published(of)}
      union all
      select 'policy', p.id, p.title, p.benefit, null, p.body_id, p.basis, p.created_at from ${inForce(of)}) found
    join organisation b on b.city = ${of.city} and b.id = found.body_id
    order by found.kind, found.id limit ${mostAnswers}`.execute(tx);
  return rows;
}
