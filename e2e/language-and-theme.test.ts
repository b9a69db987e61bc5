import { describe, expect, it } from 'vitest';
import { picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { latinLeft } from './support/foreign-words.ts';
import { settled } from './support/page-look.ts';

const { enter, visit } = useCityVisits();

describe('the language of a page', () => {
  it('is one language on the sign-in page', async () => {
    const stranger = await visit({ at: '/sign-in' });
    await settled(stranger.page);
    expect(await latinLeft(stranger.page)).toEqual([]);
  });
});

describe('switching how the screen looks', () => {
  it('keeps a half-written need through language, density and theme, and keeps the choice for the next visit', async () => {
    const { page } = await enter('firm.garment', { at: '/needs/new' });
    const text = '求购熔喷布 3 吨/天，还没写';
    const field = page.locator('.zt-composer-field textarea');
    await field.fill(text);
    await page.locator('.zt-chip', { hasText: '3 吨/天' }).waitFor();

    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /^Post a (sourcing )?need$/ }).waitFor();
    await page.getByRole('button', { name: /^Display/ }).click();
    for (const choice of ['Large type', 'Dark']) await page.locator('label', { hasText: choice }).click();
    await page.keyboard.press('Escape');
    expect(await field.inputValue()).toBe(text);
    await page.locator('.zt-chip', { hasText: '3 t/day' }).waitFor();
    await picture(page, 'composer-dark-large-en');

    await page.reload();
    await page.locator('.zt-chip', { hasText: '3 t/day' }).waitFor();
    expect(await field.inputValue()).toBe(text);
    expect(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).toBe('rgb(16, 22, 28)');
  });
});
