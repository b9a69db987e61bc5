import { fireEvent, screen, waitFor } from '@testing-library/react';
import {
  getImport,
  type Import,
  listImportRows,
  listImports,
  startImport,
  takeImport,
} from '@zhitong/contract/directory/import-contract';
import { describe, expect, it } from 'vitest';
import { ids } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { ImportScreen } from './import-screen.tsx';
import { Imports } from './imports.tsx';

const job: Import = {
  ...{ id: ids.need, kind: 'organisations', fileName: '名录.xlsx', by: '演示-甲', state: 'checked' },
  ...{ rows: 10_000, done: 10_000, accepted: 9_962, rejected: 38, created: 0, changed: 0, kept: 0, ignored: [] },
  groups: [
    {
      ...{
        key: 'a',
        severity: 'error',
        title: '统一社会信用代码被 Excel 变成数字',
        advice: '',
        column: '统一社会信用代码',
      },
      rows: 38,
    },
  ],
  ...{ allowed: ['take', 'discard'], madeAt: '2026-11-23T09:00:00+08:00', errorFile: '/api/imports/x/errors?link=y' },
};
const rows = {
  total: 1,
  rows: [{ line: 214, column: 'C', value: '9.13502E+17', message: '请把该列设为“文本”', name: '威海某公司' }],
};

describe('an import', () => {
  it('says what can be imported and what not, where each error stands, and that nothing is written', async () => {
    const server = startFakeServer().answer(getImport, job).answer(listImportRows, rows);
    server.answer(takeImport, { ...job, state: 'taken', allowed: ['undo'] });
    await renderScreen(<ImportScreen id={job.id} />);
    expect(await screen.findByText(/共 10,000 行：可导入 9,962，有错 38。尚未写入任何数据/)).toBeTruthy();
    expect(await screen.findByText(/第 214 行/)).toBeTruthy();
    expect(screen.getByText('下载标红的原文件').getAttribute('href')).toContain('link=y');
    fireEvent.click(screen.getByRole('button', { name: '只导入 9,962 行' }));
    await waitFor(() => expect(server.questions(takeImport)[0]?.body).toEqual({ rows: 9_962 }));
  });

  it('shows how far the check has come, and can be cancelled', async () => {
    startFakeServer().answer(getImport, { ...job, state: 'checking', done: 6_200, groups: [], allowed: ['discard'] });
    await renderScreen(<ImportScreen id={job.id} />);
    expect(await screen.findByText('已核对 6,200 / 10,000 行')).toBeTruthy();
    expect(screen.getByRole('button', { name: '取消，不留下任何数据' })).toBeTruthy();
  });

  it('says why a file as a whole was refused', async () => {
    const refusal = { code: 'sheet.macros', message: '文件里有宏' };
    startFakeServer().answer(getImport, { ...job, state: 'refused', groups: [], allowed: [], refusal });
    await renderScreen(<ImportScreen id={job.id} />);
    expect((await screen.findByRole('alert')).textContent).toBe('文件里有宏');
  });

  it('begins with a template and a place for the file; what is refused is said in place', async () => {
    const server = startFakeServer().answer(listImports, { total: 0, kinds: ['organisations'], imports: [] });
    server.refuse(startImport, 422, { code: 'sheet.wrong-ending', message: '不是 Excel' });
    await renderScreen(<Imports />);
    expect((await screen.findByText(/下载模板（主体）/)).getAttribute('href')).toContain(
      '/api/imports/templates/organisations',
    );
    expect(screen.getByText(/还没有导入过/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('选择文件'), { target: { files: [new File(['x'], 'a.exe')] } });
    expect((await screen.findByRole('alert')).textContent).toBe('不是 Excel');
  });

  it('offers the kinds the post may import and no other, and the template of the one chosen', async () => {
    startFakeServer().answer(listImports, { total: 1, kinds: ['people', 'offers'], imports: [job] });
    await renderScreen(<Imports />);
    const kinds = await screen.findAllByRole('radio');
    expect(kinds.map((kind) => kind.closest('label')?.textContent)).toEqual(['人员和岗位', '供给']);
    fireEvent.click(screen.getByRole('radio', { name: '供给' }));
    expect(screen.getByText(/下载模板（供给）/).getAttribute('href')).toContain('/api/imports/templates/offers');
    expect(screen.getByText('导出 Excel').closest('a')?.getAttribute('href')).toContain('/api/imports/export?');
  });

  it('tells a post that may import nothing', async () => {
    startFakeServer().answer(listImports, { total: 0, kinds: [], imports: [] });
    await renderScreen(<Imports />);
    expect(await screen.findByText('您的岗位不能导入数据。')).toBeTruthy();
    expect(screen.queryByLabelText('选择文件')).toBeNull();
  });
});
