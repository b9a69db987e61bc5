import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillIn, Refusal } from '../refusal.ts';
import { bodies, calendar, hour, start } from '../testing/case-histories.ts';
import { issued, orderActionOf, orderKinds, orderTries, playOrder } from '../testing/order-histories.ts';
import { isOrderOver, type OrderAction, type OrderSide, orderSides, orderStatuses } from './order-action.ts';
import {
  decideOrderAction,
  decideOrderIssue,
  decideOrderParts,
  followingAction,
  nextOrderActions,
  nextOrderRequests,
} from './order-decision.ts';
import { afterOrderAction, orderState, orderTurn } from './order-history.ts';
import { orderRefusalCodes, orderRefusals } from './order-refusals.ts';
import { orderLight, orderStanding } from './order-terms.ts';
import { orderNext, orderSentence } from './order-timeline.ts';

const terms = {
  signMinutes: 120,
  feedbackMinutes: 960,
  reviewMinutes: 480,
  consentMinutes: 2400,
  callMinutes: 2400,
  yellowShare: 0.25,
};
const later = (hours: number) => new Date(start.getTime() + hours * hour);
const played = (...kinds: OrderAction['kind'][]) =>
  kinds.reduce(
    (state, kind, at) => {
      const side = orderSides.find((one) => nextOrderActions(state, one).includes(kind)) ?? 'body';
      return decideOrderAction(state, side, orderActionOf({ kind, body: bodies[1] }, later(at + 1)));
    },
    orderState([issued]),
  );

function refused(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('not refused');
}

describe('a supervision order, over random histories', () => {
  it('stands as it stood after a call, but for the call itself', () => {
    fc.assert(
      fc.property(orderTries, (list) => {
        for (const { state } of playOrder(list)) {
          if (!nextOrderActions(state, 'supervisor').includes('called')) continue;
          const after = afterOrderAction(state, { kind: 'called', at: later(1_000_000) });
          expect({ ...after, called: state.called }).toEqual(state);
        }
      }),
    );
  });

  it('gives exactly one side the word at every instant until it is over; a call takes it from nobody', () => {
    fc.assert(
      fc.property(orderTries, (list) => {
        for (const { state } of playOrder(list)) {
          const moves = (side: OrderSide) => nextOrderActions(state, side).filter((kind) => kind !== 'called');
          const able = orderSides.filter((side) => side !== 'system' && moves(side).length > 0);
          expect(able).toEqual(isOrderOver(state.status) ? [] : [orderTurn(state.status)]);
        }
      }),
    );
  });

  it('has a way on from every state that is reached, and none from its ends', () => {
    fc.assert(
      fc.property(orderTries, (list) => {
        for (const { state } of playOrder(list)) {
          const ways = orderSides.flatMap((side) => nextOrderActions(state, side));
          expect(ways.length > 0).toBe(!isOrderOver(state.status));
        }
      }),
    );
  });

  it('is never struck off without the firm’s consent, given on a feedback that was accepted', () => {
    fc.assert(
      fc.property(orderTries, (list) => {
        const last = playOrder(list).at(-1);
        const kinds = last?.actions.map(({ kind }) => kind) ?? [];
        if (last?.state.status !== 'struck-off') return;
        expect(kinds.at(-1)).toBe('consented');
        expect(kinds.filter((kind) => kind !== 'moved' && kind !== 'called').at(-2)).toBe('accepted');
      }),
    );
  });

  it('is answered for by the last body it was given to, and only a body that signed feeds back', () => {
    fc.assert(
      fc.property(orderTries, (list) => {
        for (const { state, actions } of playOrder(list)) {
          const given = actions.flatMap((action) => ('next' in action ? [action.next] : []));
          expect(state.body).toBe(given.at(-1));
          if (state.status === 'signed' || state.status === 'fed-back') expect(state.signed).toBe(true);
        }
      }),
    );
  });

  it('comes to the same when it is folded a step at a time, and every turn has a later due instant', () => {
    fc.assert(
      fc.property(orderTries, (list) => {
        const { state, actions } = playOrder(list).at(-1) ?? { state: orderState([issued]), actions: [issued] };
        const [first = issued, ...rest] = actions;
        expect(rest.reduce((before, action) => afterOrderAction(before, action), orderState([first]))).toEqual(state);
        const { dueAt } = orderStanding(state, terms, calendar);
        expect(dueAt === null ? isOrderOver(state.status) : dueAt > state.since).toBe(true);
      }),
    );
  });

  it('reaches every state, and refuses something in every one', () => {
    const seen = new Set<string>();
    const refusedIn = new Set<string>();
    fc.assert(
      fc.property(orderTries, (list) => {
        for (const { state, said } of playOrder(list)) {
          seen.add(state.status);
          if (!said.includes(' ')) refusedIn.add(state.status);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
    expect([...seen].toSorted()).toEqual([...orderStatuses].toSorted());
    expect([...refusedIn].toSorted()).toEqual([...orderStatuses].toSorted());
  });
});

describe('who may order a case', () => {
  const quiet = { over: false, late: false, escalated: false, handBacks: 1 };
  const chief = { issuer: 'chief', text: null, open: undefined } as const;

  it('lets a chief order what is overdue, was escalated or was handed back twice', () => {
    expect(decideOrderIssue({ ...quiet, late: true }, chief)).toBe('late');
    expect(decideOrderIssue({ ...quiet, escalated: true }, chief)).toBe('escalated');
    expect(decideOrderIssue({ ...quiet, handBacks: 2 }, chief)).toBe('handed-back-twice');
  });

  it('refuses a chief anything else, with or without words', () => {
    expect(refused(() => decideOrderIssue(quiet, { ...chief, text: '请抓紧' })).code).toBe('orders.no-ground');
  });

  it('lets the bureau order any open case, without a ground only with a reason', () => {
    expect(decideOrderIssue({ ...quiet, late: true }, { ...chief, issuer: 'bureau' })).toBe('late');
    expect(decideOrderIssue(quiet, { ...chief, issuer: 'bureau', text: '企业多次反映' })).toBe('judgement');
    expect(refused(() => decideOrderIssue(quiet, { ...chief, issuer: 'bureau' })).code).toBe('orders.incomplete');
  });

  it('refuses a case that is over, and one that is on the books already', () => {
    const over = { ...quiet, late: true, over: true };
    expect(refused(() => decideOrderIssue(over, chief)).code).toBe('orders.case-over');
    const late = { ...quiet, late: true };
    expect(refused(() => decideOrderIssue(late, { ...chief, open: { issuer: '市工信局' } })).code).toBe(
      'orders.open-already',
    );
  });
});

describe('the steps of an order', () => {
  it('go from the signature over feedback and review to the firm', () => {
    expect(played('signed', 'fed-back', 'accepted', 'consented').status).toBe('struck-off');
  });

  it('begin again with the body when the supervisor or the firm is not content', () => {
    expect(played('signed', 'fed-back', 'returned')).toMatchObject({ status: 'signed', returns: 1 });
    expect(played('signed', 'fed-back', 'accepted', 'refused')).toMatchObject({ status: 'signed', returns: 1 });
  });

  it('ask a body that got the case to sign first, also when the firm refuses what the former body did', () => {
    expect(played('signed', 'fed-back', 'moved')).toMatchObject({ status: 'issued', body: bodies[1], signed: false });
    expect(played('signed', 'fed-back', 'accepted', 'moved').status).toBe('accepted');
    expect(played('signed', 'fed-back', 'accepted', 'moved', 'refused').status).toBe('issued');
  });

  it('follow their case: to where it goes, and to its end when it is withdrawn', () => {
    const state = orderState([issued]);
    const on = { lead: bodies[1], overForFirm: false, at: later(1) };
    expect(followingAction(state, on)).toMatchObject({ kind: 'moved', next: bodies[1] });
    expect(followingAction(state, { ...on, lead: bodies[0] })).toBeUndefined();
    expect(followingAction(state, { ...on, overForFirm: true })).toMatchObject({ kind: 'ended' });
    expect(followingAction(played('ended'), on)).toBeUndefined();
  });

  it('say whose turn it is and what may be done instead', () => {
    const no = refused(() => decideOrderAction(orderState([issued]), 'firm', { kind: 'consented', at: later(1) }));
    expect(no.code).toBe('orders.not-now');
    expect(fillIn(orderRefusals['orders.not-now'].zh, no.details)).toBe('督办现在由主办单位处理，此时可以：签收');
    expect(fillIn(orderRefusals['orders.not-now'].en, no.details)).toBe(
      'The order is now with the body in charge. Possible now: sign for it',
    );
    expect(no.details.allowed).toEqual(['sign']);
  });

  it('refuse everything once it is off the books or ended', () => {
    const off = played('signed', 'fed-back', 'accepted', 'consented');
    for (const kind of orderKinds)
      expect(
        refused(() => decideOrderAction(off, 'body', orderActionOf({ kind, body: bodies[0] }, later(9)))).code,
      ).toBe('orders.over');
    expect(nextOrderRequests(played('ended'), 'firm')).toEqual([]);
  });

  it('take nothing that happened before what was done already', () => {
    const state = played('signed');
    expect(
      refused(() => decideOrderAction(state, 'body', orderActionOf({ kind: 'fed-back', body: bodies[0] }, start))).code,
    ).toBe('orders.earlier');
  });

  it('ask a feedback for words and for a day that is not over, and a refusal for its reason', () => {
    const given = { text: '已联系企业', promised: '2026-11-20', at: start };
    expect(() => decideOrderParts('feed-back', given)).not.toThrow();
    expect(refused(() => decideOrderParts('feed-back', { ...given, text: null })).code).toBe('orders.incomplete');
    expect(refused(() => decideOrderParts('feed-back', { ...given, promised: undefined })).code).toBe(
      'orders.incomplete',
    );
    expect(refused(() => decideOrderParts('feed-back', { ...given, promised: '2026-11-15' })).code).toBe(
      'orders.promise-past',
    );
    expect(refused(() => decideOrderParts('refuse', { ...given, text: null })).code).toBe('orders.incomplete');
    expect(refused(() => decideOrderParts('return', { ...given, text: null })).code).toBe('orders.incomplete');
    expect(() => decideOrderParts('consent', { ...given, text: null })).not.toThrow();
  });
});

describe('the light of an order', () => {
  it('is green at the start of a turn, yellow in its last quarter, red after it, and done at its end', () => {
    const standing = orderStanding(orderState([issued]), terms, calendar);
    const lights = [0, 1, 1.6, 1.9, 30].map((hours) => orderLight(standing, later(hours)));
    expect(lights).toEqual(['green', 'green', 'yellow', 'yellow', 'red']);
    expect(orderLight(orderStanding(played('ended'), terms, calendar), later(30))).toBe('done');
  });
});

describe('the words of an order', () => {
  it('are there in both languages for every refusal', () => {
    for (const code of orderRefusalCodes)
      expect(orderRefusals[code].zh.length * orderRefusals[code].en.length).toBeGreaterThan(0);
  });

  it('speak to the firm, and about it to everybody else', () => {
    const step = { action: issued, by: '市工信局', body: '市人社局' };
    expect(orderSentence(step, { language: 'zh', isAsker: true })).toBe(
      '市工信局督办您的这件事（已逾期），交市人社局办，先签收',
    );
    expect(orderSentence(step, { language: 'zh', isAsker: false })).toContain('督办企业的这件事');
    const told = orderKinds.map((kind) => {
      const action = orderActionOf({ kind, body: bodies[0] }, start);
      return orderSentence({ ...step, action }, { language: 'en', isAsker: true });
    });
    expect(new Set(told).size).toBe(orderKinds.length);
  });

  it('say what comes next in every state, no two alike', () => {
    const next = orderStatuses.map((status) =>
      orderNext({ status, body: 'A', supervisor: 'B', due: start }, { language: 'zh', isAsker: true }),
    );
    expect(new Set(next).size).toBe(orderStatuses.length);
  });
});
