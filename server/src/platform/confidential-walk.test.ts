import { Workbook } from 'exceljs';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiOperation, listApiOperations } from '#testing/api-operations';
import { act, submitProblem } from '#testing/case-play';
import { anOffer, askOf, submitFunding } from '#testing/funding-play';
import { goodQuote, publish, quote, settle } from '#testing/loop-play';
import { type OwnedThings, writeOwnedThings } from '#testing/owned-things';
import { requestOf } from '#testing/sample-request';
import { answer, sheetAskOf, submitTechnology, take } from '#testing/technology-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { rodOffer } from '#testing/test-offers';
import {
  bankA,
  bankB,
  bureau,
  centreA,
  centreB,
  chainOffice,
  circleMeltblown,
  hrss,
  investBureau,
  meltblown,
  secondOfficer,
  tackle,
  testColleagues,
  universityA,
} from '#testing/test-world';

/** Something that may be read by few, in a spelling that occurs nowhere else. */
interface Secret {
  readonly what: string;
  readonly text: string;
  /** user names of those who may read it */
  readonly readers: readonly string[];
}

const price = 7_654_321;
const loanFen = 300_123_456;
const courting = [bureau, investBureau, chainOffice].map(({ username }) => username);
const secrets: readonly Secret[] = [
  {
    what: 'telephone number of a firm',
    text: tackle.phone,
    // circleMeltblown has a deal with it
    readers: [tackle.username, circleMeltblown.username, bureau.username],
  },
  {
    what: 'price of a quote',
    text: String(price),
    readers: [tackle.username, meltblown.username, bureau.username],
  },
  { what: 'note in a quote', text: '暗号乙', readers: [tackle.username, meltblown.username, bureau.username] },
  {
    what: 'words of a need',
    text: '暗号甲',
    // the suppliers it was matched with have their copy of it
    readers: [tackle.username, meltblown.username, circleMeltblown.username, bureau.username],
  },
  {
    what: 'words of a request',
    text: '暗号丙',
    readers: [tackle.username, hrss.username, bankA.username, bureau.username],
  },
  // what bodies say to each other is not for the firm
  { what: 'answer of a helper', text: '暗号丁', readers: [hrss.username, bankA.username, bureau.username] },
  // a bank reads neither what another was asked nor what it offers; the desk and the bureau read neither price nor reason
  {
    what: 'words of a wish for money',
    text: '暗号戊',
    readers: [tackle.username, hrss.username, bankA.username, bankB.username, bureau.username],
  },
  { what: 'offer of a bank', text: '暗号己', readers: [tackle.username, bankA.username] },
  { what: 'amount of a bank’s offer', text: String(loanFen), readers: [tackle.username, bankA.username] },
  { what: 'what would change a bank’s mind', text: '暗号庚', readers: [tackle.username, bankB.username] },
  // an answerer reads neither another's answer nor its evidence; who answers for the case and the bureau read the sheet alone
  {
    what: 'words of a technology need',
    text: '暗号辛',
    readers: [tackle, hrss, centreA, centreB, universityA, bureau].map(({ username }) => username),
  },
  {
    what: 'metric of a target sheet',
    text: '暗号指标',
    readers: [tackle, hrss, centreA, centreB, universityA, bureau].map(({ username }) => username),
  },
  { what: 'note of an answer', text: '暗号壬', readers: [tackle.username, universityA.username] },
  { what: 'evidence of an answer', text: '暗号癸', readers: [tackle.username, centreA.username] },
  // whom the city wants to win is for those who court it: no firm learns of a target, not even who has one in its name
  { what: 'name of a target', text: '招商暗号子', readers: courting },
  { what: 'note about a target', text: '招商暗号丑', readers: courting },
  { what: 'note about premises', text: '招商暗号寅', readers: courting },
  { what: 'price a firm usually asks', text: String(rodOffer.priceFen), readers: [tackle.username] },
];

let world: TestApp;
let reads: readonly ApiOperation[];
let things: readonly OwnedThings[];

beforeAll(async () => {
  world = await createTestApp();
  reads = listApiOperations(world.app).filter(({ method, path }) => method === 'GET' && path !== '/api/live');
  const [asker, supplier] = await Promise.all([world.signIn(tackle.username), world.signIn(meltblown.username)]);
  const need = await publish(asker, '急需熔喷布 5 吨/天，BFE≥95，本周交货，暗号甲');
  const quoted = await quote(world, supplier, need);
  const told = { ...goodQuote, priceFen: price, note: '暗号乙' };
  const amended = await supplier.put(`/api/matches/${quoted.matchId}/responses`, told);
  if (amended.statusCode !== 200) throw new Error(amended.body);
  const request = await submitProblem(asker, { body: hrss.id, text: '宿舍电价太高，暗号丙' });
  const handler = await world.signIn(hrss.username);
  await act(handler, request.caseId, 'ask-helper', { to: bankA.id, text: '请核对' });
  await act(await world.signIn(bankA.username), request.caseId, 'help', { text: '暗号丁' });
  const wish = await submitFunding(asker, { body: hrss.id, banks: [bankA.id, bankB.id], text: '流动资金，暗号戊' });
  const [asA, asB] = [await world.signIn(bankA.username), await world.signIn(bankB.username)];
  const asks = { a: await askOf(asA, '流动资金，暗号戊'), b: await askOf(asB, '流动资金，暗号戊') };
  await asA.post(`/api/funding/${asks.a}/offer`, { ...anOffer, amountFen: loanFen, note: '暗号己' });
  await asB.post(`/api/funding/${asks.b}/decline`, { reason: 'papers-missing', change: '暗号庚' });
  const technology = await askScience(asker);
  await settle(world);
  const { newId } = world.effects;
  const own = await writeOwnedThings(world.database, { owner: tackle, other: circleMeltblown, newId });
  things = [
    own,
    { ...own, need: request.needId, case: request.caseId },
    { ...own, need: wish.needId, case: wish.caseId, ask: asks.a },
    { ...own, need: wish.needId, case: wish.caseId, ask: asks.b },
    ...technology.asks.map((sheetAsk) => ({ ...own, need: technology.needId, case: technology.caseId, sheetAsk })),
    { ...own, need, match: quoted.matchId, received: quoted.matchId, offer: rodOffer.id },
  ];
}, 240_000);
afterAll(() => world.close());

/** A technology need that one centre took over and answers, beside a university. */
async function askScience(asker: TestClient): Promise<{ needId: string; caseId: string; asks: readonly string[] }> {
  const targets = [{ metric: '强度暗号指标', operator: '>=', value: 80, unit: 'MPa' }];
  const wish = { body: hrss.id, text: '碳纤维板材层间强度，暗号辛', targets };
  const { needId, caseId, text } = await submitTechnology(asker, wish);
  const [centre, university] = [await world.signIn(centreA.username), await world.signIn(universityA.username)];
  const asks = [(await sheetAskOf(centre, text)) ?? '', (await sheetAskOf(university, text)) ?? ''] as const;
  await take(centre, asks[0]);
  const met = { target: 1, verdict: 'met', value: 90, evidence: '检测报告', day: '2026-11-12' };
  await answer(university, asks[1], { items: [met], note: '暗号壬' });
  await answer(centre, asks[0], { items: [{ ...met, evidence: '检测报告暗号癸' }] });
  return { needId, caseId, asks };
}

/** Where all organisations of the city are listed and searched by everybody. */
const publicAddresses = ['GET /api/organisations', 'GET /api/welcome'];

/** Everything one person gets to read: every list, and every address of every thing. */
async function everythingRead(username: string, about = things): Promise<readonly { name: string; body: string }[]> {
  const client = await world.signIn(username);
  const read: { name: string; body: string }[] = [];
  for (const operation of reads)
    for (const named of operation.pathParameters.length > 0 ? about : about.slice(0, 1)) {
      const { url, query } = requestOf(operation, named);
      const reply = await world.app.inject({ method: 'GET', url, query, headers: { cookie: client.cookie } });
      read.push({ name: operation.name, body: await textOf(reply) });
    }
  return read;
}

/** A sheet is packed: its cells are what is read. */
async function textOf({ headers, rawPayload, body }: LightMyRequestResponse): Promise<string> {
  if (!String(headers['content-type']).includes('spreadsheetml')) return body;
  const workbook = new Workbook();
  // exceljs declares an older Buffer than this Node's
  await workbook.xlsx.load(Uint8Array.from(rawPayload).buffer);
  const cells: string[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => cells.push(`${cell.text} ${String(cell.value)}`)));
  return cells.join('\n');
}

/** A second officer of the bureau reads what the first one does. */
const asWhom = (username: string) => (username === secondOfficer.username ? bureau.username : username);

describe('what is confidential', () => {
  it.each(testColleagues.map(({ username }) => username))(
    'is absent from every reply to %s that it is not meant for',
    async (username) => {
      const leaks: string[] = [];
      for (const { name, body } of await everythingRead(username))
        for (const { what, text, readers } of secrets)
          if (!readers.includes(asWhom(username)) && body.includes(text)) leaks.push(`${what} in ${name}`);
      expect(leaks).toEqual([]);
    },
    240_000,
  );

  it.each([
    [bankA, bankB],
    [bankB, bankA],
  ])(
    'keeps from one bank that another was asked at all: $name reads no word of the other',
    async (reader, other) => {
      const told = (await everythingRead(reader.username, things.slice(2, 4)))
        // that the other bank is there is public, as every organisation is
        .filter(({ name }) => !publicAddresses.some((beginning) => name.startsWith(beginning)))
        .filter(({ body }) => body.includes(other.name) || body.includes(other.id))
        .map(({ name }) => name);
      expect(told).toEqual([]);
    },
    240_000,
  );

  it('is there for those it is meant for: the walk above would see it', async () => {
    for (const username of new Set(secrets.flatMap(({ readers }) => readers))) {
      const all = (await everythingRead(username)).map(({ body }) => body).join('\n');
      const missing = secrets.filter(({ readers, text }) => readers.includes(username) && !all.includes(text));
      expect([username, missing.map(({ what }) => what)]).toEqual([username, []]);
    }
  }, 240_000);
});
