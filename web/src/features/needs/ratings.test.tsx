import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  type Callbacks,
  listCallbacks,
  listSuspicions,
  noteCallback,
  type RatingSums,
  sumRatings,
  sumRatingsByBody,
} from '@zhitong/contract/needs/rating-contract';
import { callbackSeed, drawCallbacks } from '@zhitong/domain/needs/callback-sample';
import { expect, it } from 'vitest';
import { caseIds } from '../../testing/case-examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { Ratings } from './ratings.tsx';

const body = { id: caseIds.body, name: '威海市住房和城乡建设局' };
const other = { id: caseIds.other, name: '威海市交通运输局' };
const grades = [5, 4, 3, 2, 1].map((grade) => ({ grade, count: [30, 8, 2, 1, 1][5 - grade] ?? 0 }));
const sums: RatingSums = {
  bodies: [
    { body, asked: 60, count: 42, grades },
    { body: other, asked: 9, count: 3, grades: null },
  ],
  total: { asked: 60, count: 42, grades },
};
const date = '2026-11-23';
const ids: readonly string[] = [caseIds.body, caseIds.other, caseIds.matter];
const sample: Callbacks = {
  ...{ date, seed: callbackSeed(date), final: true, closed: ids.length, ids: [...ids] },
  callbacks: drawCallbacks(date, ids).map((id) => ({
    ...{ case: { id }, need: { id }, title: `诉求 ${ids.indexOf(id) + 1}`, lead: body, status: 'solved' as const },
    ...{ asker: { id: caseIds.other, name: '威海康护医疗器械有限公司（演示）' }, note: null },
    closedAt: '2026-11-23T06:00:00Z',
  })),
};
const draw = (view: string) => renderScreen(<Ratings />, `/ratings?view=${view}`, 'operator');

async function callFirst() {
  const [first] = await screen.findAllByRole('button', { name: '记录回访' });
  if (!first) throw new Error('nobody to call');
  fireEvent.click(first);
  return within(await screen.findByRole('dialog'));
}

it('adds the grades up by body, hides fewer than five, and leads from a body to its closed cases', async () => {
  startFakeServer().answer(sumRatingsByBody, sums);
  await draw('sums');
  const rowOf = (name: string) => within(screen.getByRole('row', { name: new RegExp(`^${name}`) }));
  await screen.findByRole('table', { name: '评价汇总' });
  expect(rowOf('合计').getByText('95 %')).toBeTruthy();
  expect(rowOf(body.name).getByText('95 %')).toBeTruthy();
  expect(rowOf(body.name).getByRole('link').getAttribute('href')).toBe(`/cases?body=${body.id}&state=closed`);
  expect(rowOf(other.name).getByText('不足 5 个，不显示')).toBeTruthy();
});

it('asks for the period that was chosen, exports it, and asks for no half stretch of days', async () => {
  const server = startFakeServer().answer(sumRatingsByBody, sums);
  await draw('sums');
  fireEvent.click(await screen.findByText('近三个月'));
  const file = () => screen.getByRole('link', { name: /导出 Excel/ }).getAttribute('href');
  await waitFor(() => expect(server.questions(sumRatingsByBody).at(-1)?.query.get('period')).toBe('three-months'));
  expect(file()).toMatch(/^\/api\/ratings\/bodies\/export\?lang=zh.*period=three-months/);
  expect(screen.getByText(/每满 5 个合成一批/)).toBeTruthy();
  const before = server.questions(sumRatingsByBody).length;
  fireEvent.click(screen.getByText('起止日期'));
  expect(await screen.findByText(/请写起止两个日期/)).toBeTruthy();
  expect(screen.queryByRole('link', { name: /导出 Excel/ })).toBeNull();
  expect(server.questions(sumRatingsByBody)).toHaveLength(before);
});

it('says what will stand there while nobody has rated', async () => {
  startFakeServer().answer(sumRatingsByBody, { bodies: [], total: { asked: 0, count: 0, grades: null } });
  await draw('sums');
  expect(await screen.findByText(/还没有企业评价/)).toBeTruthy();
});

it('shows a body its own sum alone, and to a firm why there is none', async () => {
  const message = '贵单位不办理诉求，没有评价汇总';
  const server = startFakeServer().answer(sumRatings, { count: 42, grades });
  const { unmount } = await renderScreen(<Ratings />, '/ratings', 'handler');
  expect(await screen.findByRole('table', { name: '本单位评价汇总' })).toBeTruthy();
  expect(server.questions(sumRatingsByBody)).toHaveLength(0);
  expect(screen.queryByText('回访抽样')).toBeNull();
  unmount();
  startFakeServer().refuse(sumRatings, 403, { code: 'ratings.not-a-body', message });
  await renderScreen(<Ratings />, '/ratings', 'manager');
  expect(await screen.findByText(message)).toBeTruthy();
});

it('leads from a suspicion to each case behind it, and names none of the own body', async () => {
  const mark = { words: '模板答复', person: '演示-庚', from: '2026-11-20T01:00:00Z', to: '2026-11-22T01:00:00Z' };
  const cases = ids.map((id, place) => ({ id, title: `诉求 ${place + 1}` }));
  startFakeServer().answer(listSuspicions, {
    suspicions: [
      { ...mark, kind: 'template-answers', body, count: 3, cases },
      { ...mark, kind: 'self-rating', body: other, person: null, count: 1, cases: [] },
    ],
  });
  await draw('suspicions');
  for (const { id, title } of cases)
    expect((await screen.findByRole('link', { name: title })).getAttribute('href')).toBe(`/cases/${id}`);
  expect(screen.getByText(/涉及本单位，不列办件/)).toBeTruthy();
});

it('says that nothing was found, or that it could not be read', async () => {
  startFakeServer().answer(listSuspicions, { suspicions: [] });
  const { unmount } = await draw('suspicions');
  expect(await screen.findByText(/没有发现集中答复/)).toBeTruthy();
  unmount();
  startFakeServer().fail(listSuspicions);
  await draw('suspicions');
  expect(await screen.findByRole('alert', {}, { timeout: 5_000 })).toBeTruthy();
});

it('notes what a firm said, and asks for it when nothing was chosen', async () => {
  const server = startFakeServer()
    .answer(listCallbacks, sample)
    .answer(noteCallback, {
      ...{
        note: { outcome: 'not-solved', said: null, by: '演示-甲', at: '2026-11-24T01:00:00Z' },
        reopened: false,
        due: null,
      },
    });
  await draw('callbacks');
  const dialog = await callFirst();
  fireEvent.click(dialog.getByRole('button', { name: /^保\s*存$/ }));
  expect(dialog.getByText('请选择企业怎么说')).toBeTruthy();
  fireEvent.click(dialog.getByLabelText('企业说没有解决'));
  fireEvent.change(dialog.getByLabelText(/企业原话/), { target: { value: '窗口不收' } });
  fireEvent.click(dialog.getByRole('button', { name: /^保\s*存$/ }));
  await waitFor(() =>
    expect(server.questions(noteCallback)[0]?.body).toEqual({ date, outcome: 'not-solved', text: '窗口不收' }),
  );
});

it('takes a case up again with one press when the firm says that nothing is solved', async () => {
  const note = { outcome: 'not-solved' as const, said: null, by: '演示-甲', at: '2026-11-24T01:00:00Z' };
  const server = startFakeServer()
    .answer(listCallbacks, sample)
    .answer(noteCallback, { note, reopened: true, due: '2026-12-15T09:30:00Z' });
  await draw('callbacks');
  const dialog = await callFirst();
  expect(dialog.queryByRole('button', { name: '保存并重新办理' })).toBeNull();
  fireEvent.click(dialog.getByLabelText('企业说没有解决'));
  fireEvent.click(dialog.getByRole('button', { name: '保存并重新办理' }));
  await waitFor(() =>
    expect(server.questions(noteCallback)[0]?.body).toEqual({ date, outcome: 'not-solved', reopen: true }),
  );
});

it('says why a call cannot be noted, and keeps what was typed', async () => {
  const message = '这件办件不在 11月23日 的回访名单里';
  startFakeServer().answer(listCallbacks, sample).refuse(noteCallback, 409, { code: 'ratings.not-drawn', message });
  await draw('callbacks');
  const dialog = await callFirst();
  fireEvent.click(dialog.getByLabelText('没有联系上'));
  fireEvent.click(dialog.getByRole('button', { name: /^保\s*存$/ }));
  expect(await dialog.findByText(message)).toBeTruthy();
});

it('draws the sample again in the browser from the published seed, and says whether it is the same', async () => {
  startFakeServer().answer(listCallbacks, sample);
  const { unmount } = await draw('callbacks');
  // on the page itself, and beside the way to check it
  expect(await screen.findAllByText(sample.seed)).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: '在这台电脑上重抽' }));
  expect(await screen.findByText('重抽结果与名单一致（3 件）')).toBeTruthy();
  unmount();
  startFakeServer().answer(listCallbacks, { ...sample, callbacks: sample.callbacks.slice(1) });
  await draw('callbacks');
  fireEvent.click(await screen.findByRole('button', { name: '在这台电脑上重抽' }));
  expect(await screen.findByText(/不一致/)).toBeTruthy();
});

it('offers no call while the day is not over, and another day when nothing was closed', async () => {
  startFakeServer().answer(listCallbacks, { ...sample, final: false });
  const { unmount } = await draw('callbacks');
  expect(await screen.findByText(/这一天还没有过完/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '记录回访' })).toBeNull();
  unmount();
  startFakeServer().answer(listCallbacks, { ...sample, closed: 0, ids: [], callbacks: [] });
  await draw('callbacks');
  expect(await screen.findByText(/没有办结的办件/)).toBeTruthy();
});
