import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { appendEvents } from '#platform/event-log';
import { settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, meltblown, spunbond, tackle, testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  asBuyer = await world.signIn('firm.buyer');
});
afterAll(() => world.close());

type Change = 'offer.published' | 'offer.changed' | 'offer.withdrawn';
const owners = [meltblown, spunbond, tackle, buyer];
const words = ['熔喷布', '驻极熔喷布', '纺粘无纺布', '钓鱼竿', '耳带机', 'PP 熔喷料'];

/** Writes the change of one offer as the offer slice does: the projection and its event in one transaction. */
async function change(type: Change, offer: { id: string; number: number }): Promise<void> {
  const owner = owners[offer.number % owners.length] ?? meltblown;
  const context = { city: testCity, viewer: 'system' } as const;
  await inContext(world.database, context, async (tx) => {
    if (type === 'offer.withdrawn') {
      await tx.deleteFrom('offer_search').where('city', '=', testCity).where('offer_id', '=', offer.id).execute();
    } else {
      const facts = {
        product_text: words[offer.number % words.length] ?? '熔喷布',
        capacity: JSON.stringify({ amount: 1 + (offer.number % 9), unit: '吨', per: 'day' }),
        limits: JSON.stringify([{ name: 'BFE', low: 90 + (offer.number % 10), high: 99, unit: '%' }]),
        certificates: '[]',
        source: 'declared',
      };
      await tx
        .insertInto('offer_search')
        .values({
          city: testCity,
          offer_id: offer.id,
          organisation_id: owner.id,
          organisation_name: owner.name,
          region: owner.region,
          product_id: null,
          ...facts,
        })
        .onConflict((conflict) => conflict.columns(['city', 'offer_id']).doUpdateSet(facts))
        .execute();
    }
    const id = world.effects.newId();
    const at = world.effects.now();
    await appendEvents(tx, [{ city: testCity, id, type, subjectId: offer.id, audience: [owner.id], payload: {}, at }]);
  });
}

/** A small generator of its own, so that a failing sequence comes again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
}

describe('the live index', () => {
  it('equals an index rebuilt from the database after any sequence of published, changed and withdrawn offers', async () => {
    const next = numbers(20_261_123);
    const known: { id: string; number: number }[] = [];
    for (let round = 0; round < 5; round++) {
      for (let step = 0; step < 30; step++) {
        const choice = next() % 4;
        const old = known[next() % Math.max(1, known.length)];
        if (choice < 2 || old === undefined) {
          const offer = { id: world.effects.newId(), number: next() };
          known.push(offer);
          await change('offer.published', offer);
        } else if (choice === 2) await change('offer.changed', { id: old.id, number: old.number + words.length * 4 });
        else await change('offer.withdrawn', old);
      }
      await settle(world);
      expect(world.index.digest()).toBe(await world.index.rebuiltDigest());
    }
    expect(world.errors).toEqual([]);
  });

  it('takes a whole import in one go', async () => {
    await inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
      await tx
        .updateTable('offer_search')
        .set({ product_text: '碳纤维' })
        .where('city', '=', testCity)
        .where('organisation_id', '=', tackle.id)
        .execute();
      const id = world.effects.newId();
      const event = { city: testCity, id, type: 'offers.imported', subjectId: id, audience: [], payload: {} } as const;
      await appendEvents(tx, [{ ...event, at: world.effects.now() }]);
    });
    await settle(world);
    expect(world.index.digest()).toBe(await world.index.rebuiltDigest());
    const preview = await asBuyer.post('/api/matching/preview', { text: '碳纤维' });
    expect(preview.json().matches[0].organisation.id).toBe(tackle.id);
  });
});

describe('a preview', () => {
  it('answers for a bare product phrase, ranked by fit alone, and stores nothing', async () => {
    const reply = await asBuyer.post('/api/matching/preview', { text: '熔喷布', limit: 5 });
    expect(reply.statusCode).toBe(200);
    const { matches, model } = reply.json();
    expect(matches.length).toBeGreaterThan(0);
    for (const row of matches) {
      expect(row.score).toBeGreaterThan(0);
      expect(row.reasons.every((reason: { text: string }) => reason.text.length > 0)).toBe(true);
    }
    expect(model).toBeTruthy();
    expect((await asBuyer.get('/api/needs')).json().total).toBe(0);
  });

  it('answers when no product is known, and honestly with nobody for an unknown thing', async () => {
    expect((await asBuyer.post('/api/matching/preview', { text: '耳带机' })).json().matches.length).toBeGreaterThan(0);
    const { matches, notes } = (
      await asBuyer.post('/api/matching/preview', { text: 'zzzz qqqq', cityFirst: true })
    ).json();
    expect(matches).toEqual([]);
    expect(notes[0].code).toBe('nobody');
  });

  it('lists imported firms alone when asked, and only the tiers asked for', async () => {
    expect(
      (await asBuyer.post('/api/matching/preview', { text: '熔喷布', source: 'imported' })).json().matches,
    ).toEqual([]);
    const circle = (await asBuyer.post('/api/matching/preview', { text: '熔喷布', tiers: ['circle'] })).json().matches;
    expect(new Set(circle.map((row: { tier: string }) => row.tier))).toEqual(new Set(['circle']));
  });

  it('is for signed-in people', async () => {
    expect((await world.stranger.post('/api/matching/preview', { text: '熔喷布' })).statusCode).toBe(401);
    expect((await asBuyer.post('/api/matching/preview', { text: ' ' })).json().code).toBe('needs.text-empty');
    expect((await asBuyer.post('/api/matching/preview', { text: '熔喷布', limit: 101 })).statusCode).toBe(400);
  });
});
