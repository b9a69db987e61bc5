import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demoPassword, phone, picture, signIn } from './support/browser.ts';
import { useCityVisits } from './support/city-visits.ts';
import { phoneCode } from './support/phone-code.ts';

const { visit } = useCityVisits();
const ownPassword = '海上升明月天涯共此时';

async function typeIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[autocomplete="username"]').fill(username);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.locator('button[type="submit"]').click();
}

/** The security administrator opens an account for the first person who has none; answers user name and link. */
async function openAccount(page: Page, username: string): Promise<string> {
  await page.goto('/accounts');
  await page.getByRole('button', { name: '开通账号' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.ant-select').click();
  await page.locator('.ant-select-item-option').first().click();
  await dialog.getByLabel('用户名').fill(username);
  await dialog.getByRole('button', { name: '开通账号' }).click();
  const link = await page.locator('.zt-one-time-link code').textContent();
  await picture(page, 'account-link');
  return link ?? '';
}

async function setUpFactor(page: Page): Promise<{ secret: string; recovery: string }> {
  await page.goto('/me');
  await page.getByRole('button', { name: '开启', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[autocomplete="current-password"]').fill(ownPassword);
  await dialog.getByRole('button', { name: '继续' }).click();
  const secret = (await dialog.locator('.zt-secret code').textContent()) ?? '';
  await picture(page, 'second-factor-setup');
  await dialog.locator('.zt-code').fill(phoneCode(secret.replaceAll(' ', ''), new Date()));
  await dialog.getByRole('button', { name: '确认' }).click();
  const recovery = (await dialog.locator('.zt-recovery-codes code').first().textContent()) ?? '';
  await dialog.getByRole('button', { name: '已保存，继续' }).click();
  await dialog.waitFor({ state: 'detached' });
  return { secret, recovery };
}

describe('an account', () => {
  it('is opened by the administrator, made one’s own by a link that works once, and closed with a second factor', async () => {
    const administrator = await visit();
    await signIn(administrator.page, 'secadmin');
    const link = await openAccount(administrator.page, 'journey.new');

    const { page } = await visit();
    await page.goto(link);
    for (const label of ['新密码', '再输一次新密码']) await page.getByLabel(label, { exact: true }).fill(ownPassword);
    await page.getByRole('button', { name: '保存新密码' }).click();
    await page.getByText('密码已设好').waitFor();
    await typeIn(page, 'journey.new', ownPassword);
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    const { recovery } = await setUpFactor(page);

    const again = await visit({ viewport: phone });
    await again.page.goto(link);
    await again.page.getByText('这个链接已用过或已过期').waitFor();
    await typeIn(again.page, 'journey.new', ownPassword);
    await again.page.getByRole('button', { name: '用恢复码' }).tap();
    await again.page.getByLabel('恢复码').fill(recovery);
    await again.page.getByRole('button', { name: '确认' }).tap();
    await again.page.waitForURL((url) => url.pathname !== '/sign-in');
    await again.page.goto('/me');
    await again.page.getByText('还有 9 个恢复码可用').waitFor();
    await again.page.getByRole('button', { name: '退出其他所有设备' }).tap();
    await again.page.getByText('只在本机登录').waitFor();

    await page.reload();
    await page.waitForURL(/sign-in/);
  });
});

describe('a session that is over', () => {
  it('says so, and keeps the draft for whoever signs in again', async () => {
    const firm = await visit();
    await signIn(firm.page, 'firm.garment');
    await firm.page.goto('/needs/new');
    await firm.page.locator('.zt-composer-field textarea').fill('求购拉链 3 万条，没写完就走开了');
    await firm.page.getByText('草稿已存').waitFor();

    const administrator = await visit();
    await signIn(administrator.page, 'secadmin');
    await administrator.page.goto('/accounts?q=firm.garment');
    await administrator.page.getByRole('button', { name: '管理 firm.garment' }).click();
    await administrator.page.getByRole('button', { name: '退出所有设备' }).click();
    await administrator.page.getByRole('button', { name: '确定' }).click();
    await administrator.page.getByText('已完成').waitFor();

    await firm.page.locator('.zt-composer-field textarea').pressSequentially('。');
    await firm.page.getByText('离开太久，已退出').waitFor();
    await firm.page.locator('input[autocomplete="username"]').fill('firm.garment');
    await firm.page.locator('input[autocomplete="current-password"]').fill(demoPassword);
    await firm.page.locator('button[type="submit"]').click();
    await firm.page.waitForURL(/needs\/new/);
    expect(await firm.page.locator('.zt-composer-field textarea').inputValue()).toContain('没写完就走开了');
  });
});

describe('every page', () => {
  it('allows no script and no style but its own, under a mark that is new each time', async () => {
    const { context } = await visit();
    const marks = new Set<string>();
    for (const path of ['/sign-in', '/', '/needs/new', '/set-password', '/no-such-page']) {
      const reply = await context.request.get(path);
      const policy = reply.headers()['content-security-policy'] ?? '';
      const page = await reply.text();
      expect(policy, path).toMatch(/default-src 'self'; style-src 'self' 'nonce-([^']{24})'; script-src 'self';/);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      for (const rule of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "object-src 'none'"])
        expect(policy).toContain(rule);
      marks.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '');
      expect(page).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|\son\w+=|<style|\sstyle=/);
      expect(reply.headers()).toMatchObject({
        ...{ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' },
        'cross-origin-opener-policy': 'same-origin',
      });
    }
    expect(marks.size).toBe(5);
  });
});
