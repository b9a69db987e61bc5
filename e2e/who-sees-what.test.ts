import { describe, expect, it } from 'vitest';
import { callApi } from './support/api-call.ts';
import { demoPassword, picture } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { settled } from './support/page-look.ts';
import { phoneCode } from './support/phone-code.ts';

const { enter, visit } = useCityVisits();

describe('a sign-in with two steps', () => {
  it('asks an administrator for the code of the phone, refuses a wrong one and takes none twice', async () => {
    const { page, context } = await visit({ at: '/sign-in' });
    await page.locator('input[autocomplete="username"]').fill('auditadmin');
    await page.locator('input[autocomplete="current-password"]').fill(demoPassword);
    await page.locator('button[type="submit"]').click();
    const field = page.locator('input[autocomplete="one-time-code"]');
    await field.fill('000000');
    await page.getByRole('alert').first().waitFor();
    await picture(page, 'second-factor-wrong');
    expect((await callApi(context, { method: 'GET', path: '/api/organisations' })).status).toBeGreaterThanOrEqual(401);

    const secret = (await page.locator('.zt-demo-sign-ins code').textContent()) ?? '';
    const code = phoneCode(secret, new Date());
    await field.fill(code);
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await page.goto('/me');
    await page.getByRole('navigation', { name: '主菜单' }).waitFor();

    const again = await visit();
    await again.context.request.post('/api/session', { data: { username: 'auditadmin', password: demoPassword } });
    const reused = await again.context.request.post('/api/session/second-factor', { data: { code } });
    expect(reused.ok()).toBe(false);
  });
});

/** What stands in the sider, and an address the role must not reach. */
const sights = {
  'handler.hrss': {
    menu: ['待我办', '协办', '已办', '主体库', '职责清单', '我的事项', '本单位'],
    closed: '/api/needs',
  },
  'handler.finance': {
    menu: ['待我办', '协办', '已办', '主体库', '职责清单', '我的事项', '本单位'],
    closed: '/api/deals',
  },
  'bank.a': {
    menu: ['资金需求', '我的报价', '授权记录', '得失分析', '主体库', '我的事项', '本单位'],
    closed: '/api/needs',
  },
  'bank.b': {
    menu: ['资金需求', '我的报价', '授权记录', '得失分析', '主体库', '我的事项', '本单位'],
    closed: '/api/opportunities',
  },
  'univ.a': {
    ...{ menu: ['技术需求', '我的应答', '待我办', '协办', '主体库', '我的事项', '本单位'] },
    closed: '/api/accounts',
  },
  'centre.a': {
    ...{ menu: ['技术需求', '我的应答', '待我办', '商机', '我的供给', '订单台账', '本单位'] },
    closed: '/api/accounts',
  },
  'chief.medical': {
    menu: ['产业链', '热力图', '待我办', '督办', '我的事项', '主体库', '本单位'],
    closed: '/api/accounts',
  },
  'invest.bureau': {
    menu: ['招商线索', '产业链', '热力图', '主体库', '产品库', '待我办', '本单位'],
    closed: '/api/deals',
  },
  'emergency.desk': { menu: ['产品库', '主体库', '待我办', '职责清单', '我的事项', '本单位'], closed: '/api/needs' },
  sysadmin: { menu: ['运行', '权限'], closed: '/api/organisations' },
  secadmin: { menu: ['用户', '主体库', '权限'], closed: '/api/needs' },
  auditadmin: { menu: ['审计', '权限'], closed: '/api/accounts' },
} as const;

describe('each of the twelve sign-ins', () => {
  it.each(Object.entries(sights))('%s finds its own places and no other', async (username, { menu, closed }) => {
    const { page, context } = await enter(username, { at: '/me' });
    await settled(page);
    const sider = page.getByRole('navigation', { name: '主菜单' });
    expect(await sider.locator('a').allTextContents()).toEqual(menu);
    expect((await callApi(context, { method: 'GET', path: closed })).status).toBe(403);
  });

  it('changes the whole screen when somebody with two posts switches', async () => {
    const { page } = await enter('handler.finance', { at: '/me' });
    await settled(page);
    await page.locator('.zt-name').click();
    await page.getByRole('menuitem', { name: /防护用品检测平台/ }).click();
    await page.locator('.zt-name', { hasText: '防护用品检测平台' }).waitFor();
    await page.getByRole('navigation', { name: '主菜单' }).getByText('我的供给').waitFor();
    await picture(page, 'second-post');
  });
});
