import { describe, expect, it } from 'vitest';
import { phone, picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { idOf } from './support/need-steps.ts';

const { enter } = useCityVisits();

describe('a firm with a problem', () => {
  it('writes it on a phone, sees who has it, and sees the answer come live; it says solved and rates', async () => {
    const firm = await enter('firm.garment', { viewport: phone, at: '/needs/new' });
    const { page } = firm;
    await page.locator('.zt-composer-field textarea').fill('新招的应届毕业生想申请就业补贴，社保补贴怎么办理？');
    await page.getByRole('radio', { name: '问题诉求' }).waitFor();
    await page.getByText('谁来办').waitFor();
    await page.getByText('为什么').first().click();
    await page
      .getByText(/把握 \d+ %/)
      .first()
      .waitFor();
    await picture(page, 'request-form-phone');
    await page.getByRole('button', { name: /^提交/ }).click();
    await page.waitForURL(/\/needs\/[0-9a-f-]{36}/);
    await page.getByText(/现在由 .+ 办理/).waitFor();
    await page.getByText(/已提交。/).waitFor();
    await picture(page, 'request-fresh-phone');

    const needId = idOf(page);
    const timeline = await (await firm.context.request.get(`/api/needs/${needId}/timeline`)).json();
    const bureau = await enter('bureau');
    const origin = new URL(page.url()).origin;
    const post = (action: object) =>
      bureau.context.request.post(`/api/cases/${timeline.case.id}/actions`, { data: action, headers: { origin } });
    // whoever has it, the bureau takes it over and answers
    const bureauId = (await (await bureau.context.request.get('/api/session')).json()).posts[0].organisation.id;
    await post({ action: 'transfer', to: bureauId });
    const answered = await post({ action: 'answer', text: '请到窗口办理，三个工作日到账。' });
    expect(answered.status()).toBe(200);

    await page.getByText('问题解决了吗？').waitFor();
    await page.getByText('请到窗口办理，三个工作日到账。').waitFor();
    await picture(page, 'request-answered-phone');
    await page.getByRole('button', { name: '解决了', exact: true }).click();
    await page.getByText('承办人看不到是谁评的').waitFor();
    expect(await page.getByRole('radio', { checked: true }).count(), 'none is taken beforehand').toBe(0);
    await page.getByRole('radio', { name: '满意', exact: true }).check();
    await picture(page, 'request-rating-phone');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText('您已评价：满意').waitFor();
    await picture(page, 'request-rated-phone');
    const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(wide).toBeLessThanOrEqual(0);
  });
});
