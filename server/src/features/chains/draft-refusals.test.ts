import type { ChainContent } from '@zhitong/domain/chains/chain-map';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { draftDay, draftPlay, outcomeOf } from '#testing/draft-play';
import { maskChain, writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp } from '#testing/test-app';
import { testCity } from '#testing/test-world';

let world: TestApp;
let play: Awaited<ReturnType<typeof draftPlay>>;

beforeAll(async () => {
  world = await createTestApp();
  play = await draftPlay(world);
});
afterAll(() => world.close());

describe('a draft that is refused', () => {
  const [material, cloth, mask] = maskChain.segments;

  it.each([
    {
      what: 'with a cycle',
      content: { ...maskChain, links: [...maskChain.links, { from: 'mask', to: 'material' }] },
      code: 'chains.cycle',
      words: '“材料→熔喷布→口罩→材料”构成循环，未保存',
    },
    {
      what: 'with a product in two segments',
      content: { ...maskChain, segments: [material, cloth, { ...mask, products: ['meltblown-cloth'] }] },
      code: 'chains.product-twice',
      words: '熔喷布',
    },
    {
      what: 'with a product nobody knows',
      content: { ...maskChain, segments: [material, cloth, { ...mask, products: ['ghost'] }] },
      code: 'chains.unknown-product',
      words: 'ghost',
    },
    {
      what: 'with a link into nothing',
      content: { ...maskChain, links: [{ from: 'mask', to: 'ghost' }] },
      code: 'chains.loose-link',
      words: 'ghost',
    },
    {
      what: 'with a segment twice',
      content: { ...maskChain, segments: [material, cloth, { ...mask, id: 'cloth' }], links: [] },
      code: 'chains.segment-twice',
      words: '口罩',
    },
    {
      what: 'with a name twice',
      content: { ...maskChain, segments: [material, cloth, { ...mask, name: '熔喷布' }] },
      code: 'chains.name-twice',
      words: '熔喷布',
    },
    {
      what: 'with a body nobody knows',
      content: { ...maskChain, leaderId: '01900000-0000-7000-8000-00000000dead' },
      code: 'chains.unknown-body',
      words: '链主',
    },
  ])('when it is saved $what', async ({ content, code, words }) => {
    const id = await play.drafted();
    const reply = await play.save(id, { content: content as ChainContent });
    expect(outcomeOf(reply)).toEqual([422, code]);
    expect(reply.json().message).toContain(words);
    expect((await play.draftOf(id)).draft.edition).toBe(1);
  });

  it.each([
    { what: 'without a segment', content: { ...maskChain, segments: [], links: [] }, code: 'chains.no-segments' },
    {
      what: 'with an empty segment',
      content: { ...maskChain, segments: [material, cloth, { ...mask, products: [] }] },
      code: 'chains.empty-segment',
    },
    { what: 'from a day gone by', validFrom: '2026-11-22', code: 'chains.from-past' },
    { what: 'from the day of the version before', validFrom: '2026-01-01', code: 'chains.from-before-last' },
  ])('when it is handed in $what, and before that it is said beside the map', async ({ content, validFrom, code }) => {
    const id = await play.drafted();
    const { draft } = (
      await play.save(id, { ...(content && { content: content as ChainContent }), ...(validFrom && { validFrom }) })
    ).json();
    expect(draft.problems.map((one: { code: string }) => one.code)).toContain(code);
    expect(outcomeOf(await play.act(id, 'send', { seen: 2 }))).toEqual([422, code]);
  });

  it('when it would overlap with a version whose end is named', async () => {
    const id = await play.drafted();
    await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .updateTable('chain_version')
        .set({ valid_to: '2027-06-01' })
        .where('city', '=', testCity)
        .where('chain_id', '=', id)
        .where('number', '=', 1)
        .execute(),
    );
    expect(outcomeOf(await play.act(id, 'send'))).toEqual([422, 'chains.overlap']);
  });

  it('when products are made from each other in the product graph, which it names', async () => {
    const first = await createTestApp();
    const id = await inContext(first.database, { city: testCity, viewer: 'system' }, async (tx) => {
      const ends = { from_id: 'pp-meltblown-resin', to_id: 'surgical-mask', kind: 'made-from' };
      await tx
        .insertInto('product_relation')
        .values({ ...ends, weight: 1, source: 'test' })
        .execute();
      return writeChain(tx, testCity, { newId: first.effects.newId, at: '2026-11-01T09:00:00+08:00' });
    });
    // a node that starts reads the graph as it is now
    const node = await createTestApp({ beside: { url: first.database.url, ownerUrl: first.ownerUrl } });
    await first.close();
    const client = await node.signIn('bureau');
    await client.post(`/api/chains/${id}/drafts`);
    const reply = await play.act(id, 'send', { client });
    await node.close();
    expect(outcomeOf(reply)).toEqual([422, 'chains.made-from-cycle']);
    expect(reply.json().message).toContain('聚丙烯熔喷专用料→熔喷布→医用外科口罩→聚丙烯熔喷专用料');
  });

  it('when whoever handed it in wants to publish it', async () => {
    const id = await play.drafted();
    await play.act(id, 'send');
    expect(outcomeOf(await play.act(id, 'publish', { seen: 2 }))).toEqual([403, 'chains.same-person']);
  });

  it('when it is changed in review, published from the draft, or acted on as somebody saw it earlier', async () => {
    const id = await play.drafted();
    expect(outcomeOf(await play.act(id, 'publish', { client: play.asSecond }))).toEqual([409, 'chains.draft-state']);
    await play.act(id, 'send');
    expect(outcomeOf(await play.save(id, { seen: 2 }))).toEqual([409, 'chains.draft-state']);
    expect(outcomeOf(await play.act(id, 'publish', { seen: 1, client: play.asSecond }))).toEqual([
      409,
      'chains.draft-changed',
    ]);
  });

  it('in English as in Chinese', async () => {
    const id = await play.drafted();
    const body = { seen: 1, validFrom: draftDay, content: { ...maskChain, links: [{ from: 'mask', to: 'mask' }] } };
    const reply = await play.asOfficer.put(`/api/chains/${id}/draft`, body, { 'accept-language': 'en' });
    expect(reply.json().message).toBe('“口罩→口罩” is a cycle; nothing was saved');
  });
});
