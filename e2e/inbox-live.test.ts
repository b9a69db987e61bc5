import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, picture, signIn, visit } from './support/browser.ts';
import { copyDataDir } from './support/demo-city.ts';
import { dropDataDir, newDataDir, type RunningProduct, startProduct } from './support/product.ts';

let browser: Browser;
let product: RunningProduct;
let dataDir: string;

beforeAll(async () => {
  dataDir = newDataDir();
  copyDataDir(inject('city').seeded, dataDir);
  [browser, product] = await Promise.all([openBrowser(), startProduct({ dataDir, env: { ZHITONG_TEST_CLOCK: '1' } })]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  dropDataDir(dataDir);
});

const text = '新招的应届毕业生想申请就业补贴，请问社保补贴怎么办理？';

describe('a handler with the inbox open', () => {
  it('sees a firm’s request arrive without a reload, and its light change when the time has gone by', async () => {
    const handler = await visit(browser, { url: product.url });
    await signIn(handler.page, 'handler.hrss');
    await handler.page.goto('/cases');
    await handler.page.locator('.zt-case-row').first().waitFor();
    // a mark that a reload would wipe away
    await handler.page.evaluate('window.neverReloaded = true');
    const arrived = handler.page.locator('.zt-case-row', { hasText: text.slice(0, 12) });
    expect(await arrived.count()).toBe(0);

    const firm = await visit(browser, { url: product.url });
    await signIn(firm.page, 'firm.garment');
    await firm.page.goto('/needs/new');
    await firm.page.locator('.zt-composer-field textarea').fill(text);
    await firm.page.getByRole('button', { name: /^提交给.*人力资源/ }).click();
    await firm.page.waitForURL(/\/needs\/[0-9a-f-]{36}/);

    await arrived.waitFor();
    const drawn = () => arrived.locator('.zt-light svg').innerHTML();
    const green = await drawn();
    await picture(handler.page, 'inbox-arrived');

    const needId = new URL(firm.page.url()).pathname.split('/')[2];
    const timeline = await (await firm.context.request.get(`/api/needs/${needId}/timeline`)).json();
    const after = new Date(Date.parse(timeline.due) + 3_600_000).toISOString();
    const moved = await firm.context.request.put('/api/test/clock', {
      data: { now: after },
      headers: { origin: product.url },
    });
    expect(moved.status(), await moved.text()).toBe(200);
    await expect.poll(drawn, { timeout: 20_000 }).not.toBe(green);
    const row = (await (await handler.context.request.get('/api/cases?limit=100')).json()).cases.find(
      (one: { title: string }) => one.title.startsWith(text.slice(0, 12)),
    );
    expect(row).toMatchObject({ light: 'red' });
    expect(await handler.page.evaluate('window.neverReloaded')).toBe(true);
    await picture(handler.page, 'inbox-late');
    expect(handler.faults).toEqual([]);
  });
});
