import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useCityVisits } from './support/city-visits.ts';

const { enter, visit } = useCityVisits();

/** What would run where somebody put words into a page as HTML. A visit fails too when a page breaks its content policy. */
const code = `<img src=x onerror="document.title='hit'"><script>document.title='hit'</script>`;

describe('script in an address', () => {
  it('is not taken into the page, nor followed after signing in', async () => {
    const { page } = await visit();
    const office = await enter('bureau');
    const words = encodeURIComponent(code);
    for (const path of [`/organisations?q=${words}`, `/needs?q=${words}`, `/needs/${words}`, `/no-such-page${words}`])
      await expectNoScript(office.page, path);
    for (const path of [
      `/sign-in?next=${words}`,
      '/sign-in?next=javascript:document.title=1',
      '/sign-in?next=//evil.example/',
    ])
      await expectNoScript(page, path);
    expect(new URL(page.url()).origin).toBe(new URL(inject('city').url).origin);
  });
});

/** Nothing of the words has become part of the page. */
async function expectNoScript(page: Page, path: string): Promise<void> {
  await page.goto(path);
  // a page that could not be opened says so and has no title
  await page.locator('h1, [role=alert]').first().waitFor();
  await page.locator('[aria-busy=true], .zt-stale').first().waitFor({ state: 'detached' });
  expect(await page.locator('img[src="x"]').count(), path).toBe(0);
  expect(await page.title(), path).not.toBe('hit');
}
