import { confidentialMark } from '@zhitong/domain/directory/audit-confidential';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listApiOperations } from '#testing/api-operations';
import { playedIn } from '#testing/audited-elsewhere';
import { goodQuote, matchOf, publish, quote } from '#testing/loop-play';
import { createTestApp, type TestApp } from '#testing/test-app';
import { writeTestDeal } from '#testing/test-deal';
import { auditAdministrator, bureau, buyer, circleMeltblown, meltblown, testCity } from '#testing/test-world';
import { unauditedOperations } from '#testing/unaudited-operations';
import { inContext } from './context.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

/** no two needs read alike */
let tons = 10;
type Play = () => Promise<{ readonly statusCode: number; readonly body: string }>;
const offerDraft = {
  ...{ productText: '熔喷布', capacity: null, limits: [], certificates: [] },
  priceFen: null,
  priceUnit: null,
  leadDays: 3,
};

const asBuyer = () => world.signIn(buyer.username);
const asSupplier = () => world.signIn(meltblown.username);

async function matched() {
  const needId = await publish(await asBuyer(), `急需熔喷布 ${++tons} 吨，BFE≥95，本周交货`);
  return { needId, matchId: await matchOf(world, await asSupplier(), needId) };
}

async function quoted() {
  const needId = await publish(await asBuyer(), `急需熔喷布 ${++tons} 吨，BFE≥95，本周交货`);
  return { needId, ...(await quote(world, await asSupplier(), needId)) };
}

async function offered(): Promise<string> {
  const productText = `熔喷布 ${uuidv7()}`;
  return (await (await asSupplier()).post('/api/offers', { ...offerDraft, productText })).json().offer.id;
}

/** One success of each changing address that this file plays. */
const plays: Readonly<Record<string, Play>> = {
  'POST /api/needs': async () =>
    (await asBuyer()).post('/api/needs', {
      kind: 'sourcing',
      text: '采购熔喷布 9 吨，BFE≥95',
      idempotencyKey: uuidv7(),
    }),
  'POST /api/needs/{id}/withdrawal': async () => {
    const id = await publish(await asBuyer(), '采购熔喷布 7 吨，BFE≥95');
    return (await asBuyer()).post(`/api/needs/${id}/withdrawal`);
  },
  'POST /api/needs/{id}/widening': async () => {
    const id = await publish(await asBuyer(), '采购熔喷布 8 吨，BFE≥95');
    return (await asBuyer()).post(`/api/needs/${id}/widening`, { reach: 'nation' });
  },
  'POST /api/matches/{id}/responses': async () => {
    const { matchId } = await matched();
    return (await asSupplier()).post(`/api/matches/${matchId}/responses`, goodQuote);
  },
  'PUT /api/matches/{id}/responses': async () => {
    const { matchId } = await quoted();
    return (await asSupplier()).put(`/api/matches/${matchId}/responses`, { ...goodQuote, leadDays: 2 });
  },
  'PUT /api/matches/{id}/shortlist': async () => {
    const { matchId } = await matched();
    return (await asBuyer()).put(`/api/matches/${matchId}/shortlist`, { shortlisted: true });
  },
  'POST /api/matches/{id}/rejection': async () => {
    const { matchId } = await quoted();
    return (await asBuyer()).post(`/api/matches/${matchId}/rejection`, { code: 'price', note: '高于预算' });
  },
  'POST /api/needs/{id}/choice': async () => {
    const { needId, id } = await quoted();
    return (await asBuyer()).post(`/api/needs/${needId}/choice`, { responseId: id });
  },
  'POST /api/deals/{id}/steps': async () => {
    const dealId = await writeTestDeal(world.database, { newId: uuidv7, steps: [] });
    const step = { kind: 'order', amountFen: 100, quantity: 1, date: '2026-11-23' };
    return (await asBuyer()).post(`/api/deals/${dealId}/steps`, step);
  },
  'POST /api/deals/{id}/confirmations': async () => {
    const steps = [{ kind: 'order' as const, amountFen: 100, by: ['buyer' as const] }];
    const dealId = await writeTestDeal(world.database, { newId: uuidv7, steps });
    const seller = await asSupplier();
    const stepId = (await seller.get(`/api/deals/${dealId}`)).json().steps[0].id;
    return seller.post(`/api/deals/${dealId}/confirmations`, { stepId });
  },
  'POST /api/offers': async () => (await asSupplier()).post('/api/offers', offerDraft),
  'PUT /api/offers/{id}': async () =>
    (await asSupplier()).put(`/api/offers/${await offered()}`, { ...offerDraft, leadDays: 5 }),
  'DELETE /api/offers/{id}': async () => (await asSupplier()).del(`/api/offers/${await offered()}`),
};

describe('every changing address of the API', () => {
  it('is played here or elsewhere, or stands in the closed list of those that leave no entry', () => {
    const changing = listApiOperations(world.app)
      .filter(({ method }) => method !== 'GET')
      .map(({ name }) => name);
    const known = [...Object.keys(plays), ...Object.keys(playedIn), ...Object.keys(unauditedOperations)];
    expect(changing.toSorted()).toEqual(known.toSorted());
  });

  for (const [name, play] of Object.entries(plays))
    it(`leaves an entry in the trail: ${name}`, async () => {
      const reply = await play();
      expect(reply.statusCode, reply.body).toBeLessThan(300);
      expect(world.trail.changed).toContain(name);
      expect(await world.trail.unaudited(world.database)).not.toContain(name);
    });
});

const entriesOf = (action: string) =>
  inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('audit_entry')
      .selectAll()
      .where('city', '=', testCity)
      .where('action', '=', action)
      .orderBy('at')
      .execute(),
  );

describe('an entry', () => {
  it('says who, in which role and for whom, what, before, after, why and from where', async () => {
    const { needId, matchId } = await matched();
    const from = { 'x-forwarded-for': '203.0.113.9' };
    const client = await asBuyer();
    await client.post(`/api/matches/${matchId}/rejection`, { code: 'lead-time', note: '交期太长' }, from);
    await client.post(`/api/needs/${needId}/widening`, { reach: 'nation' }, from);
    const rejected = (await entriesOf('match.rejected')).find((entry) => entry.subject_id === matchId);
    expect(rejected).toMatchObject({
      ...{ actor_person: buyer.person.id, actor_name: buyer.person.name, actor_role: 'manager' },
      ...{ actor_organisation: buyer.id, subject_kind: 'match', why: confidentialMark, address: '203.0.113.9' },
      after: { code: 'lead-time', supplier: meltblown.name },
    });
    const { said } = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('audit_confidential')
        .select('said')
        .where('city', '=', testCity)
        .where('entry_id', '=', rejected?.id ?? '')
        .executeTakeFirstOrThrow(),
    );
    expect(JSON.parse(said), 'words between two firms are kept apart').toEqual({ why: '交期太长' });
    const widened = (await entriesOf('need.widened')).find((entry) => entry.subject_id === needId);
    expect(widened).toMatchObject({ before: { reach: 'city' }, after: { reach: 'nation' } });
  });

  it('stands in the trail of the city whose rows changed, also when somebody from elsewhere changed them', async () => {
    const needId = await publish(await asBuyer(), '急需熔喷布 66 吨/天，BFE≥95，本周交货');
    const abroad = await world.signIn(circleMeltblown.username);
    const { matchId } = await quote(world, abroad, needId);
    const given = (await entriesOf('response.given')).find((entry) => entry.subject_id === matchId);
    expect(given).toMatchObject({ actor_person: circleMeltblown.person.id, city: testCity });
  });

  it('is gone with the change when the change is refused', async () => {
    const before = (await entriesOf('offer.changed')).length;
    const reply = await (await asSupplier()).put(`/api/offers/${await offered()}`, {
      ...offerDraft,
      productId: 'no-such-product',
    });
    expect(reply.statusCode).toBe(422);
    expect(await entriesOf('offer.changed')).toHaveLength(before);
  });
});

describe('reading what is confidential', () => {
  it('leaves an entry when the bureau sees the prices of firms, and none when a firm sees its own', async () => {
    const { needId } = await quoted();
    await (await asBuyer()).get(`/api/needs/${needId}/matches`);
    const seen = async () => (await entriesOf('price.read')).filter((entry) => entry.subject_id === needId);
    expect(await seen()).toEqual([]);
    await (await world.signIn(bureau.username)).get(`/api/needs/${needId}/matches`);
    expect(await seen()).toMatchObject([{ actor_name: bureau.person.name, why: 'supervision', after: { quotes: 1 } }]);
  });

  it('leaves an entry when a contact opens to the other side of a deal', async () => {
    const { needId, id } = await quoted();
    const client = await asBuyer();
    await client.post(`/api/needs/${needId}/choice`, { responseId: id });
    await client.get(`/api/needs/${needId}/matches`);
    const seen = (await entriesOf('contact.read')).filter((entry) => entry.subject_id === needId);
    expect(seen).toMatchObject([{ why: 'own-deal', after: { contacts: [meltblown.name] } }]);
    expect(JSON.stringify(seen)).not.toContain(meltblown.phone);
  });

  it('tells who took the ledger out of the house, by which filter and how many rows', async () => {
    const reply = await (await world.signIn(bureau.username)).get('/api/deals/export.xlsx?state=confirmed&q=熔喷');
    expect(reply.statusCode).toBe(200);
    expect((await entriesOf('deal.exported')).at(-1)).toMatchObject({
      ...{ actor_name: bureau.person.name, why: 'export' },
      after: { filter: { state: 'confirmed', q: '熔喷' }, rows: expect.any(Number) },
    });
  });

  it('shows no line of the trail to anybody but the audit administrator', async () => {
    for (const username of [buyer.username, bureau.username, 'sysadmin', 'secadmin'])
      expect((await (await world.signIn(username)).get('/api/audit')).statusCode, username).not.toBe(200);
    expect(auditAdministrator.username).toBe('auditadmin');
  });
});
