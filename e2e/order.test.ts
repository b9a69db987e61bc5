import { describe, expect, it } from 'vitest';
import { phone, picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { idOf } from './support/need-steps.ts';

const { enter } = useCityVisits();

describe('a supervision order', () => {
  it('is given by the bureau, signed and fed back on by the body, accepted, agreed to by the firm on a phone, and gone from the books', async () => {
    const firm = await enter('firm.garment', { viewport: phone, at: '/needs/new' });
    await firm.page
      .locator('.zt-composer-field textarea')
      .fill('新招的应届毕业生想申请社保补贴，窗口说还要等，能否督办？');
    await firm.page.getByRole('radio', { name: '问题诉求' }).waitFor();
    await firm.page.getByText('谁来办').waitFor();
    await firm.page.getByRole('button', { name: /^提交/ }).click();
    await firm.page.waitForURL(/\/needs\/[0-9a-f-]{36}/);
    const needId = idOf(firm.page);
    const caseId = (await (await firm.context.request.get(`/api/needs/${needId}/timeline`)).json()).case.id;

    const bureau = await enter('bureau');
    const handler = await enter('handler.hrss');
    const headers = { origin: new URL(firm.page.url()).origin };
    const { posts } = await (await handler.context.request.get('/api/session')).json();
    const to = posts[0].organisation.id;
    await bureau.context.request.post(`/api/cases/${caseId}/actions`, { data: { action: 'transfer', to }, headers });

    await bureau.page.goto(`/cases/${caseId}`);
    const supervision = (page: typeof bureau.page) => page.getByRole('region', { name: '督办', exact: true });
    await supervision(bureau.page)
      .getByRole('button', { name: /^督\s*办$/ })
      .click();
    await bureau.page.getByLabel(/情况说明/).fill('企业反映窗口一再拖延');
    await picture(bureau.page, 'order-issuing');
    await bureau.page
      .getByRole('dialog')
      .getByRole('button', { name: /^督\s*办$/ })
      .click();
    await supervision(bureau.page).getByText('待签收').waitFor();
    await firm.page.getByText(/这件事正由.+督办/).waitFor();

    await handler.page.goto(`/cases/${caseId}`);
    await supervision(handler.page)
      .getByRole('button', { name: /^签\s*收$/ })
      .click();
    await supervision(handler.page)
      .getByRole('button', { name: /^反\s*馈$/ })
      .click();
    await handler.page.getByLabel(/办了什么/).fill('材料已内部调取，补贴当日受理。');
    await handler.page.getByLabel('何时办结').fill('2099-12-31');
    await picture(handler.page, 'order-feedback');
    // the day is taken and the form sent with one key
    await handler.page.getByLabel('何时办结').press('Enter');
    await supervision(handler.page).getByText('待审核').waitFor();

    await supervision(bureau.page).getByRole('button', { name: '审核通过' }).click();
    await firm.page.getByText('材料已内部调取，补贴当日受理。').first().waitFor();
    await picture(firm.page, 'order-consent-phone');
    await firm.page.getByRole('button', { name: '同意销号' }).click();
    await firm.page.getByText('您同意销号，督办结束').waitFor();
    const wide = await firm.page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(wide).toBeLessThanOrEqual(0);

    await supervision(bureau.page).getByText('已销号', { exact: true }).first().waitFor();
    const books = await (await bureau.context.request.get('/api/orders?limit=100')).json();
    expect(books.orders.map((order: { case: { id: string } }) => order.case.id)).not.toContain(caseId);
  });
});
