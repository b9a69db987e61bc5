import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderScreen } from '../../testing/render-screen.tsx';
import { PermissionScreen } from './permission-screen.tsx';

describe('the permission screen', () => {
  it('says in words who may do what in which relation', async () => {
    await renderScreen(<PermissionScreen />, '/permissions');
    const row = (await screen.findByRole('rowheader', { name: '修改主体的事实' })).closest('tr');
    if (!row) throw new Error('no row');
    const words = within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
    expect(words).toContain('可改本单位的');
    expect(words).toContain('可改本市的');
    expect(document.body.textContent).not.toContain('全市的');
    expect(words).toContain('—不可以');
  });

  it('shows of one role only what it may', async () => {
    await renderScreen(<PermissionScreen />, '/permissions?role=audit-administrator');
    await screen.findByRole('rowheader', { name: '查看、校验、导出审计' });
    expect(screen.queryByRole('rowheader', { name: '查看需求和匹配' })).toBeNull();
    expect(screen.queryByText('不可以')).toBeNull();
  });

  it('offers a way back where nothing matches', async () => {
    await renderScreen(<PermissionScreen />, '/permissions?role=audit-administrator&kind=deal');
    expect(await screen.findByText(/没有符合条件的记录/)).toBeTruthy();
  });
});
