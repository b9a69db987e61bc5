import type { RejectionFact } from '@zhitong/domain/chains/chain-facts';
import type { KeptNeed } from '@zhitong/domain/chains/fact-book';
import { type Happening, type Look, replayGaps } from '@zhitong/domain/chains/gap-history';
import { oldestPurchaseDay, purchaseYears } from '@zhitong/domain/chains/purchase';
import type { Catalogue } from '@zhitong/domain/matching/catalogue';
import { cityDay, startOfCityDay } from '@zhitong/domain/needs/city-day';
import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import { sql } from 'kysely';
import { ChainFacts } from '#features/chains/chain-facts';
import { listStoredChains } from '#features/chains/chain-reading';
import { listBought, listNeedFacts, listRejectionFacts, type StoredBuying } from '#features/chains/fact-store';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable } from '#platform/city-table';
import type { Tx } from '#platform/database';
import { demoCity } from './demo-city.ts';

interface Seeding {
  readonly rows: CityRows;
  readonly catalogue: Catalogue;
  readonly now: Date;
}

const dayMs = 86_400_000;
const weeks = 26;

/** What the links of the chains were in the last half year, had the platform looked at them each week: the last look is the present. */
export async function writeGapHistory(tx: Tx, connection: BulkConnection, seeding: Seeding): Promise<void> {
  const { catalogue, now } = seeding;
  const present = new ChainFacts(catalogue, demoCity);
  await present.readMakers(tx);
  await present.readDemand(tx, yearBefore(cityDay(now)));
  const past = await readPast(tx, seeding, present);
  const chains = await listStoredChains(tx, demoCity);
  const states = replayGaps(chains, looksOf({ past, present, seeding }));
  await fillCityTable(tx, connection, {
    table: 'gap_state',
    rows: states.map(({ chainId, productId, since, until, causes, changedBy, class: found }) => ({
      ...{ city: demoCity, chain_id: chainId, product_id: productId, since, until, class: found },
      ...{ causes: JSON.stringify(causes), changed_by: changedBy && JSON.stringify(changedBy) },
    })),
  });
}

interface Dated<Fact> {
  readonly day: string;
  readonly fact: Fact;
}

/** The rows of a city with the day each of them was known from. */
interface Past {
  readonly makers: readonly Dated<Parameters<ChainFacts['book']['putMaker']>[0]>[];
  readonly bought: readonly StoredBuying[];
  readonly needs: readonly (KeptNeed & { readonly closedOn: string | null })[];
  readonly rejections: readonly RejectionFact[];
  readonly happenings: readonly Happening[];
}

async function readPast(tx: Tx, { rows, now }: Seeding, present: ChainFacts): Promise<Past> {
  const published = new Map(rows.offers.map((offer) => [offer.id, offer.publishedAt.slice(0, 10)]));
  const of = { city: demoCity, since: yearBefore(cityDay(new Date(now.getTime() - weeks * 7 * dayMs))) };
  const makers = [...present.book.allMakers()].map((fact) => ({ day: published.get(fact.offerId) ?? of.since, fact }));
  const bought = await listBought(tx, { city: demoCity, since: oldestPurchaseDay(of.since, purchaseYears - 1) });
  const delivered = await listDeliveredSteps(tx, of.since);
  const closed = await listClosed(tx);
  const needs = (await listNeedFacts(tx, of)).map((need) => ({ ...need, closedOn: closed.get(need.id)?.day ?? null }));
  return {
    ...{ makers, bought: [...bought, ...delivered], needs, rejections: await listRejectionFacts(tx, of) },
    happenings: [
      ...makers.map(({ day, fact }) => happening('offer.published', { ...fact, id: fact.offerId, asOf: day })),
      ...bought.map((one) => happening('purchase.changed', one)),
      ...delivered.map((one) => happening('deal.step-confirmed', one)),
      ...needs.map((need) => happening('need.published', need)),
      ...needs.flatMap((need) => {
        const end = closed.get(need.id);
        return end ? [happening(end.event, { ...need, asOf: end.day })] : [];
      }),
    ],
  };
}

const happening = (
  event: Happening['event'],
  { id, productId, asOf }: { id: string; productId: string; asOf: string },
): Happening => ({ event, subjectId: id, productId, day: asOf });

function* looksOf({ past, present, seeding }: { past: Past; present: ChainFacts; seeding: Seeding }): Generator<Look> {
  const { now, catalogue } = seeding;
  let before = '';
  for (let week = weeks; week >= 0; week--) {
    const at = week === 0 ? now : startOfCityDay(new Date(now.getTime() - week * 7 * dayMs));
    const day = cityDay(at);
    const isKnown = (one: string) => one < day || week === 0;
    const happened = past.happenings.filter((one) => one.day >= before && isKnown(one.day));
    const { book } = week === 0 ? present : factsOn(day, past, catalogue);
    yield { at, day, book, happened };
    before = day;
  }
}

/** What was known in the morning of a day. */
function factsOn(day: string, { makers, bought, needs, rejections }: Past, catalogue: Catalogue): ChainFacts {
  const facts = new ChainFacts(catalogue, demoCity);
  const since = yearBefore(day);
  const oldest = oldestPurchaseDay(since, purchaseYears - 1);
  const isCounted = ({ asOf }: { asOf: string }) => asOf >= since && asOf < day;
  for (const maker of makers) if (maker.day < day) facts.book.putMaker(maker.fact);
  facts.takeDemand({
    bought: bought.filter((one) => (one.source === 'purchase' ? one.asOf >= oldest && one.asOf < day : isCounted(one))),
    needs: needs.filter(isCounted).map(({ closedOn, ...need }) => ({
      ...need,
      state: closedOn !== null && closedOn < day ? 'over' : 'open',
    })),
    rejections: rejections.filter(isCounted),
  });
  return facts;
}

/** Deliveries both sides signed, and what both took back of them, each on its day. */
async function listDeliveredSteps(tx: Tx, since: string): Promise<StoredBuying[]> {
  const { rows } = await sql<Omit<StoredBuying, 'fen' | 'source' | 'quantity' | 'confirmed'> & { fen: string }>`
    select d.id, d.buyer_id as "organisationId", d.seller_city as origin, n.product_ids[1] as "productId", s.date::text as "asOf",
           case s.kind when 'delivery' then s.amount_fen else -s.amount_fen end::text as fen
    from deal_step s
    join deal d on d.city = s.city and d.id = s.deal_id
    join need n on n.city = d.city and n.id = d.need_id
    where s.city = ${demoCity} and s.kind in ('delivery', 'reversal') and s.date >= ${since}::date and n.product_ids[1] is not null
      and 2 = (select count(distinct c.side) from deal_confirmation c where c.city = s.city and c.step_id = s.id)`.execute(
    tx,
  );
  return rows.map((row) => ({ ...row, source: 'deal', fen: Number(row.fen), quantity: null, confirmed: true }));
}

/** When needs ended, and by what; one whose last day is over has ended by itself. */
async function listClosed(
  tx: Tx,
): Promise<ReadonlyMap<string, { readonly day: string; readonly event: 'need.chosen' | 'need.withdrawn' }>> {
  const { rows } = await sql<{ id: string; day: string; state: string }>`
    select id, state, to_char(closed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
    from need where city = ${demoCity} and closed_at is not null and state in ('chosen', 'withdrawn')`.execute(tx);
  return new Map(
    rows.map(({ id, day, state }) => [id, { day, event: state === 'chosen' ? 'need.chosen' : 'need.withdrawn' }]),
  );
}

const yearBefore = (day: string): string => cityDay(new Date(Date.parse(`${day}T12:00:00+08:00`) - 365 * dayMs));
