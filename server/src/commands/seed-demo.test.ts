import { isConfirmed } from '@zhitong/domain/matching/deal';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { sql } from 'kysely';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ChainFacts } from '#features/chains/chain-facts';
import { listStoredChains } from '#features/chains/chain-reading';
import { keepGapStates } from '#features/chains/gap-state-service';
import { demoSignIns } from '#features/directory/demo-sign-ins';
import { readCatalogue } from '#features/matching/live-index-store';
import { inContext } from '#platform/context';
import { connect, type Database } from '#platform/database';
import { realEffects } from '#platform/effects';
import { cloneDatabase } from '#testing/test-cluster';
import { demoCity } from './demo-city.ts';
import { type SeedResult, seedDemo } from './seed-demo.ts';

let database: Database;
let result: SeedResult;

beforeAll(async () => {
  const { url } = await cloneDatabase(inject('adminUrl'), 'empty');
  database = connect({ url, kind: 'embedded' });
  result = await seedDemo(database, { effects: realEffects });
  return () => database.close();
}, 180_000);

async function ask<Row>(text: string, city = demoCity): Promise<Row[]> {
  const { rows } = await inContext(database, { city, viewer: 'system' }, (tx) => sql.raw<Row>(text).execute(tx));
  return rows;
}

const countOf = async (text: string, city = demoCity) =>
  (await ask<{ n: number }>(`select count(*)::int as n ${text}`, city))[0]?.n ?? 0;

describe('the seeded demo city', () => {
  it('holds at least what it promises', async () => {
    expect(result).toMatchObject({ kind: 'seeded' });
    expect(await countOf("from product where source = 'hand'")).toBeGreaterThanOrEqual(250);
    // sections and branches are not counted beside what they belong to: see data/demo-city/README.md
    const own = "from organisation where city = '371000' and kind";
    expect(await countOf(`${own} = 'department' and name !~ '科$'`)).toBe(335);
    expect(await countOf(`${own} = 'bank' and parent_id is null`)).toBe(32);
    expect(await countOf(`${own} = 'university' and parent_id is null`)).toBe(20);
    expect(await countOf("from organisation where city = '371000' and kind = 'enterprise'")).toBeGreaterThanOrEqual(
      2000,
    );
    expect(await countOf('from offer_search')).toBeGreaterThanOrEqual(3000);
    expect(await countOf("from need where city = '371000'")).toBeGreaterThanOrEqual(740);
    expect(await countOf("from need where city = '371000' and state = 'open'")).toBeGreaterThan(20);
  });

  it('has real scores and reasons behind every match', async () => {
    expect(
      await countOf(
        "from match where city = '371000' and (jsonb_array_length(reasons) < 2 or score <= 0 or score > 100)",
      ),
    ).toBe(0);
    expect(await countOf("from match where city = '371000'")).toBeGreaterThan(2500);
    expect(
      await countOf(
        "from response r where city = '371000' and not exists (select 1 from match m where m.city = r.city and m.id = r.match_id)",
      ),
    ).toBe(0);
  });

  it('has forty deals and more whose delivery both sides confirmed, and counts them in the record of the sellers', async () => {
    const steps = await ask<{ sides: ('buyer' | 'seller')[] }>(
      `select array_agg(c.side) as sides from deal_step s join deal_confirmation c on c.city = s.city and c.step_id = s.id
       where s.city = '371000' and s.kind = 'delivery' group by s.id`,
    );
    const confirmed = steps.filter(({ sides }) =>
      isConfirmed({ kind: 'delivery', amountFen: 0, confirmedBy: sides }),
    ).length;
    expect(confirmed).toBeGreaterThanOrEqual(40);
    const [record] = await ask<{ n: number }>(
      'select sum(deliveries)::int as n from (select distinct organisation_id, deliveries from offer_search) o',
    );
    expect(record?.n).toBe(confirmed);
  });

  it('gives every supplier its copy, in its own city', async () => {
    const matches = await ask<{ city: string; n: number }>(
      "select organisation_city as city, count(*)::int as n from match where city = '371000' group by 1",
    );
    expect(matches.length).toBeGreaterThan(2);
    for (const { city, n } of matches) expect(await countOf(`from opportunity where city = '${city}'`, city)).toBe(n);
  });

  it('has a sealed log with cursors behind it, so that the first start has nothing to catch up', async () => {
    expect(await countOf("from event where city = '371000' and position is null")).toBe(0);
    const cursors = await ask<{ position: number }>("select position from event_follower where city = '371000'");
    const [head] = await ask<{ position: number }>("select position from event_head where city = '371000'");
    expect(cursors).toEqual([head, head, head]);
  });

  it('has an owner and a deputy for every matter of the duty table', async () => {
    expect(await countOf("from duty where city = '371000' and demo")).toBeGreaterThanOrEqual(260);
    // every post is held for good, so what holds today holds in ten years
    expect(await countOf("from post where city = '371000' and valid_to is not null")).toBe(0);
    const named = `from duty_term t join post o on o.city = t.city and o.id = t.owner_post_id
      join post p on p.city = t.city and p.id = t.deputy_post_id
      where t.city = '371000' and t.valid_to is null and o.person_id <> p.person_id`;
    expect(await countOf(named)).toBe(await countOf("from duty where city = '371000'"));
    expect(await countOf("from duty_leave where city = '371000'")).toBeGreaterThanOrEqual(5);
  });

  it('marks everything as demo, and people only by their demo names', async () => {
    expect(await countOf("from organisation where city = '371000' and not demo")).toBe(0);
    expect(await countOf("from person where city = '371000' and (not demo or name !~ '^演示-')")).toBe(0);
    const owners =
      "from offer o join organisation g on g.city = o.city and g.id = o.organisation_id where o.city = '371000'";
    expect(await countOf(`${owners} and g.name !~ '（演示）$'`)).toBe(0);
  });

  it('has the history of the gaps of half a year: some closed by an offer of a demo firm, some opened, each link with one class at a time', async () => {
    const states = await ask<{
      key: string;
      class: string;
      since: Date;
      until: Date | null;
      event: string | null;
      firm: string | null;
    }>(
      `select g.chain_id || ' ' || g.product_id as key, g.class, g.since, g.until, g.changed_by ->> 'event' as event,
              o.name as firm
       from gap_state g
       left join offer f on f.city = g.city and f.id = (g.changed_by ->> 'subjectId')::uuid
       left join organisation o on o.city = f.city and o.id = f.organisation_id
       where g.city = '371000' order by g.chain_id, g.product_id, g.since`,
    );
    const links = [...Map.groupBy(states, ({ key }) => key).values()];
    for (const link of links) {
      expect(link.map(({ until }) => until)).toEqual([...link.slice(1).map(({ since }) => since), null]);
      expect(link.slice(1).filter((one, at) => one.class === link[at]?.class)).toEqual([]);
    }
    const steps = links.flatMap((link) => link.slice(1).map((now, at) => ({ ...now, before: link[at]?.class ?? '' })));
    const closed = steps.filter(
      ({ before, class: now }) => !['strong', 'unknown'].includes(before) && now === 'strong',
    );
    const opened = steps.filter(({ before, class: now }) => before === 'strong' && now !== 'strong');
    expect(closed.filter(({ event }) => event === 'offer.published').length).toBeGreaterThanOrEqual(5);
    expect(opened.length).toBeGreaterThanOrEqual(3);
    const firms = steps.filter(({ event }) => event === 'offer.published').map(({ firm }) => firm ?? '');
    expect(firms.filter((name) => !name.endsWith('（演示）'))).toEqual([]);
  });

  it('leaves the desk of the chains nothing to write at its first look', async () => {
    const rows = () => ask("select * from gap_state where city = '371000' order by chain_id, product_id, since");
    const before = await rows();
    const now = await ask<{ now: Date }>("select max(since) as now from gap_state where city = '371000'");
    const [at = new Date(0)] = now.map((row) => row.now);
    const facts = await inContext(database, { city: demoCity, viewer: 'system' }, async (tx) => {
      const read = new ChainFacts(await readCatalogue(tx), demoCity);
      await read.readMakers(tx);
      await read.readDemand(tx, cityDay(new Date(at.getTime() - 365 * 86_400_000)));
      return read;
    });
    const effects = { ...realEffects, now: () => at };
    const chains = await inContext(database, { city: demoCity, viewer: 'system' }, (tx) =>
      listStoredChains(tx, demoCity),
    );
    const look = { chains, book: facts.book, only: undefined, event: null };
    await keepGapStates({ database, effects, city: demoCity }, look);
    expect(await rows()).toEqual(before);
  });

  it('is written once: the second time nothing changes', async () => {
    const before = await countOf("from event where city = '371000'");
    expect(await seedDemo(database, { effects: realEffects })).toEqual({ kind: 'already-there' });
    expect(await countOf("from event where city = '371000'")).toBe(before);
    expect(await countOf('from sign_in')).toBe(demoSignIns.length);
  });
});
