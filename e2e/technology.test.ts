import { describe, expect, it } from 'vitest';
import { phone, picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { idOf } from './support/need-steps.ts';

const { enter } = useCityVisits();

const words = '碳纤维预浸料固化后回弹大，层间剪切强度不低于 80MPa，希望找人一起改进上浆和固化工艺。';

describe('a firm with a technology need', () => {
  it('sends a target sheet; a centre takes it over and answers target by target; the firm compares and confirms', async () => {
    const firm = await enter('firm.carbon', { at: '/needs/new' });
    const { page } = firm;
    await page.locator('.zt-composer-field textarea').fill(words);
    await page.getByRole('radio', { name: '技术需求' }).check();
    await page.getByText('从您写的话里读出 1 项，请核对。').waitFor();
    expect(await page.getByLabel('数值', { exact: true }).inputValue()).toBe('80');
    await page.getByRole('button', { name: '添加一项' }).click();
    await page.getByRole('button', { name: /^提交/ }).waitFor();
    const second = page.getByRole('group', { name: '第 2 项' });
    await second.getByLabel('指标').fill('固化回弹角');
    await page.getByRole('button', { name: /^提交/ }).click();
    await page.getByText('第 2 项缺数值').waitFor();
    await second.getByLabel('数值').fill('3');
    await picture(page, 'technology-form');
    await page.getByRole('button', { name: /^提交/ }).click();
    await page.waitForURL(/\/needs\/[0-9a-f-]{36}/);
    await page.getByText(/送达 \d+ 家，0 家已应答。/).waitFor();
    const needId = idOf(page);

    const centre = await enter('centre.a', { viewport: phone, at: '/technology' });
    await centre.page.getByRole('link', { name: /回弹大/ }).click();
    await centre.page.getByText('层间剪切强度').first().waitFor();
    await picture(centre.page, 'technology-centre-phone');
    await centre.page.getByRole('button', { name: '承接' }).click();
    await centre.page.getByRole('button', { name: '确认承接' }).click();
    await centre.page.getByText(/您单位主办/).waitFor();
    await page.getByText(/承接，由其主办，您的时限不变/).waitFor();

    for (const [row, value] of [
      [1, '86'],
      [2, '3.5'],
    ] as const) {
      const target = centre.page.getByRole('group', { name: new RegExp(`第 ${row} 项`) });
      await target.getByRole('radio', { name: '达到', exact: true }).check();
      await centre.page
        .getByLabel(/达到的数值/)
        .nth(row - 1)
        .fill(value);
      await centre.page
        .getByLabel('依据')
        .nth(row - 1)
        .fill(`试验线记录 演示-${row}`);
    }
    await centre.page.getByRole('button', { name: '提交应答' }).click();
    await page.getByText('问题解决了吗？').waitFor();
    await page.getByRole('columnheader', { name: /碳纤维中试基地（演示）（主办）/ }).waitFor();
    await page
      .getByRole('row', { name: /固化回弹角/ })
      .getByText('试验线记录 演示-2')
      .waitFor();
    await picture(page, 'technology-compared');
    const wide = await centre.page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(wide).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: '解决了', exact: true }).click();
    await page.getByText('承办人看不到是谁评的').waitFor();
    expect(idOf(page)).toBe(needId);
  });
});
