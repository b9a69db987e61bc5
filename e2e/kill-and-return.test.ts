import { listOpportunities } from '@zhitong/contract/matching/opportunity-contract';
import { getNeed, listNeeds } from '@zhitong/contract/needs/need-contract';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { askApi } from './support/api-call.ts';
import { picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { copyDataDir } from './support/demo-city.ts';
import { matchesOf, publishedNeed } from './support/loop-calls.ts';
import { idOf } from './support/need-steps.ts';
import { dropDataDir, newDataDir, type RunningProduct, startProduct } from './support/product.ts';

const { enter } = useCityVisits();
let product: RunningProduct | undefined;

afterEach(async () => {
  if (!product) return;
  await product.stop();
  dropDataDir(product.dataDir);
});

describe('the server is killed with people at work', () => {
  it('keeps what it has answered, catches every open screen up once, and sends a waiting need once', async () => {
    const dataDir = newDataDir();
    copyDataDir(inject('city').seeded, dataDir);
    product = await startProduct({ dataDir });
    const { url, port } = product;
    const supplier = await enter('firm.meltblown', { url, at: '/opportunities' });
    const waiting = await enter('firm.garment', { url, at: '/needs/new' });
    const buyer = await enter('firm.buyer', { url });
    await supplier.page.getByText('实时', { exact: true }).waitFor();
    await waiting.page.getByLabel('需求原文').fill('求购熔喷布 2 吨/天，BFE≥95，送到临港，断电时在写');
    await waiting.page.getByText('草稿已存').waitFor();
    await waiting.page.getByRole('button', { name: /^发布并通知/ }).waitFor();

    const needId = await publishedNeed(buyer, '求购熔喷布 6 吨/天，BFE≥95，送到临港，刚发布就断电');
    await product.kill();
    await supplier.page.getByText(/已断线，正在重连/).waitFor();
    await waiting.page.getByRole('button', { name: /^发布并通知/ }).click();
    await waiting.page.getByText('您填的内容还在').waitFor();
    await picture(waiting.page, 'killed-composer');
    await picture(supplier.page, 'killed-supplier');

    product = await startProduct({ dataDir, port });
    const { need } = await askApi(buyer.context, getNeed, { params: { id: needId } });
    expect(need.timeline.length).toBeGreaterThan(0);
    expect(await matchesOf(buyer, needId)).toHaveLength(need.counts.matched);
    const { opportunities } = await askApi(supplier.context, listOpportunities);
    expect(opportunities.filter((row) => row.need.id === needId)).toHaveLength(1);

    const row = supplier.page.locator('.zt-opportunity-row', { hasText: '熔喷布 6 吨/天' });
    await supplier.page.getByText(/^(实时|已补齐 \d+ 条)$/).waitFor();
    await row.first().waitFor();
    expect(await row.filter({ hasText: /刚刚|1 分钟前|2 分钟前/ }).count()).toBe(1);
    await picture(supplier.page, 'killed-and-back');

    await waiting.page.reload();
    expect(await waiting.page.getByLabel('需求原文').inputValue()).toContain('断电时在写');
    await waiting.page.getByRole('button', { name: /^发布并通知/ }).click();
    await waiting.page.waitForURL(/\/needs\/[0-9a-f-]{36}/);
    const { needs } = await askApi(waiting.context, listNeeds, { query: { q: '断电时在写' } });
    expect(needs.map(({ id }) => id)).toEqual([idOf(waiting.page)]);
  });
});
