import type { CaseDetail, CaseRow } from '@zhitong/contract/needs/case-contract';

export const caseIds = {
  red: '01900000-0000-7000-8000-0000000000c1',
  green: '01900000-0000-7000-8000-0000000000c2',
  need: '01900000-0000-7000-8000-0000000000c3',
  firm: '01900000-0000-7000-8000-0000000000c4',
  body: '01900000-0000-7000-8000-0000000000c5',
  matter: '01900000-0000-7000-8000-0000000000c6',
  other: '01900000-0000-7000-8000-0000000000c7',
} as const;

export const redCase: CaseRow = {
  ...{ id: caseIds.red, need: { id: caseIds.need }, list: 'problem', class: 'normal' },
  title: '员工宿舍用电按商业计价，能否改居民价',
  asker: { id: caseIds.firm, name: '威海海锋渔具有限公司（演示）', region: '371082' },
  ...{ status: 'handling', light: 'red', lead: { id: caseIds.body, name: '威海市发展和改革委员会' } },
  ...{ holder: '演示-乙', since: '2026-11-16T10:05:00+08:00', start: '2026-11-16T10:05:00+08:00' },
  ...{ due: '2026-11-23T10:05:00+08:00', dueCertain: true, remainingMinutes: -240, signDue: null, handBacks: 0 },
  ...{ caughtUp: false, byMark: false, firstAnswerDue: null },
  matter: { id: caseIds.matter, number: '12', title: '电价政策' },
  demo: true,
};

export const greenCase: CaseRow = {
  ...redCase,
  ...{ id: caseIds.green, title: '消防验收排期', light: 'green', remainingMinutes: 2 * 450 + 180, status: 'waiting' },
};

/** As the body that has it sees it. */
export const caseShown: CaseDetail = {
  ...redCase,
  text: '我们的员工宿舍用电一直按商业计价，能否改成居民价？',
  ...{ dayMinutes: 450, seq: 2, mayConfirm: false, extensionWantedMinutes: null, handBackCostMinutes: 360 },
  allowed: ['answer', 'hand-back', 'ask-helper', 'extend', 'ask-firm'],
  events: [
    {
      ...{ at: '2026-11-16T10:05:00+08:00', actor: '威海海锋渔具有限公司（演示）', action: '提交', said: null },
      ...{ text: '威海海锋渔具有限公司（演示）提交，计时开始', side: 'firm' },
    },
  ],
  ...{ files: [], rating: null, chosenByFirm: false },
  ...{ helps: [], candidates: [], next: '威海市发展和改革委员会应于 11月23日 10:05 前答复' },
  asker: { ...redCase.asker, shortName: '海锋渔具', size: '小型', industry: null, cases: 6, solved: 5 },
};

export const caseList = {
  ...{ total: 2, lights: { red: 1, yellow: 0, green: 1 }, cases: [redCase, greenCase] },
  ...{ nextDue: '2026-11-26T10:05:00+08:00', dayMinutes: 450, asOf: '2026-11-23T14:05:00+08:00' },
};
