import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '#testing/test-app';

/** Who calls, as the limits count it: nobody gets around them by another way of writing an address, or by a made-up one. */
let house: TestApp;
beforeAll(async () => {
  house = await createTestApp({
    settings: { rates: { address: 3, account: 1_000 }, trustedProxies: ['10.9.0.0/16'] },
  });
});
afterAll(() => house.close());

/** Asks from an address of the wire, through whoever it says it stands for. */
async function ask(remoteAddress: string, { url = '/api/welcome', forwarded = '' } = {}) {
  const headers = { host: 'localhost', ...(forwarded && { 'x-forwarded-for': forwarded }) };
  return house.app.inject({ method: 'GET', url, remoteAddress, headers });
}

async function statuses(times: number, call: (n: number) => ReturnType<typeof ask>): Promise<readonly number[]> {
  const seen: number[] = [];
  for (let n = 0; n < times; n += 1) seen.push((await call(n)).statusCode);
  return seen;
}

describe('the limit of an address', () => {
  it('counts /%61pi/ as what it is, and keeps its answers out of every cache', async () => {
    expect((await ask('203.0.113.1', { url: '/%61pi/welcome' })).headers['cache-control']).toBe('no-store');
    expect(await statuses(3, () => ask('203.0.113.1', { url: '/%61pi/welcome' }))).toEqual([200, 200, 429]);
  });

  it('counts a whole IPv6 network as one caller: one house has more addresses than there are grains of sand', async () => {
    expect(await statuses(4, (n) => ask(`2001:db8:0:7::${n + 1}`))).toEqual([200, 200, 200, 429]);
    expect((await ask('2001:db8:0:8::1')).statusCode).toBe(200);
  });

  it('counts the people behind a proxy the operator named one by one', async () => {
    expect(await statuses(6, (n) => ask('10.9.1.2', { forwarded: `198.51.100.${n}` }))).toEqual(Array(6).fill(200));
  });

  it('does not believe anybody else about who calls', async () => {
    expect(await statuses(4, (n) => ask('203.0.113.9', { forwarded: `198.51.100.${n}` }))).toEqual([
      200, 200, 200, 429,
    ]);
  });
});
