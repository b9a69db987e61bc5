import { fireEvent, screen, within } from '@testing-library/react';
import {
  type AnswerComparison,
  answerTechnology,
  compareAnswers,
  getSheet,
  getTechnology,
  listTechnology,
  takeAnswer,
  takeTechnology,
} from '@zhitong/contract/needs/technology-contract';
import type { SheetAnswer, TechnologyAsk } from '@zhitong/contract/needs/technology-values';
import { describe, expect, it, vi } from 'vitest';
import { ids } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { CaseSheetPart } from './case-sheet.tsx';
import { SheetEditor } from './sheet-editor.tsx';
import { readSheet, sheetBody, sheetProblems } from './sheet-fields.ts';
import { TechnologyAskScreen } from './technology-ask-screen.tsx';
import { TechnologyComparison } from './technology-comparison.tsx';
import { TechnologyList } from './technology-list.tsx';

const at = '2026-11-23T09:00:00+08:00';
const answer: SheetAnswer = {
  id: ids.offer,
  items: [
    { target: 1, verdict: 'met', value: 84, evidence: '检测报告 17', day: '2026-11-20', file: null },
    { target: 2, verdict: 'open', value: null, evidence: null, day: null, file: null },
  ],
  ...{ note: '实验室小样', by: '演示-卯', at },
};
const ask: TechnologyAsk = {
  ...{ id: ids.need, asker: { id: ids.buyer, name: '威海甲公司（演示）' }, title: '层间强度', text: '层间强度不够' },
  sheet: {
    targets: [
      { metric: '剪切强度', operator: '>=', value: 80, upTo: null, unit: 'MPa', method: null, environment: null },
      { metric: '纤维含量', operator: 'range', value: 58, upTo: 62, unit: '%', method: '灼烧法', environment: null },
    ],
    ...{ trl: 6, budgetFen: 80_000_000, ipWish: 'joint' },
  },
  ...{ reasons: ['研究方向“碳纤维界面”与需求里的“碳纤维”相符'], state: 'open', askedAt: at, light: 'green' },
  ...{ due: '2026-11-25T17:30:00+08:00', remainingMinutes: 900, dayMinutes: 450, lead: null, taken: false },
  ...{ answer: null, earlier: [], allowed: ['take', 'answer'], demo: true, chosen: false, passedOver: null },
};
const compared: AnswerComparison = {
  ...{ sheet: ask.sheet, mayWrite: false },
  bodies: [
    {
      ...{ body: { id: ids.supplier, name: '甲学院（演示）' }, kind: 'university', reasons: ask.reasons, askedAt: at },
      ...{ due: ask.due, isLead: false, answer, changes: 1, chosen: null, mayTake: true },
    },
    {
      ...{ body: { id: ids.offer, name: '乙中心（演示）' }, kind: 'centre', reasons: [], askedAt: at, due: ask.due },
      ...{ isLead: true, answer: null, changes: 0, chosen: null, mayTake: false },
    },
  ],
};

describe('the target sheet in the form', () => {
  it('begins with what the words state, a range in one row, and can be sent as it stands', () => {
    const read = readSheet([
      { name: '拉伸强度', op: '>=', value: 1800, unit: 'MPa' },
      { name: '克重', op: '>=', value: 200, unit: 'g/m²' },
      { name: '克重', op: '<=', value: 220, unit: 'g/m²' },
    ]);
    expect(sheetBody(read)?.targets).toMatchObject([
      { metric: '拉伸强度', operator: '>=', value: 1800, unit: 'MPa' },
      { metric: '克重', operator: 'range', value: 200, upTo: 220 },
    ]);
    expect(sheetBody(readSheet([]))).toBeNull();
  });

  it('takes readiness and budget from the words, and does not ask for them again', async () => {
    const limits = [{ name: '过滤效率', op: '>=', value: 99, unit: '%' } as const];
    const read = readSheet(limits, '希望攻克可降解熔喷滤材，过滤效率≥99%，成熟度7级，预算80万');
    expect(sheetBody(read)).toMatchObject({ trl: 7, budgetFen: 80_000_000 });
    await renderScreen(<SheetEditor value={read} onChange={vi.fn()} read={1} tried={false} />);
    screen.getByText(/还可以写明/);
    expect(screen.queryByText(/还可以写明.*(成熟度|预算)/)).toBeNull();
  });

  it('names what is missing only once the person has tried to send, and never a row left empty', async () => {
    const started = readSheet([]);
    const [row] = started.targets;
    if (!row) throw new Error('no row');
    const half = { ...started, targets: [row, { ...row, key: 'b', metric: '孔隙率' }] };
    expect(sheetProblems(half)).toEqual([{ row: 2, problem: 'value' }]);
    await renderScreen(<SheetEditor value={half} onChange={vi.fn()} tried={false} />);
    expect(screen.queryByText('第 2 项缺数值')).toBeNull();
    await renderScreen(<SheetEditor value={half} onChange={vi.fn()} tried />);
    screen.getByText('第 2 项缺数值');
  });

  it('adds and removes rows, and keeps one to write in', async () => {
    const onChange = vi.fn();
    const value = readSheet([{ name: '拉伸强度', op: '>=', value: 1800, unit: 'MPa' }]);
    await renderScreen(<SheetEditor value={value} onChange={onChange} read={1} tried={false} />);
    screen.getByText('从您写的话里读出 1 项，请核对。');
    fireEvent.click(screen.getByRole('button', { name: '添加一项' }));
    expect(onChange.mock.lastCall?.[0].targets).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: '去掉第 1 项' }));
    expect(onChange.mock.lastCall?.[0].targets).toMatchObject([{ metric: '', value: null }]);
  });
});

describe('the list of technology needs', () => {
  it('shows what waits, with its clock, and leads to each', async () => {
    startFakeServer().answer(listTechnology, { total: 1, asks: [ask], asOf: at });
    await renderScreen(<TechnologyList />);
    const link = await screen.findByRole('link', { name: '层间强度' });
    expect(link.getAttribute('href')).toContain(`/technology/${ids.need}`);
    screen.getByText('2 项');
  });

  it('says what will stand there when nothing was sent', async () => {
    startFakeServer().answer(listTechnology, { total: 0, asks: [], asOf: at });
    await renderScreen(<TechnologyList />);
    await screen.findByText(/还没有技术需求送到您单位/);
  });

  it('says that it could not be read, and offers to try again', async () => {
    startFakeServer().fail(listTechnology);
    await renderScreen(<TechnologyList />);
    expect(await screen.findByRole('button', { name: '重试' }, { timeout: 5_000 })).toBeTruthy();
  });
});

describe('answering a target sheet', () => {
  it('asks for value, evidence and day only where something is claimed, and sends target by target', async () => {
    const server = startFakeServer();
    server.answer(getTechnology, { ask }).answer(answerTechnology, { ask });
    await renderScreen(<TechnologyAskScreen id={ids.need} />);
    const first = await screen.findByRole('group', { name: /第 1 项 剪切强度 ≥ 80 MPa/ });
    expect(screen.queryByLabelText('达到的数值 MPa')).toBeNull();
    fireEvent.click(within(first).getByLabelText('达到'));
    fireEvent.click(screen.getByRole('button', { name: '提交应答' }));
    screen.getByText('第 1 项选了“达到”，缺数值');
    screen.getByText('第 2 项还没有选');
    fireEvent.change(screen.getByLabelText('达到的数值 MPa'), { target: { value: '84' } });
    fireEvent.change(screen.getByLabelText('依据'), { target: { value: '检测报告 17' } });
    fireEvent.click(within(screen.getByRole('group', { name: /第 2 项/ })).getByLabelText('待定'));
    fireEvent.click(screen.getByRole('button', { name: '提交应答' }));
    await vi.waitFor(() => expect(server.questions(answerTechnology)).toHaveLength(1));
    expect(server.questions(answerTechnology)[0]?.body).toMatchObject({
      items: [
        { target: 1, verdict: 'met', value: 84, evidence: '检测报告 17' },
        { target: 2, verdict: 'open' },
      ],
    });
  });

  it('shows a refusal in words and keeps what was typed', async () => {
    const server = startFakeServer();
    const over = { code: 'technology.over', message: '这件需求已经结束' };
    const answered = { ...ask, answer, state: 'answered' as const };
    server.answer(getTechnology, { ask: answered }).refuse(answerTechnology, 409, over);
    await renderScreen(<TechnologyAskScreen id={ids.need} />);
    fireEvent.click(await screen.findByRole('button', { name: '修改应答' }));
    fireEvent.click(screen.getByRole('button', { name: '提交应答' }));
    await screen.findByText('这件需求已经结束');
    expect(screen.getByLabelText('依据')).toHaveProperty('value', '检测报告 17');
  });

  it('says what taking it over means before it is done, and offers it to nobody who may not', async () => {
    const server = startFakeServer();
    server.answer(getTechnology, { ask }).answer(takeTechnology, { ask });
    await renderScreen(<TechnologyAskScreen id={ids.need} />);
    fireEvent.click(await screen.findByRole('button', { name: '承接' }));
    await screen.findByText(/承接后由您单位主办/);
    fireEvent.click(screen.getByRole('button', { name: '确认承接' }));
    await vi.waitFor(() => expect(server.questions(takeTechnology)).toHaveLength(1));
    server.answer(getTechnology, { ask: { ...ask, allowed: ['answer'], taken: true } });
    await renderScreen(<TechnologyAskScreen id={ids.need} />);
    await screen.findByText('已有创新平台承接。您仍可以逐项应答。');
  });
});

describe('the comparison of answers', () => {
  it('has targets as rows and who answered as columns, and says who has not', async () => {
    startFakeServer().answer(compareAnswers, compared);
    await renderScreen(<TechnologyComparison needId={ids.need} />);
    await screen.findByRole('columnheader', { name: '甲学院（演示）' });
    expect(screen.queryByRole('columnheader', { name: /乙中心/ })).toBeNull();
    const row = screen.getByRole('row', { name: /剪切强度 ≥ 80 MPa/ });
    within(row).getByText('检测报告 17');
    screen.getByText('送达 2 家，1 家已应答。');
    screen.getByText('还没有应答');
    screen.getByText(/1\/2 达到 · .* · 改过 1 次/);
  });

  it('lets a need without a sheet get one, and says when nobody fits or answered', async () => {
    const server = startFakeServer();
    server.answer(compareAnswers, { sheet: null, bodies: [], mayWrite: true });
    await renderScreen(<TechnologyComparison needId={ids.need} />);
    expect(await screen.findByRole('button', { name: '送达目标表' })).toHaveProperty('disabled', true);
    server.answer(compareAnswers, { sheet: ask.sheet, bodies: [], mayWrite: false });
    await renderScreen(<TechnologyComparison needId={ids.need} />);
    await screen.findByText(/没有方向相符的创新平台或高校/);
  });
});

describe('the sheet on the page of a case', () => {
  it('shows whom it went to and who answered, never what, and lets the body in charge send it on', async () => {
    const sent = [{ body: { id: ids.supplier, name: '甲学院（演示）' }, reasons: [], askedAt: at, answered: true }];
    startFakeServer().answer(getSheet, { sheet: ask.sheet, sent, maySend: true, own: null });
    await renderScreen(<CaseSheetPart id={ids.need} />);
    await screen.findByText('已送达 1 家，1 家已应答；应答内容只有企业看到。');
    screen.getByRole('button', { name: '再送达' });
    screen.getByText('剪切强度');
  });
});

describe('taking an answer', () => {
  it('is offered where it may be taken, asks once more, and sends the version that was read with the reason', async () => {
    const server = startFakeServer();
    server.answer(compareAnswers, compared);
    server.answer(takeAnswer, { body: { id: ids.supplier, name: '甲学院（演示）' } });
    await renderScreen(<TechnologyComparison needId={ids.need} />);
    const buttons = await screen.findAllByRole('button', { name: /采用这份应答/ });
    expect(buttons).toHaveLength(1);
    fireEvent.click(buttons[0] as HTMLElement);
    const dialog = within(await screen.findByRole('dialog'));
    dialog.getByText(/1\/2 项达到/);
    fireEvent.click(dialog.getByText('离实际应用还远'));
    fireEvent.click(dialog.getByRole('button', { name: '采用这份应答' }));
    await vi.waitFor(() =>
      expect(server.questions(takeAnswer).at(-1)?.body).toEqual({ answerId: ids.offer, reason: 'readiness' }),
    );
  });

  it('is told where it was done, and to whom it was not', async () => {
    const [first, ...others] = compared.bodies;
    if (!first) throw new Error('nobody');
    const bodies = [{ ...first, mayTake: false, chosen: { at, mended: true } }, ...others];
    startFakeServer().answer(compareAnswers, { ...compared, bodies });
    await renderScreen(<TechnologyComparison needId={ids.need} />);
    await screen.findByText(/已采用，此后有更正/);
    expect(screen.queryByRole('button', { name: /采用这份应答/ })).toBeNull();
    startFakeServer().answer(getTechnology, {
      ask: { ...ask, state: 'over', allowed: [], passedOver: '达到的指标不够' },
    });
    await renderScreen(<TechnologyAskScreen id={ids.need} />);
    await screen.findByText(/这次没有采用您单位的应答：达到的指标不够/);
  });
});
