import { fireEvent, screen, waitFor } from '@testing-library/react';
import { listRegions } from '@zhitong/contract/directory/organisation-tree-contract';
import {
  changePolicy,
  enterPolicy,
  getPaper,
  listPapers,
  previewPolicy,
  publishPolicy,
} from '@zhitong/contract/needs/policy-paper-contract';
import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { ids } from '../../testing/examples.ts';
import { type FakeServer, startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { PaperScreen } from './paper-screen.tsx';
import { PapersList } from './papers-list.tsx';

type Shown = z.input<typeof getPaper.reply>;
const body = { id: ids.buyer, name: '市人社局' };
const row = {
  ...{
    id: ids.offer,
    title: '用工补贴',
    body,
    state: 'draft' as const,
    edition: 1,
    version: 0,
    told: { fits: 0, lacks: 0 },
  },
  ...{ validFrom: '2026-01-01', validTo: null, writtenAt: '2026-11-29T09:00:00+08:00', writtenBy: '演示-甲' },
} as const;
const few = { fact: 'employees', op: 'at-most', values: [300], text: '职工不超过 300 人' } as const;
const shown = (more: Partial<Shown['paper']> = {}): Shown => ({
  paper: {
    ...row,
    content: {
      ...{
        title: '用工补贴',
        bodyId: body.id,
        body,
        benefit: '每人 1,500 元',
        basis: '演示文件',
        documentNumber: null,
      },
      ...{ validFrom: '2026-01-01', validTo: null, conditions: [{ ...few, values: [...few.values] }] },
    },
    ...more,
  },
  history: [
    {
      ...{ edition: 1, deed: 'drafted', version: 0, title: '用工补贴', conditions: [few.text], by: '演示-甲' },
      ...{ body: '市工信局', at: '2026-11-29T09:00:00+08:00' },
    },
  ],
});
let server: FakeServer;
beforeEach(() => {
  server = startFakeServer().answer(listRegions, { regions: [{ code: '371071', name: '高区' }] });
});
const draw = () => renderScreen(<PaperScreen id={ids.offer} own={undefined} />, `/papers/${ids.offer}`);
const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('the papers of policies', () => {
  it('show the state of each and how many firms it found', async () => {
    const papers = [{ ...row, state: 'revised' as const, version: 2, told: { fits: 3, lacks: 7 } }];
    server.answer(listPapers, { papers, total: 1 });
    await renderScreen(<PapersList />, '/papers');
    expect(await screen.findByText('第 2 版有效，修改未发布')).toBeTruthy();
    expect(screen.getByText('符合 3 家，差一项 7 家')).toBeTruthy();
  });

  it('say so when there are none, and when the person may not see them', async () => {
    server.answer(listPapers, { papers: [], total: 0 });
    const first = await renderScreen(<PapersList />, '/papers');
    expect(await screen.findByText(/还没有政策文稿/)).toBeTruthy();
    first.unmount();
    server.refuse(listPapers, 403, { code: 'platform.forbidden', message: '您的岗位不能做这件事' });
    await renderScreen(<PapersList />, '/papers');
    expect(await screen.findByText('您的岗位不能做这件事')).toBeTruthy();
  });
});

describe('the form of a policy', () => {
  it('names everything that is missing before it sends anything', async () => {
    await renderScreen(<PaperScreen own={body} />, '/papers/new');
    press(/存草稿/);
    for (const words of ['请写政策名称', '请写金额或好处', '请写依据文件'])
      expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getAllByText('第 1 个条件没有填完').length).toBeGreaterThan(0);
    expect(server.questions(enterPolicy)).toEqual([]);
  });

  it('says before publishing how many firms it finds, and which single fact would decide for most', async () => {
    const deciding = [{ fact: 'employees' as const, name: '职工人数', firms: 41 }];
    const reach = { firms: 60, qualifies: 12, oneMissing: 41, open: 2, no: 5, deciding };
    server.answer(getPaper, shown()).answer(previewPolicy, reach);
    await draw();
    fireEvent.click(await screen.findByRole('button', { name: /看能找到多少企业/ }));
    expect(await screen.findByText('12 家')).toBeTruthy();
    expect(screen.getByText(/最管用的事实：职工人数（补上它，41 家就能判断）/)).toBeTruthy();
    expect(server.questions(previewPolicy)[0]?.body).toEqual({ conditions: [{ ...few, values: [300] }] });
  });

  it('publishes the edition that was read, and only what was saved', async () => {
    const written = { policy: { id: ids.offer, state: 'published' as const, edition: 2, version: 1 } };
    server.answer(getPaper, shown()).answer(publishPolicy, written);
    await draw();
    const title = await screen.findByLabelText('政策');
    fireEvent.change(title, { target: { value: '用工补贴（新）' } });
    expect(screen.getByText('有改动没有存，先存再发布')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /发\s*布/ }).disabled).toBe(true);
    fireEvent.change(title, { target: { value: '用工补贴' } });
    server.answer(changePolicy, { policy: { ...written.policy, state: 'draft', version: 0 } });
    press(/存草稿/);
    await waitFor(() => expect(server.questions(changePolicy)).toHaveLength(1));
    const publish = await screen.findByRole<HTMLButtonElement>('button', { name: /发\s*布/ });
    await waitFor(() => expect(publish.disabled).toBe(false));
    fireEvent.click(publish);
    const [, sure] = await screen.findAllByRole('button', { name: /^发\s*布$/ });
    fireEvent.click(sure ?? publish);
    await waitFor(() => expect(server.questions(publishPolicy).map(({ body: sent }) => sent)).toEqual([{ seen: 2 }]));
  });

  it('shows that somebody else was first, and offers the new text', async () => {
    server
      .answer(getPaper, shown())
      .refuse(changePolicy, 409, { code: 'policies.changed-meanwhile', message: '别人刚刚改过这份政策（第 2 稿）' });
    await draw();
    fireEvent.change(await screen.findByLabelText('政策'), { target: { value: '我的改法' } });
    press(/存草稿/);
    expect(await screen.findByText(/别人刚刚改过这份政策/)).toBeTruthy();
    server.answer(getPaper, shown({ title: '别人的改法', edition: 2 }));
    press(/看新稿/);
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('政策').value).toBe('用工补贴'));
    expect(await screen.findByText('别人的改法')).toBeTruthy();
  });

  it('of an ended policy shows its history and no form', async () => {
    server.answer(getPaper, shown({ state: 'ended', version: 1 }));
    await draw();
    expect(await screen.findByText('经过')).toBeTruthy();
    expect(screen.getByText('起草，演示-甲（市工信局）', { exact: false })).toBeTruthy();
    expect(screen.queryByLabelText('依据文件')).toBeNull();
    expect(screen.queryByRole('button', { name: /存/ })).toBeNull();
  });

  it('says when it could not be loaded', async () => {
    server.refuse(getPaper, 404, { code: 'platform.not-found', message: '没有' });
    await draw();
    expect(await screen.findByRole('alert')).toBeTruthy();
  });
});
