import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { phone, picture, type Visit } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { publishedNeed } from './support/loop-calls.ts';
import { buyerPages, handlerPages, supplierPages } from './support/page-list.ts';
import { settled } from './support/page-look.ts';

const { enter } = useCityVisits();
const finger = 44;
const narrow = { width: 320, height: 640 };

describe('on a phone', () => {
  it('answers a new opportunity with the figures of the last quote in place and the days it promises', async () => {
    const supplier = await enter('firm.meltblown', { viewport: phone, at: '/opportunities' });
    const { page } = supplier;
    await publishedNeed(
      await enter('firm.buyer'),
      '急需熔喷布 3.7 吨/天，BFE≥95，克重≤25，本周交货，送到临港，手机上答',
    );
    await page.locator('.zt-opportunity-row', { hasText: '3.7 吨/天' }).tap();
    await picture(page, 'phone-opportunity');
    await expectFingerSized(page, '.zt-answer-buttons button, nav a');

    await page.getByRole('button', { name: '能做，报价' }).tap();
    const send = page.getByRole('button', { name: '发送报价' });
    await send.waitFor();
    await picture(page, 'phone-quote');
    await expectFingerSized(page, '.zt-quote-form button[type=submit], .zt-quote-form .ant-input-number');
    await expectReadableInputs(page);
    await page.getByLabel('几天交货').fill('5');
    await send.tap();
    await page.getByText(/已送达 \d/).waitFor();
  });

  it('never scrolls sideways at 390 px nor at 320 px, on any page', async () => {
    const buyer = await enter('firm.buyer', { viewport: phone });
    const supplier = await enter('firm.meltblown', { viewport: phone });
    const handler = await enter('handler.hrss', { viewport: phone });
    await Promise.all([
      expectNoSideways(buyer, await buyerPages(buyer.context)),
      expectNoSideways(supplier, await supplierPages(supplier.context)),
      expectNoSideways(handler, await handlerPages(handler.context)),
    ]);
  });
});

/** Each page is opened as wide as a phone of today, then made as narrow as the narrowest. */
async function expectNoSideways({ page }: Visit, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.setViewportSize(phone);
    await page.goto(path);
    await settled(page);
    for (const viewport of [phone, narrow]) {
      await page.setViewportSize(viewport);
      expect(await page.evaluate<number>('innerWidth')).toBe(viewport.width);
      expect(await sideways(page), `${path} at ${viewport.width}`).toBeLessThanOrEqual(0);
      await expectReadableInputs(page);
      await picture(page, `phone-${viewport.width}${path.replaceAll(/[^a-z]+/g, '-').slice(0, 20)}`);
    }
  }
}

/** How many pixels of the page lie outside the screen. */
function sideways(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}

async function expectFingerSized(page: Page, selector: string): Promise<void> {
  const targets = await page.locator(selector).filter({ visible: true }).all();
  expect(targets.length).toBeGreaterThan(0);
  for (const target of targets) {
    const box = await target.boundingBox();
    // a browser lays out in fractions: 43.99997 is 44
    expect(Math.round((box?.height ?? 0) * 10) / 10, (await target.textContent()) ?? selector).toBeGreaterThanOrEqual(
      finger,
    );
  }
}

/** Under 16 px a phone zooms into the field and the page jumps. */
async function expectReadableInputs(page: Page): Promise<void> {
  const sizes = await page.evaluate<number[]>(`
    [...document.querySelectorAll('input:not([type=radio], [type=checkbox]), textarea')]
      .filter((field) => field.checkVisibility())
      .map((field) => Number.parseFloat(getComputedStyle(field).fontSize))`);
  for (const size of sizes) expect(size).toBeGreaterThanOrEqual(16);
}
