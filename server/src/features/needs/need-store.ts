import type { NeedLimit } from '@zhitong/domain/matching/limit';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import type { MatchNote } from '@zhitong/domain/matching/reason';
import type { Tier } from '@zhitong/domain/matching/tier';
import type { NeedKind, NeedState } from '@zhitong/domain/needs/need';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';

export interface NeedAt {
  readonly city: string;
  readonly id: string;
}

export interface NewNeed extends PublishedNeed {
  readonly kind: NeedKind;
  readonly personId: string;
  readonly idempotencyKey: string;
  readonly textHash: string;
  /** of a chain, which it came from */
  readonly gap?: { readonly chainId: string; readonly productId: string } | null;
}

export async function insertNeed(tx: Tx, need: NewNeed): Promise<void> {
  await tx
    .insertInto('need')
    .values({
      city: need.city,
      id: need.id,
      organisation_id: need.organisationId,
      person_id: need.personId,
      kind: need.kind,
      text: need.text,
      product_ids: need.products.map((product) => product.id),
      quantity: asJson(need.quantity),
      deadline: need.deadline,
      place: asJson(need.place),
      certificates: [...need.certificates],
      limits: JSON.stringify(need.limits),
      state: need.state,
      reach: need.reach,
      notes: JSON.stringify(need.notes),
      model: need.model,
      idempotency_key: need.idempotencyKey,
      text_hash: need.textHash,
      demo: need.demo,
      published_at: need.publishedAt,
      closed_at: need.closedAt,
      gap_chain_id: need.gap?.chainId ?? null,
      gap_product_id: need.gap?.productId ?? null,
    })
    .execute();
}

export async function findNeed(tx: Tx, at: NeedAt): Promise<PublishedNeed | undefined> {
  const [need] = await selectNeeds(tx, sql`n.city = ${at.city} and n.id = ${at.id}`, sql``);
  return need;
}

/** `share`: it stays as it is until the end of the transaction. `update`: it is about to be changed. */
export async function lockNeed(tx: Tx, at: NeedAt, lock: 'share' | 'update'): Promise<PublishedNeed | undefined> {
  const clause = lock === 'share' ? sql`for share of n` : sql`for no key update of n`;
  const [need] = await selectNeeds(tx, sql`n.city = ${at.city} and n.id = ${at.id}`, clause);
  return need;
}

/** Open sourcing needs of a city whose deadline has not passed, oldest first. */
export function listOpenNeeds(tx: Tx, { city, today }: { city: string; today: string }): Promise<PublishedNeed[]> {
  const open = sql`n.city = ${city} and n.kind = 'sourcing' and n.state = 'open' and (n.deadline is null or n.deadline >= ${today}::date)`;
  return selectNeeds(tx, open, sql`order by n.published_at, n.id limit 10000`);
}

export async function closeNeed(tx: Tx, at: NeedAt, end: { state: NeedState; at: Date }): Promise<void> {
  await tx
    .updateTable('need')
    .set({ state: end.state, closed_at: end.at })
    .where('city', '=', at.city)
    .where('id', '=', at.id)
    .execute();
}

export async function setReach(tx: Tx, at: NeedAt, reach: Tier): Promise<void> {
  await tx.updateTable('need').set({ reach }).where('city', '=', at.city).where('id', '=', at.id).execute();
}

/** One publication of a firm at a time: two tabs that publish at once are told apart in order. */
export async function lockPublisher(tx: Tx, { city, id }: { city: string; id: string }) {
  const row = await tx
    .selectFrom('organisation')
    .select(['name', 'region', 'demo'])
    .where('city', '=', city)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row;
}

export interface Twin {
  readonly id: string;
  readonly state: NeedState;
  readonly sameKey: boolean;
  readonly sameWords: boolean;
  readonly publishedAt: Date;
  readonly matched: number;
  readonly keptBack: boolean;
  /** null: of a need from before cases */
  readonly caseId: string | null;
}

/** An earlier need of the firm with this key, or with the same words since `since`. */
export async function findTwin(
  tx: Tx,
  wanted: { city: string; organisationId: string; idempotencyKey: string; textHash: string; since: Date },
): Promise<Twin | undefined> {
  const row = await tx
    .selectFrom('need')
    .select([
      'id',
      'state',
      'idempotency_key',
      'text_hash',
      'published_at',
      sql<number>`(select count(*)::int from match m where m.city = need.city and m.need_id = need.id)`.as('matched'),
      sql<boolean>`exists (select 1 from kept_need k where k.city = need.city and k.need_id = need.id and k.ruling is distinct from 'release')`.as(
        'kept_back',
      ),
      sql<string | null>`(select c.id from need_case c where c.city = need.city and c.need_id = need.id)`.as('case_id'),
    ])
    .where('city', '=', wanted.city)
    .where('organisation_id', '=', wanted.organisationId)
    .where((where) =>
      where.or([
        where('idempotency_key', '=', wanted.idempotencyKey),
        where.and([
          where('text_hash', '=', wanted.textHash),
          where('published_at', '>', wanted.since),
          where('state', '=', 'open'),
        ]),
      ]),
    )
    .orderBy(sql`idempotency_key = ${wanted.idempotencyKey}`, 'desc')
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const sameKey = row.idempotency_key === wanted.idempotencyKey;
  return {
    id: row.id,
    state: wordColumn<NeedState>(row.state),
    sameKey,
    sameWords: row.text_hash === wanted.textHash,
    publishedAt: row.published_at,
    matched: row.matched,
    keptBack: row.kept_back,
    caseId: row.case_id,
  };
}

interface NeedRow {
  city: string;
  id: string;
  organisation_id: string;
  organisation_name: string;
  buyer_region: string | null;
  text: string;
  products: unknown;
  quantity: unknown;
  deadline: string | null;
  place: unknown;
  certificates: string[];
  limits: unknown;
  state: string;
  reach: string;
  notes: unknown;
  model: string | null;
  demo: boolean;
  published_at: Date;
  closed_at: Date | null;
}

async function selectNeeds(tx: Tx, where: RawBuilder<unknown>, tail: RawBuilder<unknown>): Promise<PublishedNeed[]> {
  const { rows } = await sql<NeedRow>`
    select n.city, n.id, n.organisation_id, o.name as organisation_name, o.region as buyer_region, n.text, n.quantity, n.deadline, n.place,
           n.certificates, n.limits, n.state, n.reach, n.notes, n.model, n.demo, n.published_at, n.closed_at,
           (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by x.n), '[]')
            from unnest(n.product_ids) with ordinality x(id, n) join product p on p.id = x.id) as products
    from need n join organisation o on o.city = n.city and o.id = n.organisation_id
    where ${where} ${tail}`.execute(tx);
  return rows.map(asNeed);
}

function asNeed(row: NeedRow): PublishedNeed {
  return {
    city: row.city,
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    buyerRegion: row.buyer_region,
    text: row.text,
    products: jsonColumn<PublishedNeed['products']>(row.products),
    quantity: jsonColumn<Quantity | null>(row.quantity),
    deadline: row.deadline,
    place: jsonColumn<PublishedNeed['place']>(row.place),
    certificates: row.certificates,
    limits: jsonColumn<NeedLimit[]>(row.limits),
    state: wordColumn<NeedState>(row.state),
    reach: wordColumn<Tier>(row.reach),
    notes: jsonColumn<MatchNote[]>(row.notes),
    model: row.model,
    demo: row.demo,
    publishedAt: row.published_at,
    closedAt: row.closed_at,
  };
}

function asJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
