import type { Home } from '@zhitong/contract/matching/home-contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { writeTestDeal } from '#testing/test-deal';
import { bureau, buyer, circleMeltblown, meltblown, spunbond, tackle } from '#testing/test-world';

let city: TestApp;
let buys: TestClient;
let sells: TestClient;
let needId: string;

beforeAll(async () => {
  city = await createTestApp();
  buys = await city.signIn(buyer.username);
  sells = await city.signIn(meltblown.username);
  needId = await publish('急需熔喷布 2 吨/天，BFE≥95，11月25日前交货');
});
afterAll(() => city.close());

async function publish(text: string): Promise<string> {
  const reply = await buys.post('/api/needs', { kind: 'sourcing', text, idempotencyKey: `home ${text}` });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json().need.id;
}

async function home(client: TestClient, language = 'zh'): Promise<Home> {
  const reply = await client.get('/api/home', { 'accept-language': language });
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
}

const of = (page: Home, kind: string) => page.waiting.filter((row) => row.kind === kind);

describe('what waits for a supplier', () => {
  test('an opportunity it has not answered, with its deadline and light', async () => {
    const [row] = of(await home(sells), 'opportunity-to-answer');
    expect(row).toMatchObject({
      subject: '熔喷布 2 吨/天',
      firm: buyer.name,
      due: '2026-11-25T16:00:00.000Z',
      light: 'green',
      link: expect.stringMatching(/^\/opportunities\/[0-9a-f-]{36}$/),
    });
    expect((await home(sells)).figures.openOpportunities).toBe(1);
  });

  test('is gone from its list and comes to the buyer’s once it has quoted', async () => {
    const before = await home(buys);
    expect(of(before, 'quotes-to-choose')).toEqual([]);
    const [row] = of(await home(sells), 'opportunity-to-answer');
    const matchId = row?.link.split('/').at(-1);
    const quote = { priceFen: 1_850_000, unit: '吨', quantity: 2, leadDays: 2 };
    expect((await sells.post(`/api/matches/${matchId}/responses`, quote)).statusCode).toBe(201);

    expect(of(await home(sells), 'opportunity-to-answer')).toEqual([]);
    expect(of(await home(buys), 'quotes-to-choose')).toMatchObject([
      { subject: '熔喷布 2 吨/天', count: 1, firm: null, link: `/needs/${needId}` },
    ]);
  });
});

describe('what waits for both sides of a deal', () => {
  test('a step the other side wrote, and a promised delivery that is near', async () => {
    const { newId } = city.effects;
    const deal = await writeTestDeal(city.database, {
      newId,
      promisedBy: '2026-11-22',
      steps: [
        { kind: 'order', amountFen: 100, by: ['buyer', 'seller'] },
        { kind: 'order', amountFen: 200, by: ['buyer'] },
      ],
    });
    const seller = await home(sells);
    expect(of(seller, 'step-to-confirm')).toMatchObject([
      { subject: '熔喷布', count: 1, link: `/deals/${deal}`, due: null },
    ]);
    expect(of(seller, 'delivery-due')).toMatchObject([{ light: 'red', firm: buyer.name, link: `/deals/${deal}` }]);
    const officer = await city.signIn(bureau.username);
    expect(of(await home(officer), 'delivery-due')).toMatchObject([{ firm: `${meltblown.name} → ${buyer.name}` }]);
    expect(of(await home(buys), 'step-to-confirm')).toEqual([]);
    expect(of(await home(buys), 'delivery-due')).toHaveLength(1);
  });

  test('also for a seller in another city', async () => {
    const { newId } = city.effects;
    const deal = await writeTestDeal(city.database, {
      newId,
      seller: circleMeltblown,
      promisedBy: null,
      steps: [
        { kind: 'order', amountFen: 1, by: ['buyer', 'seller'] },
        { kind: 'delivery', amountFen: 12_345, by: ['buyer', 'seller'] },
        { kind: 'delivery', amountFen: 1, by: ['buyer'] },
      ],
    });
    const page = await home(await city.signIn(circleMeltblown.username));
    expect(of(page, 'step-to-confirm')).toMatchObject([{ count: 1, link: `/deals/${deal}` }]);
    expect(page.figures.countedFen).toBe(12_345);
  });
});

describe('what waits at the bureau’s own desk', () => {
  test('is a claim to decide and a dispute to answer, first of all and counted, and gone once it is done', async () => {
    const officer = await city.signIn(bureau.username);
    const before = await home(officer);
    expect([...of(before, 'claims-to-decide'), ...of(before, 'disputes-to-answer')]).toEqual([]);
    const claim = await sells.post(`/api/organisations/${spunbond.id}/claims`, { words: '我们合并经营' });
    expect(claim.statusCode, claim.body).toBe(201);
    const dispute = await sells.post(`/api/organisations/${spunbond.id}/disputes`, {
      field: 'name',
      claim: '名称写错了',
    });
    expect(dispute.statusCode, dispute.body).toBe(201);
    const page = await home(officer);
    expect(page.waiting.slice(0, 2)).toMatchObject([
      { kind: 'claims-to-decide', count: 1, link: '/reviews', due: null },
      { kind: 'disputes-to-answer', count: 1, link: '/disputes', due: null },
    ]);
    expect(page.waitingTotal).toBe(before.waitingTotal + 2);
    expect(of(await home(sells), 'claims-to-decide')).toEqual([]);
    await officer.post(`/api/disputes/${dispute.json().dispute.id}/answer`, { answer: 'returned', reason: '核对无误' });
    await officer.post(`/api/claims/${claim.json().claim.id}/decision`, { decision: 'returned', code: 'no-document' });
    const after = (await home(officer)).waiting.map(({ kind }) => kind);
    expect(after).not.toContain('disputes-to-answer');
    expect(after).not.toContain('claims-to-decide');
  });
});

describe('the page', () => {
  test('shows a need nobody matched, to its firm and to the bureau', async () => {
    const lonely = await publish('急需医用外科口罩 3 万只');
    const row = { link: `/needs/${lonely}`, due: null };
    expect(of(await home(buys), 'need-without-match')).toMatchObject([{ ...row, firm: null }]);
    const officer = await city.signIn(bureau.username);
    expect(of(await home(officer), 'need-without-match')).toMatchObject([{ ...row, firm: buyer.name }]);
  });

  test('is sorted by the clock, holds seven rows at most and says how many there are', async () => {
    const { newId } = city.effects;
    for (const day of ['24', '25', '26', '27', '28', '29', '30', '23'])
      await writeTestDeal(city.database, {
        newId,
        product: `布 ${day}`,
        promisedBy: `2026-11-${day}`,
        steps: [{ kind: 'order', amountFen: 100, by: ['buyer', 'seller'] }],
      });
    const page = await home(buys);
    expect(page.waiting).toHaveLength(7);
    expect(page.waitingTotal).toBeGreaterThan(7);
    const dues = page.waiting.map((row) => row.due ?? '9999');
    expect(dues).toEqual(dues.toSorted());
  });

  test('has figures equal to the lists behind them', async () => {
    for (const client of [buys, sells, await city.signIn(bureau.username)]) {
      const { figures } = await home(client);
      expect(figures.openNeeds).toBe((await client.get('/api/needs?state=open')).json().total);
      expect(figures.countedFen).toBe((await client.get('/api/deals')).json().confirmed.fen);
    }
    const inbox = await sells.get('/api/opportunities');
    expect(inbox.statusCode, inbox.body).toBe(200);
    const { counts } = inbox.json();
    expect((await home(sells)).figures.openOpportunities).toBe(counts.new + counts.waiting);
  });

  test('tells the five latest changes, newest first, in the language of the reader', async () => {
    await expect.poll(async () => (await home(sells)).recent.length).toBeGreaterThan(0);
    const { recent } = await home(sells, 'en');
    expect(recent.length).toBeLessThanOrEqual(5);
    const times = recent.map((row) => row.at);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(recent.at(-1)?.text).toMatch(/^New opportunity: /);
  });

  test('tells the bureau of a change once, however many firms were told of it', async () => {
    await publish('急需无纺布 3 吨');
    const office = await city.signIn(bureau.username);
    const news = async () =>
      (await home(office)).recent.filter((row) => row.text.startsWith('新商机') && row.text.includes('无纺布'));
    await expect.poll(async () => (await news()).length).toBe(1);
    const told = (await office.get('/api/inbox')).json().entries;
    const same = told.filter(
      (entry: { text: string }) => entry.text.startsWith('新商机') && entry.text.includes('无纺布'),
    );
    expect(same.length).toBeGreaterThan(1);
  });

  test('is empty for a firm without any business', async () => {
    const page = await home(await city.signIn(tackle.username));
    expect(page).toEqual({
      waiting: [],
      waitingTotal: 0,
      recent: [],
      figures: { openNeeds: 0, lists: [], openOpportunities: 0, countedFen: 0 },
    });
  });

  test('asks a stranger to sign in', async () => {
    expect((await city.stranger.get('/api/home')).statusCode).toBe(401);
  });
});

describe('what one organisation asked and agreed', () => {
  test('is listed by its id: to itself, to the bureau, and of another firm only what both agreed', async () => {
    const of = async (client: TestClient, path: string, organisation: string) => {
      const reply = await client.get(`${path}?organisation=${organisation}`);
      expect(reply.statusCode, reply.body).toBe(200);
      return reply.json().total as number;
    };
    const officer = await city.signIn(bureau.username);
    expect(await of(officer, '/api/needs', buyer.id)).toBeGreaterThan(0);
    expect(await of(officer, '/api/needs', tackle.id)).toBe(0);
    expect(await of(sells, '/api/needs', buyer.id)).toBe(0);
    expect(await of(sells, '/api/deals', buyer.id)).toBeGreaterThan(0);
    expect(await of(sells, '/api/deals', tackle.id)).toBe(0);
    expect(await of(officer, '/api/deals', meltblown.id)).toBeGreaterThan(0);
  });
});

describe('the figures of a firm', () => {
  test('count the open needs of all four lists with their lights, each figure the number of its rows', async () => {
    for (const kind of ['problem', 'funding', 'technology'])
      expect(
        (
          await buys.post('/api/needs', {
            kind,
            text: `${kind}：想请有关单位帮忙看一看`,
            idempotencyKey: `home ${kind}`,
          })
        ).statusCode,
      ).toBe(201);
    const { openNeeds, lists } = (await home(buys)).figures;
    const total = async (query: string) => (await buys.get(`/api/needs?state=open&${query}`)).json().total;
    expect(openNeeds).toBe(await total(''));
    expect(lists.map(({ list }) => list)).toEqual(['funding', 'problem', 'sourcing', 'technology']);
    for (const { list, open, ...lights } of lists) {
      expect(open, list).toBe(await total(`list=${list}`));
      for (const [light, count] of Object.entries(lights))
        expect(count, `${list} ${light}`).toBe(await total(`list=${list}&light=${light}`));
    }
  });

  test('leave an answer that waits for its word among what waits for it', async () => {
    const asks = await city.signIn(spunbond.username);
    const { need, case: one } = (
      await asks.post('/api/needs', {
        kind: 'problem',
        text: '厂门口的路灯坏了',
        body: bureau.id,
        idempotencyKey: 'home lamp',
      })
    ).json();
    const officer = await city.signIn(bureau.username);
    const link = `/needs/${need.id}`;
    await officer.post(`/api/cases/${one.id}/actions`, { action: 'extend', text: '要两天', days: 2 });
    expect(of(await home(asks), 'extension-to-decide')).toMatchObject([
      { subject: '厂门口的路灯坏了', firm: bureau.name, link },
    ]);
    await officer.post(`/api/cases/${one.id}/actions`, { action: 'answer', text: '已经修好' });
    expect(of(await home(asks), 'answer-to-confirm')).toMatchObject([
      { subject: '厂门口的路灯坏了', firm: bureau.name, link },
    ]);
    await asks.post(`/api/needs/${need.id}/confirmation`, { solved: true });
    expect(of(await home(asks), 'answer-to-confirm')).toEqual([]);
  });
});
