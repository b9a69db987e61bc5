import type { PostRole } from '@zhitong/domain/directory/organisation';
import { type RawBuilder, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish, quote } from '#testing/loop-play';
import { createTestApp, type TestApp } from '#testing/test-app';
import { writeTestDeal } from '#testing/test-deal';
import { bureau, buyer, meltblown, spunbond, type TestOrganisation, testCity } from '#testing/test-world';
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

/** The same in a post. */
async function writeAs(firm: TestOrganisation, role: PostRole, statement: RawBuilder<unknown>): Promise<string> {
  const { id: personId, name } = firm.person;
  const actor = { personId, name, role, address: '127.0.0.1', requestId: 'test' };
  const context = { city: testCity, viewer: 'organisation', organisation: firm.id, actor } as const;
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

  it('lets nobody take away a person, a post or a matter, but for the undo of the import that brought it in', async () => {
    for (const table of ['post', 'person', 'person_phone', 'duty', 'duty_term'])
      for (const firm of [bureau, buyer])
        expect([table, await write(firm.id, sql`delete from ${sql.table(table)}`)]).toEqual([table, '0 rows']);
  });

  it('lets a firm change neither another firm nor anybody’s post', async () => {
    expect(await write(spunbond.id, sql`update organisation set name = 'x' where id = ${buyer.id}`)).toBe('0 rows');
    expect(await write(spunbond.id, sql`update post set role = 'operator'`)).toMatch(/permission denied/);
    expect(await write(spunbond.id, sql`update post set valid_to = null`)).toBe('0 rows');
    expect(await write(spunbond.id, sql`update person set name = 'x'`)).toBe('0 rows');
  });

  it('lets a firm’s manager change its facts, but not what it is, where it belongs, its code or how far it is proved', async () => {
    const change = (set: string) =>
      sql`update organisation set ${sql.raw(set)} where city = ${testCity} and id = ${buyer.id}`;
    const asManager = (statement: RawBuilder<unknown>) => writeAs(buyer, 'manager', statement);
    expect(await asManager(change("duty = '口罩'"))).toBe('1 rows');
    for (const fixed of ["kind = 'bank'", `parent_id = '${bureau.id}'`, "credit_code = 'x'", "level = 'verified'"])
      expect(await asManager(change(fixed)), fixed).toMatch(/row-level security/);
    expect(await writeAs(buyer, 'member', change("duty = 'x'"))).toMatch(/row-level security/);
    expect(await writeAs(spunbond, 'manager', change("duty = 'x'"))).toBe('0 rows');
  });

  it('lets a firm prove nothing by itself, and rewrite nothing that was', async () => {
    const fact = (
      level: string,
    ) => sql`insert into organisation_fact (city, organisation_id, field, source, as_of, level)
      values (${testCity}, ${buyer.id}, 'duty', 'x', '2026-11-01', ${level})`;
    expect(await writeAs(buyer, 'manager', fact('verified'))).toMatch(/row-level security/);
    expect(await writeAs(spunbond, 'manager', fact('self-declared'))).toMatch(/row-level security/);
    expect(await writeAs(buyer, 'manager', fact('self-declared'))).toBe('1 rows');
    expect(await writeAs(buyer, 'manager', sql`update organisation_past set name = 'x'`)).toMatch(/permission denied/);
    expect(await writeAs(buyer, 'manager', sql`update organisation_change set why = 'x'`)).toMatch(/permission denied/);
    const part = sql`insert into organisation_name_part (city, organisation_id, part) values (${testCity}, ${spunbond.id}, 'x')`;
    expect(await writeAs(buyer, 'manager', part)).toMatch(/row-level security/);
  });

  it('lets a firm’s manager write down what it has as its own word, never as verified, and never for another', async () => {
    const machine = (owner: TestOrganisation, level: string) => sql`
      insert into organisation_capability (city, id, organisation_id, kind, name, source, as_of, level)
      values (${testCity}, ${uuidv7()}, ${owner.id}, 'machine', '口罩机', 'x', '2026-11-01', ${level})`;
    const licence = (owner: TestOrganisation, level: string) => sql`
      insert into organisation_certificate (city, id, organisation_id, name, source, as_of, level)
      values (${testCity}, ${uuidv7()}, ${owner.id}, 'ISO 9001', 'x', '2026-11-01', ${level})`;
    const member = (owner: TestOrganisation, level: string) => sql`
      insert into alliance_member (city, id, alliance_id, member_id, source, as_of, level)
      values (${testCity}, ${uuidv7()}, ${owner.id}, ${spunbond.id}, 'x', '2026-11-01', ${level})`;
    for (const row of [machine, licence, member]) {
      for (const level of ['verified', 'documented'])
        expect(await writeAs(buyer, 'manager', row(buyer, level))).toMatch(/row-level security/);
      expect(await writeAs(buyer, 'manager', row(meltblown, 'self-declared'))).toMatch(/row-level security/);
      expect(await writeAs(buyer, 'member', row(buyer, 'self-declared'))).toMatch(/row-level security/);
      expect(await writeAs(buyer, 'manager', row(buyer, 'self-declared'))).toBe('1 rows');
    }
    const rewritten = sql`update organisation_capability set level = 'verified' where organisation_id = ${buyer.id}`;
    expect(await writeAs(buyer, 'manager', rewritten)).toMatch(/permission denied/);
  });

  it('lets nobody take back a name that a change left behind', async () => {
    const past = (byHand: boolean, until: string) => sql`
      insert into organisation_past (city, organisation_id, valid_to, name, kind, source, recorded_at, recorded_by, by_hand)
      values (${testCity}, ${buyer.id}, ${until}, '旧名', 'enterprise', 'x', now(), 'x', ${byHand})`;
    expect(await writeAs(buyer, 'manager', past(false, '2001-01-01'))).toBe('1 rows');
    expect(await writeAs(buyer, 'manager', past(true, '2002-01-01'))).toBe('1 rows');
    const gone = sql`delete from organisation_past where city = ${testCity} and organisation_id = ${buyer.id}`;
    expect(await writeAs(meltblown, 'manager', gone)).toBe('0 rows');
    expect(await writeAs(buyer, 'member', gone)).toBe('0 rows');
    expect(await writeAs(buyer, 'manager', gone)).toBe('1 rows');
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
