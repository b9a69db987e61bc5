import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { obstacles } from './support/obstacles.ts';
import { administratorPages, bureauPages, buyerPages, handlerPages, supplierPages } from './support/page-list.ts';
import { settled } from './support/page-look.ts';

const { enter, visit } = useCityVisits();

describe('a person who reads with a screen reader, or in the dark', () => {
  it('meets no serious obstacle on any page of a buyer', async () => {
    const buyer = await enter('firm.buyer', { at: '/me' });
    expect(await obstacles(buyer, await buyerPages(buyer.context))).toEqual([]);
  });

  it('meets none on the pages of a supplier, of the bureau, and at the door', async () => {
    const supplier = await enter('firm.meltblown', { at: '/me' });
    const bureau = await enter('bureau', { at: '/me' });
    const found = await Promise.all([
      obstacles(await visit(), ['/sign-in']),
      obstacles(supplier, await supplierPages(supplier.context)),
      obstacles(bureau, bureauPages),
    ]);
    expect(found.flat()).toEqual([]);
  });
});

describe('handlers and administrators who read with a screen reader, or in the dark', () => {
  it('meet no serious obstacle on their pages', async () => {
    const handler = await enter('handler.hrss', { at: '/me' });
    const found = await Promise.all([
      obstacles(handler, await handlerPages(handler.context)),
      ...Object.entries(administratorPages).map(async ([username, pages]) =>
        obstacles(await enter(username, { at: '/me' }), pages),
      ),
    ]);
    expect(found.flat()).toEqual([]);
  });
});

describe('a person without a mouse', () => {
  it('pastes, publishes, shortlists and opens the reasons of a no', async () => {
    const { page } = await enter('firm.buyer', { at: '/' });
    await settled(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await page.keyboard.press('c');
    await page.waitForURL('**/needs/new');
    await focus(page, '.zt-composer-field textarea');
    await page.keyboard.insertText('求购熔喷布 5 吨/天，BFE≥95，送到临港，只用键盘');
    await page
      .getByText(/将送达 \d+ 家/)
      .first()
      .waitFor();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/needs\/[0-9a-f-]{36}/);
    await page.locator('.zt-match').first().waitFor();

    await focus(page, '.zt-match:first-child .zt-match-actions button:has-text("列入候选")');
    await page.keyboard.press('Enter');
    await page.getByText('✓ 已列入候选').waitFor();
    await focus(page, '.zt-match:nth-child(2) .zt-match-actions button:has-text("不选，说明原因")');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: '交货期' }).waitFor();
    await picture(page, 'keyboard-menu');
  });

  it('closes a layer with Esc and stands where it was opened', async () => {
    const { page } = await enter('firm.buyer', { at: '/needs/new' });
    await page.locator('.zt-composer-field textarea').fill('求购熔喷布 5 吨/天，BFE≥95，送到临港');
    const why = '.zt-reach-rows li:first-child button';
    await page.locator(why).focus();
    await page.keyboard.press('Enter');
    await page.locator('.zt-score-table').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.zt-score-table').waitFor({ state: 'hidden' });
    await page.locator(`${why}:focus`).waitFor();
  });
});

/** Walks with Tab, as somebody without a mouse must, until this control has the focus. */
async function focus(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  await walk(page, 'Tab', `${selector}:focus`);
}

async function walk(page: Page, key: 'Tab', there: string): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    if ((await page.locator(there).count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${there} is not reached by ${key}.`);
}
