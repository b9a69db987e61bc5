import { type RawBuilder, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish, quote } from '#testing/loop-play';
import { createTestApp, type TestApp } from '#testing/test-app';
import { writeTestDeal } from '#testing/test-deal';
import { buyer, meltblown, spunbond, testCity } from '#testing/test-world';
import { inContext } from './context.ts';

let world: TestApp;
let needId: string;
let matchId: string;

beforeAll(async () => {
  world = await createTestApp();
  needId = await publish(await world.signIn('firm.buyer'));
  matchId = (await quote(world, await world.signIn('firm.meltblown'), needId)).matchId;
});
afterAll(() => world.close());

/** What the database lets a firm do when the code above it is wrong: rows changed, or the words of its refusal. */
async function write(organisation: string, statement: RawBuilder<unknown>): Promise<string> {
  const context = { city: testCity, viewer: 'organisation', organisation } as const;
  try {
    const { numAffectedRows } = await inContext(world.database, context, (tx) => statement.execute(tx));
    return `${numAffectedRows ?? 0n} rows`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('the database itself', () => {
  it('lets nobody rewrite what another firm has published', async () => {
    const others = sql`update offer_search set product_text = 'x' where city = ${testCity} and organisation_id = ${meltblown.id}`;
    expect(await write(spunbond.id, others)).toBe('0 rows');
    const removed = sql`delete from offer_search where city = ${testCity} and organisation_id = ${meltblown.id}`;
    expect(await write(spunbond.id, removed)).toBe('0 rows');
  });

  it('lets a firm change neither another firm nor anybody’s post', async () => {
    expect(await write(spunbond.id, sql`update organisation set name = 'x' where id = ${buyer.id}`)).toBe('0 rows');
    expect(await write(spunbond.id, sql`update post set role = 'operator'`)).toMatch(/permission denied/);
    expect(await write(spunbond.id, sql`update post set valid_to = null`)).toBe('0 rows');
    expect(await write(spunbond.id, sql`update person set name = 'x'`)).toBe('0 rows');
  });

  it('lets the buyer not touch a supplier’s price, nor the supplier its own score', async () => {
    expect(await write(buyer.id, sql`update response set price_fen = 1 where match_id = ${matchId}`)).toBe('0 rows');
    expect(await write(meltblown.id, sql`update match set score = 100 where id = ${matchId}`)).toMatch(
      /permission denied/,
    );
    expect(await write(meltblown.id, sql`update match set seen_at = null where id = ${matchId}`)).toBe('0 rows');
  });

  it('lets a supplier not write a reason in the buyer’s name, and nobody change one', async () => {
    const reason = sql`insert into rejection (city, match_id, need_id, buyer_id, organisation_id, code, at)
      values (${testCity}, ${matchId}, ${needId}, ${buyer.id}, ${meltblown.id}, 'price', now())`;
    expect(await write(meltblown.id, reason)).toMatch(/row-level security/);
    expect(await write(buyer.id, sql`update rejection set code = 'other'`)).toMatch(/permission denied/);
  });

  it('lets each side of a deal sign for itself only, and nobody change what was written down', async () => {
    const steps = [{ kind: 'order' as const, amountFen: 100, by: [] }];
    const dealId = await writeTestDeal(world.database, { newId: uuidv7, steps });
    const sign = (side: string) => sql`
      insert into deal_confirmation (city, step_id, side, buyer_id, seller_id, at)
      select city, id, ${side}, buyer_id, seller_id, now() from deal_step where deal_id = ${dealId}`;
    expect(await write(meltblown.id, sign('buyer'))).toMatch(/row-level security/);
    expect(await write(buyer.id, sign('seller'))).toMatch(/row-level security/);
    expect(await write(spunbond.id, sign('buyer'))).toBe('0 rows');
    expect(await write(meltblown.id, sign('seller'))).toBe('1 rows');
    expect(await write(buyer.id, sql`update deal_step set amount_fen = 1 where deal_id = ${dealId}`)).toMatch(
      /permission denied/,
    );
    expect(await write(buyer.id, sql`update deal set seller_name = 'x' where id = ${dealId}`)).toMatch(
      /permission denied/,
    );
  });
});
