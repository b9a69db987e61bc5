import { expect, test } from 'vitest';
import { needById, offerById, organisationById, demoCity as rows } from './demo-fixture.ts';

const regions = new Set(rows.regions.map(({ code }) => code));
const products = new Set(rows.products.map(({ id }) => id));

test('every body stands below one of its own city that comes before it', () => {
  const seen = new Set<string>();
  for (const { id, parentId, city } of rows.organisations) {
    if (parentId !== null) {
      expect(seen.has(parentId)).toBe(true);
      expect(organisationById.get(parentId)?.city).toBe(city);
    }
    seen.add(id);
  }
});

test('regions and cities of all rows exist, and the tree of regions reaches a province', () => {
  const named = rows.organisations.flatMap(({ city, region }) => [city, region ?? city]);
  const places = rows.needs.flatMap(({ place }) => place?.region ?? []);
  const parents = rows.regions.flatMap(({ parent, replacedBy }) =>
    [parent, replacedBy].filter((code) => code !== null),
  );
  expect(
    [...named, ...places, ...parents, ...rows.circles.flatMap(({ cities }) => cities)].filter(
      (code) => !regions.has(code),
    ),
  ).toEqual([]);
});

test('offers name a product, and needs name products and offers that exist', () => {
  expect(rows.offers.filter(({ productId }) => !products.has(productId ?? ''))).toEqual([]);
  for (const need of rows.needs) {
    expect(need.productIds.filter((id) => !products.has(id))).toEqual([]);
    expect(need.asked.filter((id) => !offerById.has(id))).toEqual([]);
  }
});

test('a need goes to at most six firms, each once and never to the buyer', () => {
  for (const need of rows.needs) {
    const asked = need.asked.map((id) => offerById.get(id)?.organisationId ?? '');
    expect(asked.length).toBeLessThanOrEqual(6);
    expect(new Set([...asked, need.organisationId]).size).toBe(asked.length + 1);
  }
});

test('only firms that were asked answer, once, after the need was published and before it ended', () => {
  const answered = new Set<string>();
  for (const response of rows.responses) {
    const need = needById.get(response.needId);
    expect(need?.asked).toContain(response.offerId);
    expect(offerById.get(response.offerId)?.organisationId).toBe(response.organisationId);
    expect(response.at > (need?.publishedAt ?? '')).toBe(true);
    expect(need?.closedAt === null || response.at <= (need?.closedAt ?? '')).toBe(true);
    expect((response.declined === null) === (response.priceFen !== null && response.priceFen > 0)).toBe(true);
    const key = `${response.needId} ${response.organisationId}`;
    expect(answered.has(key)).toBe(false);
    answered.add(key);
  }
});

test('a firm is told why it was not chosen only where it had quoted, and never the chosen one', () => {
  const quotes = new Set(
    rows.responses.filter((row) => row.declined === null).map((row) => `${row.needId} ${row.organisationId}`),
  );
  const sellers = new Set(rows.deals.map((deal) => `${deal.needId} ${deal.sellerId}`));
  for (const { needId, organisationId } of rows.rejections) {
    expect(quotes.has(`${needId} ${organisationId}`)).toBe(true);
    expect(sellers.has(`${needId} ${organisationId}`)).toBe(false);
  }
});

test('when a local supplier was chosen over others, each of the others reads a reason', () => {
  const told = new Set(rows.rejections.map((row) => `${row.needId} ${row.organisationId}`));
  const sold = new Map(rows.deals.map((deal) => [deal.needId, deal.sellerId]));
  const silent = rows.responses.filter(
    (row) =>
      row.declined === null &&
      sold.has(row.needId) &&
      sold.get(row.needId) !== row.organisationId &&
      !told.has(`${row.needId} ${row.organisationId}`),
  );
  expect(silent).toEqual([]);
});

test('each region code stands once, and one that was abolished names its successor', () => {
  expect(regions.size).toBe(rows.regions.length);
  for (const { validTo, replacedBy } of rows.regions) expect(validTo === null).toBe(replacedBy === null);
});
