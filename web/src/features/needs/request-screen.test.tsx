import { fireEvent, screen, waitFor } from '@testing-library/react';
import { actOnCase, confirmNeed, needTimeline } from '@zhitong/contract/needs/case-contract';
import { giveRating, linkRating } from '@zhitong/contract/needs/rating-contract';
import { describe, expect, it } from 'vitest';
import { changeDisplay } from '#platform/display';
import { ids, need } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { RequestScreen } from './request-screen.tsx';
import type { RequestTimeline } from './request-timeline.ts';

const at = '2026-11-18T15:20:00+08:00';
const timeline: RequestTimeline = {
  case: { id: ids.deal },
  title: '员工宿舍用电价格',
  text: '员工宿舍用电按商业计价，能否改？',
  list: 'problem',
  status: 'handling',
  light: 'red',
  ...{ caughtUp: false, byMark: false, signDue: null, firstAnswerDue: null },
  remainingMinutes: -240,
  dayMinutes: 450,
  start: at,
  dueCertain: true,
  extensionWantedMinutes: null,
  files: [{ id: ids.offer, name: '合同.pdf', type: 'application/pdf', bytes: 9 }],
  rating: null,
  events: [
    { at, actor: '您', action: '提交', text: '您提交，计时开始', said: null, side: 'firm' },
    {
      at: '2026-11-19T10:00:00+08:00',
      actor: '市发改委',
      action: '签收',
      text: '市发改委签收',
      said: null,
      side: 'lead',
    },
  ],
  holder: { body: { id: ids.supplier, name: '市发改委' }, person: '演示-乙', since: at },
  due: '2026-11-23T10:05:00+08:00',
  next: '市发改委应于 11月23日 10:05 前答复',
  allowed: ['remind', 'supplement', 'withdraw'],
  mayConfirm: false,
  seq: 2,
};

const request = { ...need, kind: 'problem' as const, title: '员工宿舍用电价格' };
async function open(change: Partial<RequestTimeline> = {}) {
  const server = startFakeServer().answer(needTimeline, { ...timeline, ...change });
  await renderScreen(<RequestScreen need={request} />, `/needs/${ids.need}`);
  await screen.findByText('办理过程');
  return server;
}

describe('the page of a request', () => {
  it('says who has it, since when, what comes next by when, and how late it is', async () => {
    await open();
    expect(screen.getByRole('status').textContent).toBe(
      '现在由 市发改委 演示-乙 办理，11月18日 15:20 接手。市发改委应于 11月23日 10:05 前答复。',
    );
    expect(screen.getByText('已超 4 小时')).toBeTruthy();
    const steps = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(steps[0], 'newest first').toContain('市发改委签收');
    expect(screen.getAllByText('合同.pdf').length).toBeGreaterThan(0);
  });

  it('offers only what may be done now, and says in place why a reminder is refused', async () => {
    const server = await open();
    const said = '刚催过，市发改委已收到';
    server.refuse(actOnCase, 409, { code: 'cases.reminded-lately', message: said });
    fireEvent.click(screen.getByRole('button', { name: '催一下' }));
    expect(await screen.findByText(said)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '解决了' })).toBeNull();
  });

  it('asks one thing of an answer: solved, or what is missing', async () => {
    const server = await open({ status: 'answered', light: 'green', mayConfirm: true, allowed: ['withdraw'] });
    server.answer(confirmNeed, { case: { id: ids.deal, status: 'handling' } });
    fireEvent.click(screen.getByRole('button', { name: '没解决，继续办' }));
    fireEvent.change(screen.getByLabelText('还差什么（可不写）'), { target: { value: '没说窗口在哪' } });
    fireEvent.click(screen.getByRole('button', { name: '没解决，继续办' }));
    await waitFor(() =>
      expect(server.questions(confirmNeed)[0]?.body).toEqual({ solved: false, text: '没说窗口在哪' }),
    );
  });

  it('asks for a yes or a no to more time', async () => {
    const server = await open({ extensionWantedMinutes: 900, allowed: ['agree-extension', 'refuse-extension'] });
    server.answer(actOnCase, {
      case: { id: ids.deal, status: 'handling', lead: { id: ids.supplier, name: '市发改委' }, seq: 3 },
    });
    expect(screen.getByText('市发改委申请延期 2 个工作日，您同意才算数。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '不同意' }));
    await waitFor(() => expect(server.questions(actOnCase)[0]?.body).toEqual({ action: 'refuse-extension' }));
  });

  it('takes a grade once it is over: none is chosen beforehand, the link is made and used in one go', async () => {
    const rating = { state: 'open' as const, until: '2026-12-23T10:00:00+08:00', grade: null };
    const server = await open({ status: 'solved', light: 'solved', allowed: ['reopen'], rating });
    server
      .answer(linkRating, { token: '371000.a-token-of-a-test', path: '/rating#x', until: rating.until })
      .answer(giveRating, { reopened: false, due: null, dueCertain: true });
    const five = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'].map((name) => screen.getByLabelText(name));
    expect(five.every((one) => one instanceof HTMLInputElement && !one.checked)).toBe(true);
    expect(screen.getByText('承办人看不到是谁评的')).toBeTruthy();
    expect(screen.getByRole('button', { name: '提交' })).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByLabelText('满意'));
    fireEvent.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(server.questions(giveRating)[0]?.body).toEqual({ grade: 4 }));
  });

  it('is complete in English', async () => {
    await open();
    changeDisplay({ language: 'en' });
    expect(await screen.findByRole('button', { name: 'Remind' })).toBeTruthy();
    expect(screen.getByText('What happened')).toBeTruthy();
  });

  it('says what is the matter when the server refuses', async () => {
    startFakeServer().refuse(needTimeline, 404, { code: 'platform.not-found', message: '没有这条记录' });
    await renderScreen(<RequestScreen need={request} />, `/needs/${ids.need}`);
    expect(await screen.findByRole('alert')).toBeTruthy();
  });
});
