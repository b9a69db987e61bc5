import { fireEvent, screen, waitFor } from '@testing-library/react';
import { listDisputes, raiseDispute } from '@zhitong/contract/directory/dispute-contract';
import {
  answerDuplicate,
  checkDuplicates,
  type DuplicateRow,
  listDuplicates,
} from '@zhitong/contract/directory/duplicate-contract';
import { listMerges, mergeOrganisation, previewMerge, splitMerge } from '@zhitong/contract/directory/merge-contract';
import { describe, expect, it } from 'vitest';
import { ids } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { DisputeBox } from './dispute-box.tsx';
import { DuplicateHints } from './duplicate-hints.tsx';
import { Duplicates } from './duplicates.tsx';
import { MergedAway } from './merge-note.tsx';
import { MergeScreen } from './merge-screen.tsx';
import { Merges } from './merges.tsx';

const side = (id: string, name: string) => ({
  ...{ id, name, shortName: null, creditCode: null, region: '高区', address: null, source: '企业自报', offers: 0 },
});
const pair: DuplicateRow = {
  a: side(ids.buyer, '威海逐浪渔具有限公司'),
  b: side(ids.offer, '威海市逐浪渔具有限责任公司'),
  verdict: 'same',
  reasons: [{ text: '全称写法一致', speaks: 'for' }],
  foundAt: '2026-11-23T09:00:00+08:00',
  answeredBy: null,
  answeredAt: null,
  saidOther: false,
};

describe('the queue of pairs', () => {
  it('shows both records, the reasons and three answers', async () => {
    const server = startFakeServer()
      .answer(listDuplicates, { total: 1, pairs: [pair] })
      .answer(answerDuplicate, { state: 'different' });
    await renderScreen(<Duplicates />, '/duplicates');
    expect(await screen.findByText('很可能是同一家')).toBeTruthy();
    expect(screen.getByText('全称写法一致')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '不是同一家' }));
    await waitFor(() =>
      expect(server.questions(answerDuplicate)[0]?.body).toEqual({ a: ids.buyer, b: ids.offer, answer: 'different' }),
    );
  });

  it('says what to do when it is empty, and what was refused', async () => {
    const server = startFakeServer().answer(listDuplicates, { total: 0, pairs: [] });
    const first = await renderScreen(<Duplicates />, '/duplicates');
    expect(await screen.findByText(/全部主体互相比对一次/)).toBeTruthy();
    first.unmount();
    server.refuse(listDuplicates, 403, { code: 'platform.forbidden', message: '您的岗位不能做这件事' });
    await renderScreen(<Duplicates />, '/duplicates');
    expect((await screen.findByRole('alert')).textContent).toBe('您的岗位不能做这件事');
  });
});

describe('the merge', () => {
  const preview = {
    survivor: { id: ids.buyer, name: '威海逐浪渔具有限公司' },
    merged: { id: ids.offer, name: '威海市逐浪渔具有限责任公司' },
    facts: [
      { field: 'name', survivor: '威海逐浪渔具有限公司', merged: '威海市逐浪渔具有限责任公司', kept: 'survivor' },
      { field: 'region', survivor: null, merged: '371002', kept: 'merged' },
    ],
    moves: { offers: 3, children: 0, memberships: 1 },
    people: 2,
    stays: { needs: 1, deals: 2 },
  } as const;

  it('sends what was chosen, and says that it can be split', async () => {
    const server = startFakeServer()
      .answer(previewMerge, { ...preview, facts: [...preview.facts] })
      .answer(mergeOrganisation, { merge: { id: ids.buyer } });
    await renderScreen(<MergeScreen id={ids.offer} />, `/organisations/${ids.offer}/merge?into=${ids.buyer}`);
    fireEvent.click(await screen.findByRole('radio', { name: '威海市逐浪渔具有限责任公司' }));
    fireEvent.click(screen.getByRole('button', { name: '合并，可随时拆分还原' }));
    await waitFor(() =>
      expect(server.questions(mergeOrganisation)[0]?.body).toEqual({ into: ids.buyer, choices: { name: 'merged' } }),
    );
  });

  it('shows the sentence of a refusal in place', async () => {
    startFakeServer()
      .answer(previewMerge, { ...preview, facts: [...preview.facts] })
      .refuse(mergeOrganisation, 422, { code: 'merges.other-kind', message: '类别不同，不能合并' });
    await renderScreen(<MergeScreen id={ids.offer} />, `/organisations/${ids.offer}/merge?into=${ids.buyer}`);
    fireEvent.click(await screen.findByRole('button', { name: '合并，可随时拆分还原' }));
    expect((await screen.findByRole('alert')).textContent).toBe('类别不同，不能合并');
  });

  it('is split from the list, and what was left is named', async () => {
    startFakeServer()
      .answer(listMerges, {
        total: 1,
        merges: [
          {
            ...{ id: ids.offer, survivor: preview.survivor, merged: preview.merged, why: null, by: '演示-甲' },
            ...{ at: '2026-11-23T09:00:00+08:00', splitAt: null, splitBy: null, splitKept: null },
          },
        ],
      })
      .answer(splitMerge, { restored: 5, kept: [{ table: 'organisation', key: ids.buyer, column: 'parent_id' }] });
    await renderScreen(<Merges />, '/merges');
    fireEvent.click(await screen.findByRole('button', { name: '拆分还原：威海市逐浪渔具有限责任公司' }));
    fireEvent.click(await screen.findByRole('button', { name: /拆\s?分$/ }));
    expect(await screen.findByText('已还原 5 项')).toBeTruthy();
    expect(screen.getByText('下级主体：合并后又改了上级')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /取\s?消/ })).toBeNull();
  });
});

describe('while an organisation is being entered', () => {
  const facts = { kind: 'enterprise', shortName: null, creditCode: null, addresses: [], region: null } as const;
  const silent = { not: [], onNot: () => undefined };

  it('names who it may be, with reasons', async () => {
    startFakeServer().answer(checkDuplicates, {
      duplicates: [
        {
          organisation: { id: ids.buyer, name: '威海逐浪渔具有限公司', creditCode: null },
          verdict: 'review',
          reasons: [{ text: '字号相同，库中少见', speaks: 'for' }],
        },
      ],
    });
    await renderScreen(<DuplicateHints {...facts} {...silent} name="逐浪渔具" />);
    expect(await screen.findByText('威海逐浪渔具有限公司')).toBeTruthy();
    expect(screen.getByText('字号相同，库中少见')).toBeTruthy();
  });

  it('asks nothing for two characters', async () => {
    const server = startFakeServer();
    await renderScreen(<DuplicateHints {...facts} {...silent} name="威海" />);
    expect(server.questions(checkDuplicates)).toHaveLength(0);
  });
});

describe('a dispute', () => {
  it('is not sent without words, and shows the answer it got', async () => {
    const server = startFakeServer()
      .answer(listDisputes, {
        disputes: [
          {
            ...{ id: ids.offer, organisation: { id: ids.buyer, name: '甲' }, field: 'region', claim: '实际在文登' },
            ...{ by: { id: ids.buyer, name: '甲' }, byName: '演示-乙', at: '2026-11-23T09:00:00+08:00' },
            ...{ state: 'returned', answer: '营业执照为高区', answeredBy: '演示-甲', answeredAt: null },
          },
        ],
      })
      .answer(raiseDispute, { dispute: { id: ids.offer } });
    await renderScreen(<DisputeBox organisation={{ id: ids.buyer, name: '甲' }} />);
    expect(await screen.findByText('演示-甲 答复：营业执照为高区')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '有异议' }));
    fireEvent.click(await screen.findByRole('button', { name: /提\s?交/ }));
    expect(await screen.findByText('请写明哪里不对，至少 2 个字')).toBeTruthy();
    expect(server.questions(raiseDispute)).toHaveLength(0);
  });
});

describe('the page of a merged-away record', () => {
  it('says in one line which record stands for it now, and leads there', async () => {
    const into = { id: '01900000-0000-7000-8000-000000000003', name: '威海逐浪渔具有限公司' };
    await renderScreen(<MergedAway into={into} />, '/organisations/x');
    expect(screen.getByRole('note').textContent).toContain('已并入“威海逐浪渔具有限公司”');
    const link = screen.getByRole('link', { name: '前往“威海逐浪渔具有限公司”' });
    expect(link.getAttribute('href')).toBe(`/organisations/${into.id}`);
  });
});
