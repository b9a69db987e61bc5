import { getCascade } from '@zhitong/contract/needs/cascade-contract';
import { setTestClock } from '@zhitong/contract/needs/test-clock-contract';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askApi } from './support/api-call.ts';
import { picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { pasteNeed, publish } from './support/need-steps.ts';
import { dropDataDir, newDataDir, type RunningProduct, startProduct } from './support/product.ts';

const { enter } = useCityVisits();
let product: RunningProduct | undefined;
let dataDir: string;

beforeAll(async () => {
  dataDir = newDataDir();
  product = await startProduct({ dataDir, env: { ZHITONG_TEST_CLOCK: '1' } });
});
afterAll(async () => {
  await product?.stop();
  dropDataDir(dataDir);
});

const step = (page: Page, ring: string) => page.locator('.zt-cascade-steps li', { hasText: ring });

/** The clock of the product goes to just after the instant at which the next ring is asked. */
async function passNext(context: BrowserContext, needId: string): Promise<void> {
  const { cascade } = await askApi(context, getCascade, { params: { id: needId } });
  if (!cascade?.nextDue) throw new Error(`nothing falls due: ${cascade?.state}`);
  await askApi(context, setTestClock, { body: { now: new Date(Date.parse(cascade.nextDue) + 60_000).toISOString() } });
}

describe('a need that nobody near answers', () => {
  it('goes from the city to the circle to the province, and each ring leaves a receipt that the buyer opens', async () => {
    if (!product) throw new Error('the product was not started');
    const { url } = product;
    const buyer = await enter('firm.buyer', { url });
    await pasteNeed(buyer.page, '采购熔喷布 1 吨/天，BFE≥95');
    const needId = await publish(buyer.page);
    await step(buyer.page, '本市').getByText('正在问').waitFor();
    await picture(buyer.page, 'cascade-city');

    await passNext(buyer.context, needId);
    const again = await enter('firm.buyer', { url, at: `/needs/${needId}`, apart: true });
    await step(again.page, '胶东')
      .getByText(/正在问|无已知供应商/)
      .waitFor();
    await again.page.getByRole('button', { name: '本市：看回执' }).click();
    const receipt = again.page.getByRole('region', { name: '本市的回执' });
    await receipt.getByText('时间到，无人报价，询问下一圈').waitFor();
    await receipt.getByText('到时未答复').first().waitFor();
    await picture(again.page, 'cascade-receipt');

    const ringOf = async () => (await askApi(again.context, getCascade, { params: { id: needId } })).cascade?.ring;
    if ((await ringOf()) === 'circle') await passNext(again.context, needId);
    const last = await enter('firm.buyer', { url, at: `/needs/${needId}`, apart: true });
    await last.page.getByRole('button', { name: '胶东：看回执' }).click();
    await last.page.getByRole('region', { name: '胶东的回执' }).waitFor();
    await step(last.page, '省内')
      .getByText(/正在问|已问|无已知供应商/)
      .waitFor();
    expect(await last.page.evaluate(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true);
    await picture(last.page, 'cascade-province');
  });
});
