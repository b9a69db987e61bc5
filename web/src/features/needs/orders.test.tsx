import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  actOnOrder,
  issueOrder,
  listCaseOrders,
  listOrders,
  listOrderTasks,
} from '@zhitong/contract/needs/order-contract';
import { describe, expect, it } from 'vitest';
import { caseIds, redCase } from '../../testing/case-examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { orderId, orderList, orderRow, orderShown, orderTask } from '../../testing/order-examples.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { OrderConsent } from './order-consent.tsx';
import { OrderOfCase } from './order-of-case.tsx';
import { Orders } from './orders.tsx';

const done = { order: { id: orderId, status: 'signed', seq: 2 } } as const;
const noTasks = { total: 0, dayMinutes: 450, tasks: [] };
const serverOf = () =>
  startFakeServer()
    .answer(listOrders, orderList)
    .answer(listOrderTasks, { total: 1, dayMinutes: 450, tasks: [orderTask] })
    .answer(issueOrder, done)
    .answer(actOnOrder, done);

describe('the list of orders', () => {
  it('shows each order with its light, its step and the way to its case, and leaves as a sheet under the same filter', async () => {
    const server = serverOf();
    await renderScreen(<Orders />, '/orders?orderLight=yellow', 'operator');
    const table = await screen.findByRole('table', { name: '督办' });
    expect(within(table).getByRole('link', { name: redCase.title }).getAttribute('href')).toBe(`/cases/${caseIds.red}`);
    expect(within(table).getByText('待签收')).toBeTruthy();
    expect(screen.getByRole('link', { name: /导出/ }).getAttribute('href')).toContain('light=yellow');
    fireEvent.click(screen.getByRole('radio', { name: '已结束' }));
    await waitFor(() => expect(server.questions(listOrders).at(-1)?.query.get('state')).toBe('over'));
  });

  it('shows a body in green what another side is late with, and who that is', async () => {
    const late = { id: orderRow.issuer.id, name: '威海市工业和信息化局' };
    const waits = { ...orderRow, status: 'fed-back', light: 'green', late, remainingMinutes: -90 } as const;
    startFakeServer().answer(listOrders, { ...orderList, lights: { red: 0, yellow: 0, green: 1 }, orders: [waits] });
    await renderScreen(<Orders />, '/orders', 'handler');
    const table = within(await screen.findByRole('table', { name: '督办' }));
    expect(table.getByText('威海市工业和信息化局这一步已逾期')).toBeTruthy();
    expect(table.queryByText(/逾期 /)).toBeNull();
  });

  it('orders what is ticked together, and says so', async () => {
    const server = serverOf();
    await renderScreen(<Orders />, '/orders', 'operator');
    fireEvent.click(await screen.findByLabelText(`选中：${redCase.title}`));
    fireEvent.click(screen.getByRole('button', { name: '督办所选 1 件' }));
    fireEvent.change(await screen.findByRole('textbox', { name: /情况说明/ }), { target: { value: '请抓紧' } });
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: /督\s*办/ }));
    await waitFor(() => expect(server.questions(issueOrder).map(({ body }) => body)).toEqual([{ text: '请抓紧' }]));
    expect(await screen.findByText('已督办 1 件')).toBeTruthy();
  });

  it('turns to the next page of what came up, and keeps the page in the address', async () => {
    const server = serverOf().answer(listOrderTasks, { total: 45, dayMinutes: 450, tasks: [orderTask] });
    await renderScreen(<Orders />, '/orders', 'chief-office');
    expect(await screen.findByText('第 1–20 条，共 45 条')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /下一页/ }));
    await waitFor(() => expect(server.questions(listOrderTasks).at(-1)?.query.get('offset')).toBe('20'));
    expect(await screen.findByText('第 21–40 条，共 45 条')).toBeTruthy();
  });

  it('says in place why a case could not be ordered', async () => {
    serverOf().refuse(issueOrder, 409, { code: 'orders.open-already', message: '这件事已由市工信局督办' });
    await renderScreen(<Orders />, '/orders', 'operator');
    fireEvent.click(await screen.findByRole('button', { name: `督办：${redCase.title}` }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /督\s*办/ }));
    expect(await screen.findByText('1 件没有督办成：这件事已由市工信局督办')).toBeTruthy();
  });

  it('shows a body only what it was given, and says when that is nothing', async () => {
    startFakeServer().answer(listOrders, { ...orderList, total: 0, orders: [] });
    await renderScreen(<Orders />, '/orders', 'handler');
    expect(await screen.findByText('没有交给您单位的督办')).toBeTruthy();
    expect(screen.queryByText(/升级到本单位/)).toBeNull();
  });

  it('says that it could not be fetched, with a way to try again', async () => {
    startFakeServer().fail(listOrders).answer(listOrderTasks, noTasks);
    await renderScreen(<Orders />, '/orders', 'operator');
    expect(await screen.findByRole('button', { name: '重试' }, { timeout: 5_000 })).toBeTruthy();
  });
});

describe('the supervision of a case on its page', () => {
  const draw = (shown: typeof orderShown) => {
    const server = serverOf().answer(listCaseOrders, { mayIssue: null, orders: [shown], dayMinutes: 450 });
    return renderScreen(<OrderOfCase id={caseIds.red} title={redCase.title} />, '/cases', 'handler').then(() => server);
  };

  it('lets the body sign with one press, having seen the last step', async () => {
    const server = await draw(orderShown);
    fireEvent.click(await screen.findByRole('button', { name: /签\s*收/ }));
    await waitFor(() => expect(server.questions(actOnOrder)[0]?.body).toEqual({ action: 'sign', seen: 1 }));
  });

  it('asks a feedback for its words and its day before anything is sent', async () => {
    const server = await draw({ ...orderShown, status: 'signed', allowed: ['feed-back'] });
    fireEvent.click(await screen.findByRole('button', { name: /反\s*馈/ }));
    fireEvent.click(screen.getByRole('button', { name: /提\s*交/ }));
    expect(await screen.findByText('请写明情况')).toBeTruthy();
    expect(screen.getByText('请选办结日期')).toBeTruthy();
    expect(server.questions(actOnOrder)).toHaveLength(0);
  });

  it('offers an order to whoever may give one, with the ground, and nothing where there is nothing', async () => {
    startFakeServer().answer(listCaseOrders, { mayIssue: 'judgement', orders: [], dayMinutes: 450 });
    await renderScreen(<OrderOfCase id={caseIds.red} title={redCase.title} />, '/cases', 'operator');
    fireEvent.click(await screen.findByRole('button', { name: /督\s*办/ }));
    const dialog = await screen.findByRole('dialog');
    const send = within(dialog).getByRole('button', { name: /督\s*办/ });
    expect(send).toHaveProperty('disabled', true);
    expect(screen.getByText('理由：调度单位决定')).toBeTruthy();
  });
});

describe('what the firm is asked', () => {
  const fedBack = {
    ...orderShown.steps[0],
    text: '反馈',
    said: '电价已改',
    side: 'lead',
    at: orderRow.issuedAt,
    actor: '',
  } as const;
  const accepted = {
    ...orderShown,
    status: 'accepted',
    allowed: ['consent', 'refuse'],
    promised: '2026-11-30',
  } as const;
  const answered = {
    ...{ mayIssue: null, dayMinutes: 450 },
    orders: [{ ...accepted, allowed: [...accepted.allowed], steps: [...orderShown.steps, fedBack] }],
  };

  it('is whether what the body did is enough; with one press it is struck off', async () => {
    const server = serverOf().answer(listCaseOrders, answered);
    await renderScreen(<OrderConsent caseId={caseIds.red} />, '/needs', 'manager');
    expect(await screen.findByText('电价已改')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '同意销号' }));
    await waitFor(() => expect(server.questions(actOnOrder)[0]?.body).toEqual({ action: 'consent', seen: 1 }));
  });

  it('is why not, when it does not agree', async () => {
    const server = serverOf().answer(listCaseOrders, answered);
    await renderScreen(<OrderConsent caseId={caseIds.red} />, '/needs', 'manager');
    fireEvent.click(await screen.findByRole('button', { name: '不同意' }));
    fireEvent.change(screen.getByRole('textbox', { name: '还有什么没有办到' }), { target: { value: '电费没有变' } });
    fireEvent.click(screen.getByRole('button', { name: /提\s*交/ }));
    await waitFor(() =>
      expect(server.questions(actOnOrder)[0]?.body).toEqual({ action: 'refuse', seen: 1, text: '电费没有变' }),
    );
  });

  it('is nothing while the body works, but it reads that its matter is supervised', async () => {
    serverOf().answer(listCaseOrders, { mayIssue: null, orders: [{ ...orderShown, allowed: [] }], dayMinutes: 450 });
    await renderScreen(<OrderConsent caseId={caseIds.red} />, '/needs', 'manager');
    expect(await screen.findByText(/这件事正由威海市工业和信息化局督办/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
