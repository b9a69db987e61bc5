import { expect, test } from 'vitest';
import { demoDay, offerById, demoCity as rows } from './demo-fixture.ts';

/** Words the product does not use (screens.md §1.3): slogans, and blame. */
const forbidden = /赋能|抓手|闭环|智能|打造|助力|！|您.*有误/;

test('nothing reads like a slogan', () => {
  const texts = [
    ...rows.needs.map(({ text }) => text),
    ...rows.organisations.flatMap(({ duty, name }) => [duty ?? '', name]),
    ...rows.responses.map(({ note }) => note ?? ''),
    ...rows.rejections.map(({ note }) => note ?? ''),
    ...rows.offers.map(({ productText }) => productText),
  ];
  expect(texts.filter((text) => forbidden.test(text))).toEqual([]);
});

test('no place of a template is left open and no comma stands alone', () => {
  const broken = rows.needs.filter(({ text }) => /[{}]|，，|。。|，。|：。|^[，。]|，$|undefined|NaN|null/m.test(text));
  expect(broken.map(({ text }) => text)).toEqual([]);
});

test('the text asks for what the chips hold', () => {
  for (const { text, limits, certificates, place } of rows.needs) {
    for (const { value } of limits) expect(text).toContain(String(value));
    if (place !== null) expect(text).toContain(place.text);
    // Written by hand, a text may say 二类证 where the chip says the full name.
    if (certificates.length > 0) expect(text).toMatch(/证|资质|ISO|认|IATF|HACCP|OEKO|登记号|批件|凭证/);
  }
});

test('texts differ: no two needs read the same', () => {
  expect(new Set(rows.needs.map(({ text }) => text)).size).toBeGreaterThan(rows.needs.length * 0.99);
});

test('open needs have their deadline ahead, ended ones behind', () => {
  for (const { state, deadline, closedAt, publishedAt } of rows.needs) {
    expect(publishedAt < demoDay).toBe(true);
    if (state === 'open') expect([closedAt, (deadline ?? '') > demoDay]).toEqual([null, true]);
    else expect(closedAt !== null && closedAt > publishedAt && closedAt <= `${demoDay}T00:00:00+08:00`).toBe(true);
  }
});

test('all ways a need can end occur', () => {
  expect(new Set(rows.needs.map(({ state }) => state))).toEqual(new Set(['open', 'chosen', 'withdrawn', 'expired']));
});

test('about a fifth of the offers leave something unknown, and some certificates have run out', () => {
  const usual = new Map<string, number>();
  for (const { productId } of rows.productLimits) usual.set(productId, (usual.get(productId) ?? 0) + 1);
  const incomplete = rows.offers.filter(
    (offer) =>
      offer.capacity === null ||
      offer.leadDays === null ||
      offer.limits.length < (usual.get(offer.productId ?? '') ?? 0) ||
      offer.certificates.some(({ validUntil }) => validUntil === undefined),
  );
  expect(incomplete.length / rows.offers.length).toBeGreaterThan(0.15);
  expect(incomplete.length / rows.offers.length).toBeLessThan(0.25);
  expect(
    rows.offers.filter(({ certificates }) => certificates.some((held) => (held.validUntil ?? '9') < demoDay)).length,
  ).toBeGreaterThan(50);
});

test('the meltblown maker of the demo makes 6 t/day at BFE 98, and has not registered its weight', () => {
  const owner = rows.posts.find(
    (post) => post.personId === rows.signIns.find((row) => row.username === 'firm.meltblown')?.personId,
  );
  const offer = rows.offers.find(
    (row) => row.organisationId === owner?.organisationId && row.productId === 'meltblown-cloth',
  );
  expect(offer?.capacity).toEqual({ amount: 6, unit: '吨', per: 'day' });
  expect(offer?.limits.find(({ name }) => name === 'BFE')).toMatchObject({ low: 98, high: 98, date: '2026-09-02' });
  expect(offer?.limits.some(({ name }) => name === '克重')).toBe(false);
});

test('each demo firm has something waiting: needs of its own and needs it could serve', () => {
  const buyers = new Set(
    rows.signIns.filter(({ username }) => username.startsWith('firm.')).map(({ personId }) => personId),
  );
  const firms = rows.posts.filter(({ personId }) => buyers.has(personId)).map(({ organisationId }) => organisationId);
  const open = rows.needs.filter(({ state }) => state === 'open');
  for (const firm of firms) {
    expect(open.some((need) => need.organisationId === firm)).toBe(true);
    expect(
      open.filter((need) => need.asked.some((id) => offerById.get(id)?.organisationId === firm)).length,
    ).toBeGreaterThanOrEqual(2);
  }
});
