import type { OrderDetail, OrderRow, OrderTask } from '@zhitong/contract/needs/order-contract';
import { caseIds, redCase } from './case-examples.ts';

export const orderId = '01900000-0000-7000-8000-0000000000d1';
const bureau = { id: '01900000-0000-7000-8000-0000000000d2', name: '威海市工业和信息化局' };

export const orderRow: OrderRow = {
  id: orderId,
  case: { id: caseIds.red, need: { id: caseIds.need }, title: redCase.title, list: 'problem', light: 'red' },
  asker: { id: caseIds.firm, name: redCase.asker.name },
  ...{ body: redCase.lead, holder: '演示-乙', issuer: { ...bureau, side: 'bureau' }, ground: 'late' },
  late: null,
  ...{ status: 'issued', light: 'yellow', due: '2026-11-23T16:05:00+08:00', remainingMinutes: 60, promised: null },
  ...{ returns: 0, issuedAt: '2026-11-23T13:30:00+08:00', overAt: null, callSince: null, demo: true },
};

export const orderShown: OrderDetail = {
  ...orderRow,
  ...{ seq: 1, allowed: ['sign'], next: '威海市发展和改革委员会应于 11月23日 16:05 前签收' },
  steps: [
    {
      ...{ at: '2026-11-23T13:30:00+08:00', actor: bureau.name, said: '请抓紧', side: 'bureau' },
      text: `${bureau.name}督办企业的这件事（已逾期），交威海市发展和改革委员会办，先签收`,
    },
  ],
};

export const orderTask: OrderTask = {
  case: { ...orderRow.case, due: redCase.due, remainingMinutes: -600 },
  ...{ asker: orderRow.asker, body: orderRow.body, since: '2026-11-23T10:00:00+08:00' },
};

export const orderList = {
  ...{ total: 1, lights: { red: 0, yellow: 1, green: 0 }, orders: [orderRow] },
  ...{ dayMinutes: 450, asOf: '2026-11-23T14:05:00+08:00' },
};
