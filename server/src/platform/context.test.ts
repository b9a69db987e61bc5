import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '#testing/test-app';
import { buyer, testCity } from '#testing/test-world';
import { recordAudit } from './audit-log.ts';
import { asSystem, type Context, enteredContext, inContext } from './context.ts';

let house: TestApp;
beforeAll(async () => {
  house = await createTestApp();
});
afterAll(() => house.close());

const looking: Context = { city: testCity, viewer: 'organisation', organisation: buyer.id, readOnly: true };

describe('a step as the system in a transaction that may only look', () => {
  it('stays one that may only look', async () => {
    const seen = await inContext(house.database, looking, (tx) =>
      asSystem(tx, looking, async () => ({ viewer: enteredContext(tx).viewer, readOnly: enteredContext(tx).readOnly })),
    );
    expect(seen).toEqual({ viewer: 'system', readOnly: true });
  });

  it('writes nothing: the database itself refuses, before the step, in it and after it', async () => {
    const write = (tx: Parameters<typeof asSystem>[0]) =>
      sql`update organisation set short_name = 'x' where city = ${testCity} and id = ${buyer.id}`.execute(tx);
    const tries = {
      before: () => inContext(house.database, looking, write),
      within: () => inContext(house.database, looking, (tx) => asSystem(tx, looking, () => write(tx))),
      after: () =>
        inContext(house.database, looking, async (tx) => {
          await asSystem(tx, looking, () => sql`select 1`.execute(tx));
          return write(tx);
        }),
    };
    for (const [when, attempt] of Object.entries(tries))
      await expect(attempt(), when).rejects.toThrow('read-only transaction');
  });

  it('is told in words that it may only look, wherever a line of the trail would be written', async () => {
    const line = { action: 'organisation.changed', subject: { kind: 'organisation', id: buyer.id } };
    const attempt = inContext(house.database, looking, (tx) =>
      asSystem(tx, looking, () => recordAudit(tx, house.effects, line)),
    );
    await expect(attempt).rejects.toThrow(Refusal);
    await expect(attempt).rejects.toMatchObject({ code: 'platform.viewing-only' });
  });
});
