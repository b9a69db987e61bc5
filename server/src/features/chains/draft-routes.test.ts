import { draftActions, foldDraft } from '@zhitong/domain/chains/draft-state';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { draftDay, draftPlay, outcomeOf, twoChain } from '#testing/draft-play';
import { maskChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { testCity } from '#testing/test-world';

let world: TestApp;
let play: Awaited<ReturnType<typeof draftPlay>>;
let asBuyer: TestClient;
let asChief: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  play = await draftPlay(world);
  [asBuyer, asChief] = await Promise.all([world.signIn('firm.buyer'), world.signIn('chief.medical')]);
});
afterAll(() => world.close());

describe('a draft of the next version', () => {
  it('is a copy of the last one, is saved, handed in, published by another, and is in force', async () => {
    const id = await play.drafted();
    const { draft, before, products } = await play.draftOf(id);
    expect(draft).toMatchObject({
      number: 2,
      state: 'draft',
      edition: 1,
      problems: [],
      actions: ['save', 'send', 'discard'],
    });
    expect(draft.content).toEqual(maskChain);
    expect(before).toEqual({ number: 1, validFrom: '2026-01-01', validTo: null });
    expect(products).toContainEqual({ id: 'surgical-mask', name: '医用外科口罩' });
    expect((await play.save(id, { content: twoChain })).json().draft.edition).toBe(2);
    expect((await play.act(id, 'send', { seen: 2 })).json().version).toMatchObject({ state: 'review', edition: 3 });
    expect((await play.draftOf(id)).draft.actions).toEqual(['return']);
    expect((await play.draftOf(id, play.asSecond)).draft.actions).toEqual(['return', 'publish']);
    const published = await play.act(id, 'publish', { seen: 3, client: play.asSecond });
    expect(published.json().version, published.body).toEqual({ number: 2, state: 'published', edition: 4 });
    const { chain, segments, versions } = (await asBuyer.get(`/api/chains/${id}`)).json();
    expect(chain).toMatchObject({ name: twoChain.name, version: 2, validFrom: draftDay, validTo: null });
    expect(segments.map((one: { id: string }) => one.id)).toContain('base');
    expect(versions[0]).toMatchObject({ number: 1, validTo: draftDay });
    expect(outcomeOf(await play.asOfficer.get(`/api/chains/${id}/draft`))).toEqual([404, 'chains.no-draft']);
  });

  it('comes back with a reason that whoever drew it reads, and is handed in once more', async () => {
    const id = await play.drafted();
    await play.act(id, 'send');
    expect(outcomeOf(await play.act(id, 'return', { seen: 2, client: play.asSecond }))).toEqual([
      422,
      'chains.no-reason',
    ]);
    await play.act(id, 'return', { seen: 2, client: play.asSecond, reason: '缺牵头部门' });
    const { draft } = await play.draftOf(id);
    expect(draft.state).toBe('draft');
    expect(draft.history.at(-1)).toMatchObject({ action: 'return', by: '演示-酉', reason: '缺牵头部门' });
    expect((await play.act(id, 'send', { seen: 3 })).json().version.state).toBe('review');
  });

  it('is thrown away, and the next one begins anew', async () => {
    const id = await play.drafted();
    await play.save(id, { content: twoChain });
    expect((await play.act(id, 'discard', { seen: 2 })).json().version.state).toBe('discarded');
    const begun = (await play.asOfficer.post(`/api/chains/${id}/drafts`)).json().draft;
    expect(begun).toEqual({ number: 3, edition: 1 });
    expect((await play.draftOf(id)).draft.content.name).toBe(maskChain.name);
  });

  it('is one, however many begin it, and a click sent twice is one', async () => {
    const id = await play.drafted();
    const again = await Promise.all(
      [play.asOfficer, play.asSecond].map((client) => client.post(`/api/chains/${id}/drafts`)),
    );
    expect(again.map((reply) => reply.json().draft)).toEqual([
      { number: 2, edition: 1 },
      { number: 2, edition: 1 },
    ]);
    expect((await play.save(id, { content: twoChain })).json().draft.edition).toBe(2);
    expect((await play.save(id, { content: twoChain })).json().draft.edition).toBe(2);
    await play.act(id, 'send', { seen: 2 });
    expect((await play.act(id, 'send', { seen: 2 })).json().version.edition).toBe(3);
    const twice = await Promise.all([1, 2].map(() => play.act(id, 'publish', { seen: 3, client: play.asSecond })));
    expect(twice.map((reply) => reply.statusCode)).toEqual([200, 200]);
  });

  it('is not written over: who comes second is told who saved, and when it is read anew can go on', async () => {
    const id = await play.drafted();
    await play.save(id, { content: twoChain });
    const late = await play.save(id, { client: play.asSecond });
    expect(outcomeOf(late)).toEqual([409, 'chains.draft-changed']);
    expect(late.json().message).toBe('演示-甲已存了更新的一稿（第 2 次保存）。您的改动没有保存，请重新载入');
    expect((await play.save(id, { seen: 2, client: play.asSecond })).json().draft.edition).toBe(3);
  });

  it('is there as it was saved on another node, and after a restart', async () => {
    const id = await play.drafted();
    await play.save(id, { content: twoChain });
    const node = await createTestApp({ beside: { url: world.database.url, ownerUrl: world.ownerUrl } });
    expect((await play.draftOf(id, await node.signIn('bureau'))).draft.content).toEqual(twoChain);
    await node.close();
  });
});

describe('the state of a version', () => {
  it('is what its accepted actions have led to, of every version these tests have made', async () => {
    const id = await play.drafted();
    await play.act(id, 'send');
    await play.act(id, 'return', { seen: 2, client: play.asSecond, reason: '再看一遍' });
    const versions = await inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
      const of = tx.selectFrom('chain_version').select(['chain_id', 'number', 'state', 'edition']);
      const rows = await of.where('city', '=', testCity).where('number', '>', 1).execute();
      return Promise.all(rows.map(async (row) => ({ row, deeds: await deedsOf(tx, row) })));
    });
    expect(versions.length).toBeGreaterThan(3);
    for (const { row, deeds } of versions) {
      expect(foldDraft(deeds)).toBe(row.state);
      expect(deeds.map(({ seq }) => seq)).toEqual(Array.from({ length: row.edition }, (_, at) => at + 1));
    }
  });
});

async function deedsOf(tx: Tx, { chain_id, number }: { chain_id: string; number: number }) {
  const rows = await tx
    .selectFrom('chain_action')
    .select(['seq', 'action', 'person_id'])
    .where('city', '=', testCity)
    .where('chain_id', '=', chain_id)
    .where('number', '=', number)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    ...{ seq: row.seq, personId: row.person_id },
    action: draftActions.find((action) => action === row.action) ?? 'begin',
  }));
}

describe('a product that stands in two chains', () => {
  it('is allowed, and said', async () => {
    const [first, second] = [await play.drafted(), await play.drafted()];
    const { draft } = await play.draftOf(second);
    expect(draft.problems).toEqual([]);
    expect(draft.notes).toContainEqual({
      product: { id: 'meltblown-cloth', name: '熔喷布' },
      chain: maskChain.name,
    });
    expect(first).not.toBe(second);
  });
});

describe('a chain that is not there yet', () => {
  const wish = { name: '氢能产业链（演示）', slug: 'hydrogen', idempotencyKey: 'a key of this test' };

  it('begins with an empty draft, once for two clicks, and is on no list before it is published', async () => {
    const made = await Promise.all([1, 2].map(() => play.asOfficer.post('/api/chains', wish)));
    const ids = made.map((reply) => reply.json().chain.id);
    expect(ids[0]).toBe(ids[1]);
    expect((await play.draftOf(ids[0])).before).toBeNull();
    const { drafts } = (await play.asOfficer.get('/api/chains/drafts')).json();
    expect(drafts).toContainEqual(
      expect.objectContaining({ chain: { id: ids[0], slug: 'hydrogen', name: wish.name } }),
    );
    const { chains } = (await asBuyer.get('/api/chains')).json();
    expect(chains.map((one: { slug: string }) => one.slug)).not.toContain('hydrogen');
    const other = await play.asSecond.post('/api/chains', { ...wish, idempotencyKey: 'another key' });
    expect(outcomeOf(other)).toEqual([409, 'chains.slug-taken']);
  });

  it('may be in force from a day gone by: it rewrites nothing', async () => {
    const { chain } = (
      await play.asOfficer.post('/api/chains', { ...wish, slug: 'past', idempotencyKey: 'the key of past' })
    ).json();
    await play.save(chain.id, { content: twoChain, validFrom: '2020-09-14' });
    await play.act(chain.id, 'send', { seen: 2 });
    expect((await play.act(chain.id, 'publish', { seen: 3, client: play.asSecond })).statusCode).toBe(200);
    expect((await asBuyer.get(`/api/chains/${chain.id}?at=2021-01-01`)).statusCode).toBe(200);
  });
});

describe('a draft', () => {
  it('is drawn, read and published by the bureau alone', async () => {
    const id = await play.drafted();
    for (const client of [asBuyer, asChief]) {
      for (const address of ['/api/chains/drafts', `/api/chains/${id}/draft`])
        expect((await client.get(address)).statusCode).toBe(403);
      expect((await client.post(`/api/chains/${id}/drafts`)).statusCode).toBe(403);
      expect((await play.save(id, { client })).statusCode).toBe(403);
      expect((await play.act(id, 'send', { client })).statusCode).toBe(403);
      expect((await client.get(`/api/chains/${id}/versions/2/file?format=json`)).statusCode).toBe(404);
      expect((await client.get(`/api/chains/${id}/versions/1/file?format=json`)).statusCode).toBe(200);
    }
  });

  it('tells the bureau when it waits for a second person, and everybody who answers for the chains when it is published', async () => {
    const id = await play.drafted();
    await play.save(id, { content: twoChain });
    await play.act(id, 'send', { seen: 2 });
    const news = async (client: TestClient): Promise<readonly string[]> =>
      (await client.get('/api/inbox')).json().entries.map(({ text }: { text: string }) => text);
    const soon = (client: TestClient) => expect.poll(() => news(client), { timeout: 20_000 });
    await soon(play.asSecond).toContain(`${twoChain.name}第 2 版已送审，请另一位同事审核（演示-甲）`);
    await play.act(id, 'publish', { seen: 3, client: play.asSecond });
    await soon(asChief).toContain(`${twoChain.name}第 2 版已发布，2026年11月23日起生效：4 个产品，弱项 3`);
    expect((await news(asChief)).some((line) => line.includes('送审'))).toBe(false);
  });
});
