import { screen, within } from '@testing-library/react';
import type { AuditCheck } from '@zhitong/contract/directory/audit-contract';
import { getSystemStatus } from '@zhitong/contract/directory/system-contract';
import { describe, expect, it } from 'vitest';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { SystemScreen } from './system-screen.tsx';

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const check: AuditCheck = {
  ...{ at: hoursAgo(6), entries: 184_220, head: { position: 184_220, hash: 'a'.repeat(64) } },
  ...{ unsealed: 0, broken: null, tookMs: 900, sentence: '已核对 184,220 条，链完整（11月23日 03:00）' },
};
const status = {
  ...{ version: '0.3.0', startedAt: hoursAgo(30), streams: 12, diskFreeBytes: 50 * 2 ** 30 },
  database: { kind: 'embedded' as const, version: '18.4', bytes: 80 * 2 ** 20 },
  migrations: { count: 29, latest: '0029-viewing' },
  log: { position: 5_120, unsealed: 3 },
  trail: { position: 184_220, unsealed: 0 },
  followers: [
    { name: 'matching', position: 5_120, behind: 0 },
    { name: 'deals', position: 5_100, behind: 20 },
  ],
  lastCheck: check,
};

async function show(lastCheck: AuditCheck | null) {
  startFakeServer().answer(getSystemStatus, { ...status, lastCheck });
  await renderScreen(<SystemScreen />, '/system', 'system-administrator');
  await screen.findByRole('table', { name: '运行' });
}

describe('运行', () => {
  it('says which version runs, on what, and whether anything lags behind', async () => {
    await show(check);
    expect(screen.getByText(/^0\.3\.0 版，自 .+ 运行，12 个实时连接$/)).toBeTruthy();
    const table = within(screen.getByRole('table', { name: '运行' }));
    for (const words of [
      ...['内置 PostgreSQL 18.4，80 MB', '50 GB', '0029-viewing（共 29 步）', '已封存到第 5,120 条，待封存 3 条'],
      ...['已核对 184,220 条，链完整（11月23日 03:00）', '已到第 5,120 条', '已到第 5,100 条，落后 20 条'],
    ])
      expect(table.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByText(/没有核对/)).toBeNull();
  });

  it('shows the shape of the rows while they are fetched', async () => {
    startFakeServer().hang(getSystemStatus);
    await renderScreen(<SystemScreen />, '/system', 'system-administrator');
    expect(screen.getByText('正在取数据')).toBeTruthy();
  });

  it('says that it failed, with a number to quote and a way to try again', async () => {
    startFakeServer().refuse(getSystemStatus, 500, { code: 'platform.failure', message: '' });
    await renderScreen(<SystemScreen />, '/system', 'system-administrator');
    expect((await screen.findByRole('alert', {}, { timeout: 5_000 })).textContent).toContain('编号 A1B2C3D4');
    expect(screen.getByRole('button', { name: '重试' })).toBeTruthy();
  });

  it('says why it is closed to whoever may not see it', async () => {
    startFakeServer().refuse(getSystemStatus, 403, { code: 'platform.forbidden', message: '您的岗位不能做这件事' });
    await renderScreen(<SystemScreen />, '/system', 'manager');
    expect((await screen.findByRole('alert')).textContent).toBe('您的岗位不能做这件事');
  });

  it('puts a broken chain above everything, as an alarm', async () => {
    const sentence = '第 18,302 条与前一条不符：11月2日 16:40，系统管理员';
    const broken = { reason: 'changed' as const, position: 18_302, at: null, who: null, action: null };
    await show({ ...check, broken, sentence });
    const alarm = screen.getByRole('alert');
    expect(alarm.textContent).toBe(sentence);
    const place = alarm.compareDocumentPosition(screen.getByRole('table'));
    expect(place & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('says that the nightly check did not take place, and for how long', async () => {
    await show({ ...check, at: hoursAgo(51) });
    expect(screen.getByText(/^审计链已有 51 小时没有核对/)).toBeTruthy();
  });

  it('says that the trail was never checked', async () => {
    await show(null);
    expect(screen.getByText(/^审计链还没有核对过。每天夜里/)).toBeTruthy();
  });
});
