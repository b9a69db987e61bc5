import { fireEvent, screen, waitFor } from '@testing-library/react';
import { checkDuplicates } from '@zhitong/contract/directory/duplicate-contract';
import { createOrganisation } from '@zhitong/contract/directory/organisation-edit-contract';
import {
  getOrganisationPath,
  getOrganisationTree,
  listRegions,
} from '@zhitong/contract/directory/organisation-tree-contract';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ids } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { OrganisationCreate } from './organisation-edit.tsx';
import { TreeScreen } from './tree-screen.tsx';

const startCity = () => startFakeServer().answer(listRegions, { regions: [{ code: '371071', name: '高区' }] });
const typeInto = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('entering an organisation', () => {
  it('says what is missing, beside the field and on top, before anything is sent', async () => {
    const server = startCity();
    await renderScreen(<OrganisationCreate bureau={false} />, '/organisations/new');
    fireEvent.click(await screen.findByRole('button', { name: '保存' }));
    expect(await screen.findAllByText('请填写全称，至少 2 个字')).toHaveLength(2);
    expect(server.questions(createOrganisation)).toHaveLength(0);
  });

  it('takes the focus to the summary, and from there with one press to the field that was refused', async () => {
    startCity().refuse(createOrganisation, 409, {
      code: 'organisations.credit-code-taken',
      message: '统一社会信用代码已登记给“威海某厂”',
    });
    await renderScreen(<OrganisationCreate bureau={false} />, '/organisations/new');
    await screen.findByRole('button', { name: '保存' });
    typeInto('全称', '威海新厂');
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    const summary = await screen.findByRole('alert');
    expect(document.activeElement).toBe(summary);
    fireEvent.click(screen.getByRole('button', { name: '统一社会信用代码已登记给“威海某厂”' }));
    const field = screen.getByLabelText('统一社会信用代码');
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('takes what the bureau enters as declared, and as verified only with its source', async () => {
    const server = startCity();
    await renderScreen(<OrganisationCreate bureau />, '/organisations/new');
    await screen.findByRole('button', { name: '保存' });
    expect(screen.getByRole('radio', { name: '自报' })).toHaveProperty('checked', true);
    typeInto('全称', '威海新厂');
    fireEvent.click(screen.getByRole('radio', { name: '已核实' }));
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findAllByText('标为“已核实”要写明来源，如营业执照、实地走访')).toHaveLength(2);
    expect(server.questions(createOrganisation)).toHaveLength(0);
  });

  it('keeps what was typed when the server refuses, with its sentence in place', async () => {
    startCity().refuse(createOrganisation, 409, {
      code: 'organisations.credit-code-taken',
      message: '统一社会信用代码已登记给“威海某厂”',
    });
    await renderScreen(<OrganisationCreate bureau={false} />, '/organisations/new');
    await screen.findByRole('button', { name: '保存' });
    typeInto('全称', '威海新厂');
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findAllByText('统一社会信用代码已登记给“威海某厂”')).toHaveLength(2);
    expect(screen.getByDisplayValue('威海新厂')).toBeTruthy();
  });

  it('names whom it may be, and is saved once the person says that it is another one', async () => {
    const server = startCity()
      .answer(checkDuplicates, {
        duplicates: [
          {
            ...{ organisation: { id: ids.buyer, name: '威海重名罐头有限公司', creditCode: null }, verdict: 'same' },
            reasons: [{ text: '全称写法一致', speaks: 'for' }],
          },
        ],
      })
      .refuse(createOrganisation, 409, {
        code: 'organisations.looks-like',
        message: '库里已有很可能是同一家的：“威海重名罐头有限公司”',
      });
    await renderScreen(<OrganisationCreate bureau={false} />, '/organisations/new');
    await screen.findByRole('button', { name: '保存' });
    typeInto('全称', '威海重名罐头有限公司');
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByText(/很可能是同一家的/)).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: '不是同一家' }));
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(server.questions(createOrganisation)).toHaveLength(2));
    expect(server.questions(createOrganisation).map(({ body }) => body)).toMatchObject([
      { not: [] },
      { not: [ids.buyer] },
    ]);
  });

  it('offers kind, parent and proof to the bureau only', async () => {
    startCity();
    await renderScreen(<OrganisationCreate bureau={false} />, '/organisations/new');
    await screen.findByRole('button', { name: '保存' });
    expect(screen.queryByText('上级')).toBeNull();
    expect(screen.queryByText('证明程度')).toBeNull();
  });
});

describe('the organisation tree', () => {
  const kinds = [{ key: 'kind:department', kind: 'department' as const, children: 1 }];
  const startTree = () =>
    startCity().answer(getOrganisationTree, { total: 1, nodes: kinds }).answer(getOrganisationPath, { path: [] });

  it('opens a level by the right arrow, and tells its level to a screen reader', async () => {
    const server = startTree();
    await renderScreen(<TreeScreen />, '/organisations/tree');
    const row = await screen.findByRole('treeitem', { name: /部门/ });
    expect(row.getAttribute('aria-expanded')).toBe('false');
    expect(row.getAttribute('tabindex')).toBe('0');
    server.answer(getOrganisationTree, {
      total: 1,
      nodes: [{ key: ids.buyer, kind: 'department', organisation: { id: ids.buyer, name: '市人社局' }, children: 0 }],
    });
    fireEvent.keyDown(row, { key: 'ArrowRight' });
    const below = await screen.findByRole('treeitem', { name: '市人社局' });
    expect(below.getAttribute('aria-level')).toBe('2');
  });

  it('asks for the day it is to show, and says that it is not today’s', async () => {
    const server = startTree();
    await renderScreen(<TreeScreen />, '/organisations/tree?asOf=2024-02-29');
    expect(await screen.findByText('这是 2024年2月29日 那一天的名称和隶属。')).toBeTruthy();
    await waitFor(() => expect(server.questions(getOrganisationTree)[0]?.query.get('asOf')).toBe('2024-02-29'));
    expect(screen.getByRole('button', { name: '回到今天' })).toBeTruthy();
  });

  it('is dragged to a month, asked for once the hand rests, and back to today at the right end', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T09:00:00+08:00') });
    onTestFinished(() => void vi.useRealTimers());
    startTree();
    const { router } = await renderScreen(<TreeScreen />, '/organisations/tree');
    const slider = await screen.findByRole('slider', { name: '拖动选择日期' });
    expect(slider).toHaveProperty('value', '0');
    const asOf = () => new URLSearchParams(router.state.location.searchStr).get('asOf');
    fireEvent.change(slider, { target: { value: '-14' } });
    expect(slider.getAttribute('aria-valuetext')).toBe('2025年9月1日');
    await waitFor(() => expect(asOf()).toBe('2025-09-01'));
    expect(screen.getByRole('slider')).toHaveProperty('value', '-14');
    fireEvent.change(screen.getByRole('slider'), { target: { value: '0' } });
    await waitFor(() => expect(asOf()).toBe(null));
  });
});
