import { fireEvent, screen, waitFor } from '@testing-library/react';
import { viewAnsweredAtOnce } from '@zhitong/contract/needs/article-contract';
import { changeCaseTerms, listCaseTerms } from '@zhitong/contract/needs/case-terms-list-contract';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { changeDisplay } from '#platform/display';
import { caseIds } from '../../testing/case-examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { usualTerms } from '../../testing/terms-examples.ts';
import { CaseTermsScreen } from './case-terms.tsx';
import { DeskAtOnce, DeskCalendar } from './desk-at-once.tsx';

type Shown = z.output<typeof listCaseTerms.reply>;
const current = { from: '2000-01-01', terms: usualTerms, reason: null, by: 'Zhitong', at: '2026-01-01T09:00:00+08:00' };
const planned = {
  ...{ from: '2027-01-04', reason: '提速试行', by: '演示-甲', at: '2026-11-23T09:00:00+08:00' },
  terms: { ...usualTerms, penaltyMinutes: 240 },
};
const shown: Shown = {
  ...{ today: '2026-11-23', current, rows: [planned, current] },
  calendar: { lastDay: '2026-12-31', runsOut: true, uncertain: 12 },
};
const draw = () => renderScreen(<CaseTermsScreen />, '/case-terms', 'operator');

describe('the terms of the clocks', () => {
  it('are a plain table; what is planned says from when, why, and what differs', async () => {
    startFakeServer().answer(listCaseTerms, shown);
    await draw();
    expect(await screen.findByText('2027年1月4日 起执行')).toBeTruthy();
    expect(screen.getByText(/提速试行 · 演示-甲/)).toBeTruthy();
    expect(screen.getByText('240 分钟（工作时间）')).toBeTruthy();
    expect(screen.getByText(/平台开通时的规则/)).toBeTruthy();
  });

  it('warn before the official calendar runs out, with the cases it concerns, here and on the desk', async () => {
    startFakeServer().answer(listCaseTerms, shown);
    const own = await draw();
    expect(await screen.findByText(/只公布到 2026年12月31日.*现有 12 件在办/)).toBeTruthy();
    own.unmount();
    await renderScreen(<DeskCalendar />, '/desk', 'operator');
    expect(await screen.findByText(/只公布到 2026年12月31日/)).toBeTruthy();
  });

  it('keep quiet on the desk while there is time', async () => {
    startFakeServer().answer(listCaseTerms, { ...shown, calendar: { ...shown.calendar, runsOut: false } });
    await renderScreen(<DeskCalendar />, '/desk', 'operator');
    expect(await screen.findByRole('link', { name: '查看时限规则' })).toBeTruthy();
    expect(screen.queryByText(/只公布到/)).toBeNull();
  });

  it('are changed from a day to come with a reason; what runs keeps its terms, and it says so', async () => {
    const server = startFakeServer()
      .answer(listCaseTerms, shown)
      .answer(changeCaseTerms, { terms: { from: '2027-02-01' } });
    await draw();
    fireEvent.click(await screen.findByRole('button', { name: '修改规则' }));
    expect(await screen.findByText(/在办的件保留提交时给的办理天数/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('协办时限'), { target: { value: 'x' } });
    fireEvent.click(screen.getByRole('button', { name: '保存，从那一天起执行' }));
    expect(await screen.findByText('有 3 处需要修改')).toBeTruthy();
    expect(screen.getByText('“协办时限”要填 1 到 250 的整数')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('协办时限'), { target: { value: '3' } });
    fireEvent.change(screen.getByLabelText('修改原因'), { target: { value: '协办来不及' } });
    const day = await screen.findByLabelText('从哪一天起执行');
    fireEvent.mouseDown(day);
    fireEvent.change(day, { target: { value: '2027-02-01' } });
    fireEvent.keyDown(day, { key: 'Enter', code: 'Enter', keyCode: 13 });
    fireEvent.click(screen.getByRole('button', { name: '保存，从那一天起执行' }));
    await waitFor(() =>
      expect(server.questions(changeCaseTerms)[0]?.body).toEqual({
        ...{ from: '2027-02-01', reason: '协办来不及', seen: planned.at },
        terms: { ...planned.terms, helperDays: 3 },
      }),
    );
  });

  it('say why they are refused, and speak English', async () => {
    startFakeServer().refuse(listCaseTerms, 403, { code: 'platform.forbidden', message: '您的岗位不能做这件事' });
    const refused = await draw();
    expect(await screen.findByText('您的岗位不能做这件事')).toBeTruthy();
    refused.unmount();
    startFakeServer().answer(listCaseTerms, shown);
    changeDisplay({ language: 'en' });
    await draw();
    expect(await screen.findByText('240 working minutes')).toBeTruthy();
  });
});

describe('what was answered at once', () => {
  const answers = [
    {
      ...{
        kind: 'article' as const,
        id: caseIds.other,
        title: '宿舍用电',
        body: { id: caseIds.body, name: '市发改委' },
      },
      ...{ times: 9, last: '2026-11-23T09:00:00+08:00' },
    },
  ];
  const reply = { days: 30, accepted: 30, submitted: 70, answers, asOf: '2026-11-23T09:00:00+08:00' };

  it('is a share with its peer, and opens into the answers it is made of', async () => {
    startFakeServer().answer(viewAnsweredAtOnce, reply);
    await renderScreen(<DeskAtOnce />, '/desk', 'operator');
    expect(await screen.findByText('近 30 天，100 件里有 30 件企业提交前就得到答案，占 30 %。')).toBeTruthy();
    expect(screen.getByText(/江苏.*60 %/)).toBeTruthy();
    expect(screen.getByText('宿舍用电').getAttribute('href')).toBe(`/articles/${caseIds.other}`);
  });

  it('is told in numbers while they are few, and as nothing while there is nothing', async () => {
    startFakeServer().answer(viewAnsweredAtOnce, { ...reply, accepted: 3, submitted: 4 });
    const few = await renderScreen(<DeskAtOnce />, '/desk', 'operator');
    expect(await screen.findByText('近 30 天，3/7 件企业提交前就得到答案。')).toBeTruthy();
    few.unmount();
    startFakeServer().answer(viewAnsweredAtOnce, { ...reply, accepted: 0, submitted: 0, answers: [] });
    await renderScreen(<DeskAtOnce />, '/desk', 'operator');
    expect(await screen.findByText(/还没有企业提交需求/)).toBeTruthy();
  });
});
