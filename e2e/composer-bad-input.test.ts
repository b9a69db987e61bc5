import { listNeeds } from '@zhitong/contract/needs/need-contract';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { askApi } from './support/api-call.ts';
import { picture, type Visit } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { matchOf } from './support/loop-calls.ts';
import { pasteNeed, publish } from './support/need-steps.ts';

const { enter } = useCityVisits();

const megabyte = '急需熔喷布 5 吨/天。'.repeat(90_000).slice(0, 1_048_576);
const wrong = [
  {
    what: 'a megabyte',
    text: megabyte,
    zh: '一次最多 20,000 字，这段有 1,048,576 字。请删减',
    en: 'At most 20,000 characters; this has 1,048,576. Shorten it',
  },
  {
    what: 'less than nothing',
    text: '熔喷布 −5 吨/天',
    zh: '数量要大于 0，现在是 −5',
    en: 'Quantity must be above 0 (now −5)',
  },
  {
    what: 'more than there is',
    text: '熔喷布 1e308 吨',
    zh: /数量 .+ 太大，最多/,
    en: /Quantity .+ is too large, at most/,
  },
  {
    what: 'a deadline gone by',
    text: '熔喷布 5 吨，2020年1月6日前交货',
    zh: /截止日期 2020年1月6日.*已过/,
    en: /The deadline .*6 Jan 2020.* has passed/,
  },
  { what: 'a product nobody knows', text: '求购氪星石 3 吨', zh: '没认出产品', en: 'No product recognised' },
  { what: 'only signs', text: '😀🎉 ！？…… 👍🏽', zh: '没认出产品', en: 'No product recognised' },
] as const;

describe('pasting what cannot become a need', () => {
  it.each(['zh', 'en'] as const)(
    'says what is wrong with it in clear words (%s), and publishes nothing',
    async (language) => {
      const buyer = await enter('firm.garment', { language: language === 'en' ? 'en-GB' : 'zh-CN', at: '/needs/new' });
      const before = await needsOf(buyer);
      for (const { what, text, ...words } of wrong) {
        await fieldOf(buyer.page).fill(text);
        await buyer.page.getByText(words[language]).first().waitFor();
        await picture(buyer.page, `bad-${what.replaceAll(' ', '-')}-${language}`);
        await tryToPublish(buyer.page);
        await buyer.page.getByText(words[language]).first().waitFor();
        expect(new URL(buyer.page.url()).pathname).toBe('/needs/new');
      }
      expect(await needsOf(buyer)).toBe(before);
    },
  );

  it('reads full-width and traditional words, with an emoji between, as the same need', async () => {
    const { page } = await enter('firm.garment', { at: '/needs/new' });
    await fieldOf(page).fill('急需🎉熔噴布　５　噸／天，ＢＦＥ≥９５，送到臨港');
    for (const words of ['熔喷布', '5 吨/天', 'BFE ≥ 95 %', '臨港'])
      await page.locator('.zt-chip', { hasText: words }).first().waitFor();
    await page.getByText(/将送达 \d+ 家：本区/).waitFor();
    await picture(page, 'bad-full-width');
  });

  it('shows a script as the words it is, to the buyer and to the supplier', async () => {
    const script = '<script>document.title="ran"</script><img src=x onerror="document.title=\'ran\'">';
    const buyer = await enter('firm.garment');
    await pasteNeed(buyer.page, `急需熔喷布 3 吨/天，送到临港 ${script}`);
    const needId = await publish(buyer.page);
    await buyer.page.getByRole('tab', { name: '原文' }).click();
    await buyer.page.getByText('<script>document.title').first().waitFor();

    const supplier = await enter('firm.meltblown');
    await supplier.page.goto(`/opportunities/${await matchOf(supplier, needId)}`);
    await supplier.page.locator('summary', { hasText: '原文' }).click();
    await supplier.page.getByText('<script>document.title').first().waitFor();
    for (const { page } of [buyer, supplier]) {
      expect(await page.title()).not.toBe('ran');
      expect(await page.locator('main script, main img[onerror]').count()).toBe(0);
    }
  });
});

function fieldOf(page: Page) {
  return page.locator('.zt-composer-field textarea');
}

/** As a hasty person does: the button if it can be pressed, and the key for it. */
async function tryToPublish(page: Page): Promise<void> {
  const button = page.locator('.zt-publish .ant-btn-primary');
  if (await button.isEnabled())
    await Promise.all([page.waitForResponse((answer) => answer.url().endsWith('/api/needs')), button.click()]);
  else await fieldOf(page).press('Control+Enter');
}

async function needsOf({ context }: Visit): Promise<number> {
  return (await askApi(context, listNeeds)).total;
}
