import type { Page } from 'playwright-core';

/** Pastes the words into the composer and waits until somebody would be reached. */
export async function pasteNeed(page: Page, text: string): Promise<void> {
  await page.goto('/needs/new');
  await page.getByLabel('需求原文').fill(text);
  await page
    .getByText(/将送达 \d+ 家/)
    .first()
    .waitFor();
}

/** Publishes what stands in the composer; answers the id of the need whose page has opened. */
export async function publish(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^发布/ }).click();
  await page.waitForURL(/\/needs\/[0-9a-f-]{36}/);
  return idOf(page);
}

/** The id at the end of the address. */
export function idOf(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

interface Quote {
  /** 万元 for one unit of what is asked */
  readonly price: number;
  readonly days: number;
}

/** Tap one opens the sheet; here both figures are typed into it. */
export async function fillQuote(page: Page, { price, days }: Quote): Promise<void> {
  await page.getByRole('button', { name: '能做，报价' }).click();
  await page.getByLabel('单价').fill(String(price));
  await page.getByLabel('计价单位').click();
  await page
    .getByTitle(/^万元\//)
    .last()
    .click();
  await page.getByLabel('几天交货').fill(String(days));
}

/** Answers the opportunity that is open. */
export async function quote(page: Page, figures: Quote): Promise<void> {
  await fillQuote(page, figures);
  await page.getByRole('button', { name: '发送报价' }).click();
  await page.getByText(/已送达 \d/).waitFor();
}
