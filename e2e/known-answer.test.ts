import { describe, expect, it } from 'vitest';
import { phone, picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { idOf } from './support/need-steps.ts';

const { enter } = useCityVisits();
const words = '员工上下班路上出了车祸，能不能认定工伤？';

describe('an answer that exists already', () => {
  it('is found on a phone before anything is sent: the firm is done, and no case is made', async () => {
    const { page, context } = await enter('firm.garment', { viewport: phone, at: '/needs/new' });
    const needs = async () => (await (await context.request.get('/api/needs')).json()).total;
    const before = await needs();
    await page.locator('.zt-composer-field textarea').fill(words);
    await page.getByText('员工上下班路上出车祸能不能认定工伤？').waitFor();
    await page.getByText('知识库', { exact: true }).first().waitFor();
    await picture(page, 'known-answer-phone');
    await page.getByRole('button', { name: '这就是答案' }).first().click();
    await page.getByText(/没有生成办件，草稿已清除/).waitFor();
    await picture(page, 'known-answer-done-phone');
    expect(await page.locator('.zt-composer-field textarea').inputValue()).toBe('');
    expect(await needs()).toBe(before);
    const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(wide).toBeLessThanOrEqual(0);
  });

  it('is put aside by another firm, which sends on; the handler answers with a template and makes an article of it, and its head publishes it', async () => {
    const { page } = await enter('firm.spunbond', { at: '/needs/new' });
    await page.locator('.zt-composer-field textarea').fill(`${words}我们的情况是员工骑电动车，交警还没有出责任书。`);
    await page.getByRole('button', { name: '都不是，继续提交' }).click();
    await page.getByText(/已有答案，都不合适/).waitFor();
    await page.getByRole('button', { name: /^提交给威海市人力资源和社会保障局/ }).click();
    await page.waitForURL(/\/needs\/[0-9a-f-]{36}/);
    const needId = idOf(page);
    const caseId = (await (await page.request.get(`/api/needs/${needId}/timeline`)).json()).case.id;

    const handler = await enter('handler.hrss', { at: `/cases/${caseId}` });
    await handler.page.getByText('工伤认定材料').waitFor();
    await handler.page.getByRole('heading', { level: 1 }).click();
    await handler.page.keyboard.press('1');
    const field = handler.page.locator('.zt-case-form textarea');
    await handler.page.getByText('已放进草稿').waitFor();
    expect(await field.inputValue()).toMatch(/（演示）：申请“工伤认定”请准备.*前告知。$/);
    await picture(handler.page, 'template-filled');
    await handler.page.keyboard.press('Control+Enter');
    await page.getByText('问题解决了吗？').waitFor();

    await handler.page.goto(`/cases/${caseId}?who=done`);
    await handler.page.getByRole('button', { name: '整理成知识条目' }).click();
    await handler.page.waitForURL(/\/articles\/[0-9a-f-]{36}/);
    const articleId = idOf(handler.page);
    await handler.page.getByText('贵单位：申请').first().waitFor();
    await handler.page.getByText('由本单位负责人发布').waitFor();
    await handler.page.getByRole('button', { name: '修改' }).click();
    const question = '电动车出事故交警还没出责任书，工伤怎么申请？';
    await handler.page.getByLabel('问题', { exact: true }).fill(question);
    await handler.page.getByRole('button', { name: '存为新版' }).click();
    await handler.page.getByRole('heading', { level: 1, name: question }).waitFor();

    const head = await enter('manager.hrss', { at: `/articles/${articleId}` });
    await head.page.getByRole('button', { name: '发布' }).click();
    await head.page.getByText('已发布，企业提交前就能看到').waitFor();
    await picture(head.page, 'article-published');

    const next = await enter('firm.carbon', { at: '/needs/new' });
    await next.page.locator('.zt-composer-field textarea').fill('骑电动车出了事故，交警责任书还没出，能申请工伤吗');
    await next.page.getByText(question).waitFor();
  });
});
