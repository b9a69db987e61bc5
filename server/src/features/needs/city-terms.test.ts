import { cityDay } from '@zhitong/domain/needs/city-day';
import type { OrderTerms } from '@zhitong/domain/needs/order-terms';
import type { CitySourcingTerms } from '@zhitong/domain/needs/sourcing-terms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer } from '#testing/test-world';

let world: TestApp;
let asBureau: TestClient;

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 100_000, absoluteHours: 2_000 } } });
  asBureau = await world.signIn('bureau');
});
afterAll(() => world.close());

const addresses = ['/api/order-terms', '/api/sourcing-terms'] as const;
type Address = (typeof addresses)[number];
interface Shown<Terms> {
  readonly rows: readonly { readonly from: string; readonly at: string; readonly reason: string | null }[];
  readonly current: { readonly from: string; readonly terms: Terms };
  readonly firms?: readonly { readonly id: string; readonly name: string }[];
}

const shown = async <Terms>(address: Address): Promise<Shown<Terms>> => (await asBureau.get(address)).json();

/** The terms as they are, changed in some places. */
async function change<Terms extends object>(address: Address, more: Partial<Terms>, of: object = {}) {
  const { rows, current } = await shown<Terms>(address);
  const seen = rows
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  const terms = { ...current.terms, ...more };
  return asBureau.put(address, { from: '2027-01-04', reason: '试行', seen, terms, ...of });
}
const changeOrders = (more: Partial<OrderTerms>, of?: object) => change<OrderTerms>('/api/order-terms', more, of);
const changeSourcing = (more: Partial<CitySourcingTerms>, of?: object) =>
  change<CitySourcingTerms>('/api/sourcing-terms', more, of);
const said = (reply: Awaited<ReturnType<typeof change>>) => [reply.statusCode, reply.json().code];

describe('the terms of supervision orders and of sourcing', () => {
  it('are read and changed by the bureau alone', async () => {
    for (const address of addresses) {
      expect(await shown(address)).toMatchObject({
        current: { from: '2000-01-01' },
        rows: [{ from: '2000-01-01', reason: null }],
      });
      for (const name of ['firm.buyer', 'handler.hrss', 'sysadmin', 'chief.medical']) {
        const other = await world.signIn(name);
        expect((await other.get(address)).statusCode, name).toBe(403);
        expect((await other.put(address, {})).statusCode, name).toBe(403);
      }
    }
  });

  it('hold from a day to come, with their reason; the same day planned again takes the place of the first plan', async () => {
    expect((await changeOrders({ signMinutes: 60, callMinutes: 900 })).statusCode).toBe(200);
    expect((await changeOrders({ signMinutes: 90 }, { reason: '改正' })).statusCode).toBe(200);
    expect(await shown('/api/order-terms')).toMatchObject({
      current: { from: '2000-01-01', terms: { signMinutes: 120 } },
      rows: [{ from: '2027-01-04', reason: '改正', terms: { signMinutes: 90, callMinutes: 2400 } }, {}],
    });
    const { ringMinutes } = (await shown<CitySourcingTerms>('/api/sourcing-terms')).current.terms;
    expect((await changeSourcing({ ringMinutes: { ...ringMinutes, city: 225 } })).statusCode).toBe(200);
    expect((await changeSourcing({ ringMinutes: { ...ringMinutes, city: 300 } })).statusCode).toBe(200);
    expect((await shown('/api/sourcing-terms')).rows).toMatchObject([{ terms: { ringMinutes: { city: 300 } } }, {}]);
  });

  it('are refused for today, without a change, and on what a colleague has overtaken', async () => {
    for (const address of addresses) {
      expect(said(await change(address, {}, { from: cityDay(world.effects.now()) }))).toEqual([
        422,
        'case-terms.not-ahead',
      ]);
      expect(said(await change(address, {}, { from: '2026-12-10' }))).toEqual([422, 'case-terms.nothing-changed']);
      expect((await change(address, {}, { reason: ' ' })).statusCode).toBe(400);
    }
    const stale = { from: '2026-12-10', seen: '2020-01-01T00:00:00Z' };
    expect(said(await changeOrders({ signMinutes: 30 }, stale))).toEqual([409, 'case-terms.overtaken']);
    expect(said(await changeSourcing({ urgentShare: 0.1 }, stale))).toEqual([409, 'case-terms.overtaken']);
    expect((await changeOrders({ signMinutes: 0 })).statusCode).toBe(400);
    expect((await changeSourcing({ urgentShare: 2 })).statusCode).toBe(400);
  });

  it('name firms with a quota of their own, which must be of the city and stand once for a list', async () => {
    const own = { organisationId: buyer.id, list: 'sourcing', open: 5, perDay: 2 } as const;
    const of = { from: '2027-02-01' };
    expect((await changeSourcing({ firmQuotas: [own] }, of)).statusCode).toBe(200);
    expect((await shown('/api/sourcing-terms')).firms).toEqual([{ id: buyer.id, name: buyer.name }]);
    expect(said(await changeSourcing({ firmQuotas: [own, own] }, of))).toEqual([422, 'case-terms.firm-quota']);
    const stranger = { ...own, organisationId: '01950000-0000-7000-8000-00000000ffff' };
    expect(said(await changeSourcing({ firmQuotas: [stranger] }, of))).toEqual([422, 'case-terms.firm-quota']);
  });

  it('are told live to the bureau, with who changed them and from when', async () => {
    expect((await changeOrders({ reviewMinutes: 240 }, { from: '2027-03-01' })).statusCode).toBe(200);
    await settle(world);
    const { entries } = (await asBureau.get('/api/inbox?limit=50')).json();
    const texts = entries.map(({ text }: { text: string }) => text);
    expect(texts.join('\n')).toContain('修改了督办时限，自 2027-03-01 起执行');
    expect(texts.join('\n')).toContain('修改了询源时限和定额，自 2027-02-01 起执行');
  });
});
