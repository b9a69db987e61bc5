import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import {
  bureau,
  buyer,
  circleMeltblown,
  hrss,
  meltblown,
  spunbond,
  testCity,
  testOrganisations,
} from '#testing/test-world';
import { fillNameParts } from './organisation-name-store.ts';
import { openContact } from './public.ts';

let house: TestApp;
let office: TestClient;
let firm: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  office = await house.signIn('bureau');
  firm = await house.signIn('firm.buyer');
});
afterAll(() => house.close());

const page = (id: string) => `/api/organisations/${id}`;

describe('the page of an organisation', () => {
  it('shows what the firm published, where it is and since when that is known', async () => {
    const reply = await firm.get(page(meltblown.id));
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({
      id: meltblown.id,
      kind: 'enterprise',
      name: meltblown.name,
      shortName: '净川熔喷',
      city: { code: testCity, name: '威海市' },
      region: { code: '371071', name: '高区' },
      parent: null,
      asOf: '2026-11-01',
      demo: true,
      offerCount: 1,
      offers: [
        {
          product: { id: 'meltblown-cloth', name: '熔喷布' },
          capacity: { amount: 3, unit: '吨', per: 'day' },
          limits: [{ name: 'BFE', low: 98, high: 98, unit: '%', evidence: '检测报告', date: '2026-03-12' }],
          source: 'demo',
        },
      ],
      record: { deliveries: 0, onTime: 0 },
    });
  });

  it('never carries a price', async () => {
    expect((await office.get(page(meltblown.id))).body).not.toMatch(/price/i);
  });

  it('says not found of an id nobody has, and the same of what is no id', async () => {
    const reply = await firm.get(page('01900000-0000-7000-8001-00000000ffff'));
    expect(reply.statusCode).toBe(404);
    expect(reply.json().code).toBe('platform.not-found');
    expect((await firm.get(page("x'; drop table organisation; --"))).statusCode).toBe(404);
  });

  it('is closed to strangers', async () => {
    expect((await house.stranger.get(page(meltblown.id))).statusCode).toBe(401);
    expect((await house.stranger.get('/api/organisations')).statusCode).toBe(401);
  });

  it('finds a firm of another city through what it published', async () => {
    const far = (await firm.get(page(circleMeltblown.id))).json();
    expect(far).toMatchObject({ name: circleMeltblown.name, city: { code: '370600', name: '烟台市' }, offerCount: 1 });
  });

  it('finds a buyer of another city whose need reached the firm', async () => {
    const yantai = await house.signIn('firm.yantai');
    expect((await yantai.get(page(buyer.id))).statusCode).toBe(404);
    await inContext(house.database, { city: '370600', viewer: 'system' }, (tx) =>
      tx
        .insertInto('opportunity')
        .values({
          ...{ city: '370600', match_id: house.effects.newId(), organisation_id: circleMeltblown.id },
          ...{ need_city: testCity, need_id: house.effects.newId(), buyer_id: buyer.id, buyer_name: buyer.name },
          ...{ need: '{}', offer_id: house.effects.newId(), tier: 'circle', score: 80, reasons: '[]', state: 'new' },
          created_at: house.effects.now(),
        })
        .execute(),
    );
    expect((await yantai.get(page(buyer.id))).json().name).toBe(buyer.name);
  });
});

describe('contact data', () => {
  it('is shown to the firm itself and to the bureau of its city', async () => {
    expect((await firm.get(page(buyer.id))).json().contact).toEqual({ name: '演示-乙', phone: buyer.phone });
    expect((await office.get(page(meltblown.id))).json().contact).toEqual({ name: '演示-丙', phone: meltblown.phone });
  });

  it('is absent for every other firm, and for the bureau of another city', async () => {
    expect((await firm.get(page(meltblown.id))).json()).not.toHaveProperty('contact');
    expect((await office.get(page(circleMeltblown.id))).json()).not.toHaveProperty('contact');
  });

  it('opens between the two sides of a deal and to no third firm', async () => {
    await writeDeal(house, { buyer: buyer.id, seller: meltblown.id });
    const seller = await house.signIn('firm.meltblown');
    const third = await house.signIn('firm.spunbond');
    expect((await firm.get(page(meltblown.id))).json().contact.phone).toBe(meltblown.phone);
    expect((await seller.get(page(buyer.id))).json().contact.phone).toBe(buyer.phone);
    expect((await third.get(page(meltblown.id))).json()).not.toHaveProperty('contact');
    expect((await third.get(page(buyer.id))).json()).not.toHaveProperty('contact');
    expect((await firm.get(page(spunbond.id))).json()).not.toHaveProperty('contact');
  });
});

describe('reading a contact', () => {
  const entries = () =>
    inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('audit_entry')
        .select(['actor_name', 'why', 'after'])
        .where('city', '=', testCity)
        .where('action', '=', 'contact.read')
        .where('subject_id', '=', spunbond.id)
        .execute(),
    );

  it('leaves one entry an hour for each reader, with the purpose and without the contact', async () => {
    const sizeBefore = (await entries()).length;
    for (let reads = 0; reads < 3; reads += 1) await office.get(page(spunbond.id));
    const [entry, ...more] = (await entries()).slice(sizeBefore);
    expect(entry).toEqual({ actor_name: bureau.person.name, why: 'supervision', after: null });
    expect(more).toEqual([]);
  });

  it('leaves none when a firm looks at itself, or sees no contact', async () => {
    const before = await entries();
    await (await house.signIn('firm.spunbond')).get(page(spunbond.id));
    await firm.get(page(spunbond.id));
    expect(await entries()).toEqual(before);
  });
});

describe('a deal with a firm of another city', () => {
  it('opens its contact to the buyer and to nobody else', async () => {
    expect((await firm.get(page(circleMeltblown.id))).json()).not.toHaveProperty('contact');
    await inContext(house.database, { city: circleMeltblown.city, viewer: 'system' }, (tx) =>
      openContact(tx, {
        ...{ city: circleMeltblown.city, organisationId: circleMeltblown.id, readerId: buyer.id },
        ...{ dealId: house.effects.newId(), at: house.effects.now() },
      }),
    );
    expect((await firm.get(page(circleMeltblown.id))).json().contact.phone).toBe(circleMeltblown.phone);
    const third = await house.signIn('firm.spunbond');
    expect((await third.get(page(circleMeltblown.id))).json()).not.toHaveProperty('contact');
  });
});

describe('the list of organisations', () => {
  const list = async (query: string) => (await office.get(`/api/organisations?${query}`)).json();

  const own = testOrganisations.filter(({ city }) => city === testCity);

  it('holds the organisations of the own city in the order of their sounds', async () => {
    const { total, organisations } = await list('');
    expect(total).toBe(own.length);
    expect(organisations.map(({ id }: { id: string }) => id)).toEqual(
      own.map(({ id }) => id).sort(bySound(organisations)),
    );
    expect(organisations).not.toContainEqual(expect.objectContaining({ id: circleMeltblown.id }));
  });

  it('finds by part of the name, by short name and by kind', async () => {
    expect((await list('q=熔喷')).organisations).toEqual([
      { id: meltblown.id, kind: 'enterprise', name: meltblown.name, region: '高区', demo: true },
    ]);
    expect((await list('q=市工信局')).total).toBe(1);
    const departments = (await list('kind=department')).organisations.map(({ id }: { id: string }) => id);
    expect(departments).toEqual(expect.arrayContaining([bureau.id, hrss.id]));
    expect(departments).not.toContain(buyer.id);
  });

  it('gives pages that do not overlap', async () => {
    const first = await list('limit=2');
    const second = await list('limit=2&offset=2');
    const ids = [...first.organisations, ...second.organisations].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(first.total).toBe(own.length);
  });

  it.each(['%', '_', "' or '1'='1", '<script>', '😷', '\\'])('takes %s as letters, not as a command', async (q) => {
    const reply = await office.get(`/api/organisations?q=${encodeURIComponent(q)}a`);
    expect(reply.statusCode).toBe(200);
    expect(reply.json().total).toBe(0);
  });

  it('refuses more letters than any name has, and an unknown kind', async () => {
    expect((await office.get(`/api/organisations?q=${'x'.repeat(201)}`)).statusCode).toBe(400);
    expect((await office.get('/api/organisations?kind=castle')).statusCode).toBe(400);
    expect((await office.get('/api/organisations?limit=100000')).statusCode).toBe(400);
  });
});

describe('the list', () => {
  const ask = async (query: string) => (await office.get(`/api/organisations?${query}`)).json();
  const enter = async (name: string, industry: string) =>
    (await office.post('/api/organisations', { name, kind: 'enterprise', industry })).json().organisation.id as string;
  const idsOf = (reply: { organisations: readonly { id: string }[] }) => reply.organisations.map(({ id }) => id);

  it('is narrowed to what somebody speaks for, how well that is proved, and what nobody speaks for', async () => {
    const alone = await enter('威海无人认领有限公司', '27');
    expect(idsOf(await ask('claim=unclaimed&limit=100'))).toContain(alone);
    expect(idsOf(await ask('claim=unclaimed&limit=100'))).not.toContain(buyer.id);
    expect(idsOf(await ask('claim=claimed&limit=100'))).toContain(buyer.id);
    expect(idsOf(await ask('claim=self-declared&limit=100'))).toContain(buyer.id);
    expect(idsOf(await ask('claim=verified&limit=100'))).not.toContain(buyer.id);
    expect((await office.get('/api/organisations?claim=maybe')).statusCode).toBe(400);
  });

  it('is narrowed to an industry with everything below it, together with words, kind and place', async () => {
    const group = await enter('威海行业甲有限公司', '277');
    const class4 = await enter('威海行业乙有限公司', '2770');
    const section = await enter('威海行业丙有限公司', 'D');
    expect(idsOf(await ask('industry=27&q=行业'))).toEqual([group, class4]);
    expect(idsOf(await ask('industry=2770'))).toEqual([class4]);
    expect(idsOf(await ask('industry=C&q=行业&kind=enterprise'))).toEqual([group, class4]);
    expect(idsOf(await ask('industry=D'))).toEqual([section]);
    expect(idsOf(await ask('industry=C&region=371071'))).toEqual([]);
    expect((await office.get('/api/organisations?industry=医药')).statusCode).toBe(400);
  });
});

describe('words that very many names have', () => {
  it('show the first thousand in the order of sounds, say that there are more, and keep to the filters', async () => {
    const numbers = Array.from({ length: 1600 }, (_, at) => at);
    await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .insertInto('organisation')
        .values(
          numbers.map((at) => ({
            ...{ city: testCity, id: house.effects.newId(), name: `蓬莱阁${at}号渔具厂`, source: 'test' },
            ...{ kind: at % 400 === 0 ? 'centre' : 'enterprise', as_of: '2026-11-01', created_at: house.effects.now() },
          })),
        )
        .execute(),
    );
    await fillNameParts(house.database, testCity);
    const ask = async (query: string) => (await office.get(`/api/organisations?q=${query}`)).json();
    const all = await ask('莱阁&limit=100');
    expect(all).toMatchObject({ total: 1000, more: true });
    expect(new Set(all.organisations.map(({ id }: { id: string }) => id)).size).toBe(100);
    expect((await ask('莱阁&limit=100&offset=950')).organisations).toHaveLength(50);
    expect(await ask('莱阁&kind=centre')).toMatchObject({ total: 4, more: false });
    expect(await ask('plg7h')).toMatchObject({ total: 1, more: false });
    expect((await ask('莱阁1599号')).organisations[0].name).toBe('蓬莱阁1599号渔具厂');
  });
});

function bySound(shown: readonly { id: string; name: string }[]) {
  const sounds = new Intl.Collator('zh');
  const name = (id: string) => shown.find((one) => one.id === id)?.name ?? '';
  return (a: string, b: string) => sounds.compare(name(a), name(b));
}

async function writeDeal({ database, effects }: TestApp, sides: { buyer: string; seller: string }): Promise<void> {
  const [need, response, deal] = [effects.newId(), effects.newId(), effects.newId()];
  const at = effects.now();
  await inContext(database, { city: testCity, viewer: 'system' }, async (tx) => {
    await tx
      .insertInto('need')
      .values({
        ...{ city: testCity, id: need, organisation_id: sides.buyer, kind: 'sourcing', text: '熔喷布 5 吨' },
        ...{ product_ids: ['meltblown-cloth'], certificates: [], limits: '[]', state: 'chosen', reach: 'city' },
        ...{ idempotency_key: need, text_hash: 'x', published_at: at },
      })
      .execute();
    await tx
      .insertInto('deal')
      .values({
        ...{ city: testCity, id: deal, need_id: need, response_id: response, seller_city: testCity },
        ...{ buyer_id: sides.buyer, buyer_name: 'a', seller_id: sides.seller, seller_name: 'b' },
        ...{ product_text: '熔喷布', created_at: at },
      })
      .execute();
  });
}
