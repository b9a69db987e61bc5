import { expect, test } from 'vitest';
import { demoDay, demoCity as rows } from './demo-fixture.ts';
import { addDays } from './seed-clock.ts';

const halfYearAgo = addDays(demoDay, -182);
const late = rows.offers.filter(({ publishedAt }) => publishedAt > halfYearAgo);

test('a few offers came within the last half year: of what one or two firms of the city make, before today', () => {
  expect(late.length / rows.offers.length).toBeGreaterThan(0.005);
  expect(late.length / rows.offers.length).toBeLessThan(0.03);
  const makers = Map.groupBy(
    rows.offers.filter(({ city }) => city === '371000'),
    ({ productId }) => productId,
  );
  expect(late.filter(({ productId }) => (makers.get(productId)?.length ?? 0) > 2)).toEqual([]);
  expect(late.filter(({ publishedAt, city }) => publishedAt.slice(0, 10) >= demoDay || city !== '371000')).toEqual([]);
});

test('no need went to an offer that was not published yet', () => {
  const published = new Map(rows.offers.map(({ id, publishedAt }) => [id, publishedAt]));
  const early = rows.needs.filter(({ asked, publishedAt }) =>
    asked.some((id) => (published.get(id) ?? '') > publishedAt),
  );
  expect(early).toEqual([]);
});
