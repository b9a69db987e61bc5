import { pdf } from '@zhitong/domain/directory/evidence-samples';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bankA, circleMeltblown, meltblown, testCity } from '#testing/test-world';
import { upload } from '#testing/upload';

let house: TestApp;
let office: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  office = await house.signIn('bureau');
});
afterAll(() => house.close());

const password = '春天的海风真好听 2026';
const person = { name: '演示-新', phone: '138 0000 0000', username: 'xinqiye', password };
const newFirm = (name: string) => ({ name, creditCode: '' });
let callers = 0;
/** Each from an address of its own, so that the limits of one test are not another's. */
const register = (change: object = {}, address = `10.0.0.${++callers}`) =>
  house.stranger.post(
    '/api/registration',
    { firm: newFirm('威海新企业有限公司（演示）'), ...person, ...change },
    { 'x-forwarded-for': address },
  );
const codeOf = (reply: { statusCode: number; json: () => { code: string } }) => [reply.statusCode, reply.json().code];

/** Somebody who registered and is signed in, as the browser is afterwards. */
async function registered(change: object = {}): Promise<TestClient & { username: string }> {
  const { username } = (await register(change)).json();
  const reply = await house.stranger.post('/api/session', { username, password });
  expect(reply.statusCode, reply.body).toBe(200);
  const cookie = reply.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  const headers = { cookie };
  return {
    ...{ cookie, username },
    get: (url) => house.stranger.get(url, headers),
    post: (url, body) => house.stranger.post(url, body, headers),
    put: (url, body) => house.stranger.put(url, body, headers),
    del: (url) => house.stranger.del(url, headers),
  };
}

describe('finding one’s firm before one has an account', () => {
  const find = (q: string, address = '10.1.0.1') =>
    house.stranger.get(`/api/registration/firms?q=${encodeURIComponent(q)}`, { 'x-forwarded-for': address });

  it('answers name and place of firms, and nothing else of them', async () => {
    expect((await find('熔喷')).json()).toEqual({
      firms: [{ id: meltblown.id, name: meltblown.name, region: '高区' }],
    });
  });

  it('knows no department, no bank, no other city, and no single letter', async () => {
    expect((await find('工业和信息化')).json().firms).toEqual([]);
    expect((await find('海晏过滤')).json().firms).toEqual([]);
    expect((await find('威')).statusCode).toBe(400);
    expect((await find("%' or 1=1 --")).json().firms).toEqual([]);
    expect((await find('威海')).json().firms.length).toBeLessThanOrEqual(5);
  });

  it('is slowed down for an address that asks too often, and for no other', async () => {
    const replies = await Promise.all(Array.from({ length: 61 }, () => find('威海', '10.1.0.2')));
    expect(replies.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
    expect((await find('威海', '10.1.0.3')).statusCode).toBe(200);
  });
});

describe('registering', () => {
  it('gives an account that signs in, holds no post and sees only how its claim stands', async () => {
    const client = await registered();
    expect((await client.get('/api/session')).json()).toMatchObject({ status: 'signed-in', posts: [] });
    const { claim } = (await client.get('/api/registration')).json();
    expect(claim).toMatchObject({
      status: 'waiting',
      level: 'self-declared',
      firm: { name: '威海新企业有限公司（演示）', id: null },
    });
    for (const url of [
      '/api/organisations',
      '/api/needs',
      '/api/claims',
      '/api/deals',
      `/api/organisations/${meltblown.id}`,
    ])
      expect((await client.get(url)).statusCode, url).toBe(403);
  });

  it('puts digits behind every name, so that a name that is taken and a free one answer alike', async () => {
    const free = await register({ username: 'nobody-has-this' });
    const taken = await register({ username: 'firm.buyer' });
    expect(free.json().username).toMatch(/^nobody-has-this\d{4}$/);
    expect(taken.json().username).toMatch(/^firm\.buyer\d{4}$/);
    expect([free.statusCode, taken.statusCode]).toEqual([201, 201]);
  });

  it.each([
    [{ password: 'short' }, 'directory.password-too-short'],
    [{ password: 'xinqiye-xinqiye' }, 'directory.password-like-name'],
    [{ username: '<b>' }, 'directory.username-form'],
    [{ name: '<img src=x onerror=alert(1)>' }, 'registration.person-name'],
    [{ phone: '110' }, 'registration.phone'],
    [{ firm: { name: '<script>alert(1)</script>', creditCode: '' } }, 'registration.firm-name'],
    [{ firm: { name: '威海新企业有限公司', creditCode: '9.13502E+17' } }, 'registration.credit-code'],
    [{ firm: { id: '01900000-0000-7000-8000-00000000dead' } }, 'registration.firm-gone'],
    [{ firm: { id: circleMeltblown.id } }, 'registration.firm-gone'],
    [{ firm: { id: bankA.id } }, 'claims.not-a-firm'],
  ])('is refused with %j', async (change, code) => {
    const reply = await register(change);
    expect(reply.json().code).toBe(code);
    expect(reply.body).not.toContain(password);
  });

  it('acts by name in the trail, though it holds no post yet', async () => {
    const client = await registered();
    const next = '秋天的海浪也很好看 2026';
    expect((await client.put('/api/session/password', { present: password, next })).statusCode).toBe(200);
    const entries = await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('audit_entry')
        .innerJoin('person', (join) =>
          join.onRef('person.city', '=', 'audit_entry.city').onRef('person.id', '=', 'audit_entry.actor_person'),
        )
        .select(['action', 'actor_name', 'actor_role', 'address'])
        .where('action', 'in', ['password.changed', 'session.started'])
        .where('person.name', '=', person.name)
        .execute(),
    );
    const known = { actor_name: person.name, actor_role: null, address: expect.any(String) };
    expect(entries).toContainEqual({ action: 'password.changed', ...known });
    expect(entries).toContainEqual({ action: 'session.started', ...known });
  });

  it('makes no administrator and no operator, whatever else is sent along', async () => {
    const { username } = (
      await register({ role: 'operator', roles: ['system-administrator'], posts: [{ role: 'operator' }], demo: true })
    ).json();
    const reply = await house.stranger.post('/api/session', { username, password });
    expect(reply.json().posts).toEqual([]);
  });

  it('writes neither password nor telephone number into the trail or the events', async () => {
    await register({ phone: '13912345678' });
    const told = await inContext(house.database, { city: testCity, viewer: 'system' }, async (tx) => [
      ...(await tx.selectFrom('audit_entry').selectAll().where('city', '=', testCity).execute()),
      ...(await tx.selectFrom('event').selectAll().where('city', '=', testCity).execute()),
    ]);
    expect(JSON.stringify(told)).not.toMatch(/13912345678|海风/);
  });
});

describe('a registration', () => {
  it('takes papers, comes back with a reason, and becomes a firm with its manager when the bureau approves', async () => {
    const client = await registered({ firm: newFirm('威海净川熔喷新材料有限公司（演示）') });
    const file = await upload(house, client, { url: '/api/registration/evidence', name: '执照.pdf', content: pdf });
    expect(file.statusCode, file.body).toBe(201);
    const sent = await client.post('/api/registration/supplements', { evidence: [file.json().id] });
    const { id } = sent.json().claim;
    expect(sent.json().claim).toMatchObject({ level: 'documented', files: [{ name: '执照.pdf' }] });

    const seen = (await office.get(`/api/claims/${id}`)).json();
    expect(seen.claimant).toEqual({ name: '演示-新', organisation: null, phone: '13800000000' });
    expect((await office.post(`/api/evidence/${file.json().id}/links`, { purpose: 'review' })).statusCode).toBe(201);
    await office.post(`/api/claims/${id}/decision`, { decision: 'returned', code: 'unreadable' });
    expect((await client.get('/api/registration')).json().claim).toMatchObject({
      status: 'returned',
      actions: [{}, {}, { code: 'unreadable' }],
    });

    await client.post('/api/registration/supplements', { words: '原件已拍清' });
    const approved = await office.post(`/api/claims/${id}/decision`, { decision: 'approved' });
    expect(approved.json().claim).toMatchObject({ status: 'approved', firm: { id } });
    expect((await office.post(`/api/claims/${id}/decision`, { decision: 'verified' })).json().claim.level).toBe(
      'verified',
    );
    house.effects.pass(10_000);
    const { posts } = (await client.get('/api/session')).json();
    expect(posts).toMatchObject([{ organisation: { name: '威海净川熔喷新材料有限公司（演示）' }, role: 'manager' }]);
    expect((await client.get(`/api/organisations/${id}`)).statusCode).toBe(200);
  });

  it('shows the bureau firms that look alike before a second one of the same firm is entered', async () => {
    const client = await registered({ firm: newFirm('净川熔喷材料有限责任公司') });
    const { id } = (await client.get('/api/registration')).json().claim;
    const [alike] = (await office.get(`/api/claims/${id}`)).json().alike;
    expect(alike.organisation).toMatchObject({ id: meltblown.id, name: meltblown.name });
    // the same words as in the queue of doubles: it is the same matcher
    expect(alike.reasons.map(({ speaks }: { speaks: string }) => speaks)).toContain('for');
  });

  it('of a firm somebody speaks for is a contest', async () => {
    const client = await registered({ firm: { id: meltblown.id } });
    const { claim } = (await client.get('/api/registration')).json();
    expect(claim).toMatchObject({ contest: true, firm: { id: meltblown.id } });
    expect(claim).not.toHaveProperty('holders');
  });

  it('is nobody else’s to see, and its files neither', async () => {
    const [one, other] = [await registered(), await registered()];
    const { id } = (await one.get('/api/registration')).json().claim;
    expect((await other.get('/api/registration')).json().claim.id).not.toBe(id);
    const file = (await upload(house, one, { url: '/api/registration/evidence', name: 'a.pdf', content: pdf })).json();
    const stolen = await other.post('/api/registration/supplements', { evidence: [file.id] });
    expect(codeOf(stolen)).toEqual([422, 'claims.evidence-unknown']);
    const firm = await house.signIn('firm.buyer');
    expect((await firm.post(`/api/evidence/${file.id}/links`, { purpose: 'own-check' })).statusCode).toBe(404);
  });

  it('can be taken back, and then no more papers are added', async () => {
    const client = await registered();
    expect((await client.post('/api/registration/withdrawal')).json().claim.status).toBe('withdrawn');
    expect(codeOf(await client.post('/api/registration/supplements', { words: 'x' }))).toEqual([409, 'claims.not-now']);
  });

  it('is there for whoever registered only', async () => {
    expect((await house.stranger.get('/api/registration')).statusCode).toBe(401);
    expect(codeOf(await office.get('/api/registration'))).toEqual([404, 'registration.none']);
  });
});

describe('an address that registers again and again', () => {
  it('is slowed down after ten times in an hour', async () => {
    const weak = () => register({ password: 'short' }, '10.2.0.1');
    for (let n = 0; n < 10; n++) expect((await weak()).statusCode).toBe(422);
    expect(codeOf(await weak())).toEqual([429, 'registration.too-often']);
    house.effects.pass(60 * 60_000);
    expect((await weak()).statusCode).toBe(422);
  });
});
