import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bureau, calendar, hour, minute, type Played, playCase, start, tries } from '../testing/case-histories.ts';
import { countedMinutes, plainlyAccountable } from '../testing/case-oracle.ts';
import { type CaseAction, caseSides, isCaseOver } from './case-action.ts';
import { accountableAt, type CaseTerms, caseClock } from './case-clock.ts';
import { nextCaseActions } from './case-decision.ts';
import { afterCaseAction, caseState, currentRound } from './case-history.ts';
import { workedAfter, workedBetween } from './working-time.ts';

const terms: CaseTerms = { calendar, allowanceMs: 5 * 7 * hour, penaltyMs: 6 * hour };
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const clockAt = (actions: readonly [CaseAction, ...CaseAction[]], now: Date) =>
  caseClock(caseState(actions), terms, now);

const submitted: CaseAction = { kind: 'submitted', at: start, next: 'housing' };
const back = (when: string, body: string, next: string): CaseAction => ({
  ...{ kind: 'handed-back', at: at(when), body, next, code: 'not-our-duty' },
});

describe('the clock of a case', () => {
  it('starts at submission, not at acceptance', () => {
    const accepted: CaseAction = { kind: 'accepted', at: at('19T09:00'), body: 'housing' };
    expect(clockAt([submitted, accepted], at('19T10:00')).elapsedMs).toBe(
      workedBetween(calendar, start, at('19T10:00')),
    );
  });

  it('is due at the same hour after the days of the allowance, holidays and swapped days counted', () => {
    expect(clockAt([submitted], start).due).toEqual({ at: at('23T10:05'), certain: true });
  });

  it('keeps the firm’s due time when a case is handed back, and charges the one who did it', () => {
    const { due, shares } = clockAt([submitted, back('17T16:05', 'housing', 'transport')], at('17T17:05'));
    expect(due.at).toEqual(at('23T10:05'));
    expect(shares).toEqual([
      { body: 'housing', heldMs: workedBetween(calendar, start, at('17T16:05')), penaltyMs: 6 * hour, lateMs: 0 },
      { body: 'transport', heldMs: hour, penaltyMs: 0, lateMs: 0 },
    ]);
  });

  it('leaves the next body what remains, and shares out lateness by the time held and charged', () => {
    const { remainingMs, shares } = clockAt([submitted, back('17T16:05', 'housing', 'transport')], at('23T14:05'));
    expect(remainingMs).toBe(-2.5 * hour);
    const [housing, transport] = shares;
    expect((housing?.lateMs ?? 0) + (transport?.lateMs ?? 0)).toBe(2.5 * hour);
    const used = (share: typeof housing) => (share?.heldMs ?? 0) + (share?.penaltyMs ?? 0);
    expect((housing?.lateMs ?? 0) / (transport?.lateMs ?? 1)).toBeCloseTo(used(housing) / used(transport), 6);
  });

  it('stands while the firm has the word, and counts all of it when the firm says that it is not solved', () => {
    const answered: CaseAction = { kind: 'answered', at: at('17T10:05'), body: 'housing' };
    const spent = workedBetween(calendar, start, at('17T10:05'));
    expect(clockAt([submitted, answered], at('23T10:05'))).toMatchObject({ elapsedMs: spent, stopped: true });
    const still: CaseAction = { kind: 'not-solved', at: at('19T10:05') };
    expect(clockAt([submitted, answered, still], at('19T10:05')).elapsedMs).toBe(
      workedBetween(calendar, start, at('19T10:05')),
    );
  });

  it('ends with the answer the firm calls the solution, however late the firm says so', () => {
    const answered: CaseAction = { kind: 'answered', at: at('17T10:05'), body: 'housing' };
    const confirmed: CaseAction = { kind: 'confirmed', at: at('27T10:05') };
    const { elapsedMs, remainingMs } = clockAt([submitted, answered, confirmed], at('30T10:05'));
    expect(elapsedMs).toBe(workedBetween(calendar, start, at('17T10:05')));
    expect(remainingMs).toBeGreaterThan(0);
  });

  it('gives a reopened case a round of its own, and adds it to the time taken', () => {
    const actions: readonly [CaseAction, ...CaseAction[]] = [
      submitted,
      { kind: 'answered', at: at('17T10:05'), body: 'housing' },
      { kind: 'confirmed', at: at('17T11:05') },
      { kind: 'reopened', at: at('19T09:00'), next: 'housing', allowanceMs: 15 * 7 * hour },
    ];
    const { elapsedMs, due, start: begun, reopened } = clockAt(actions, at('19T10:00'));
    expect([begun, reopened], 'it starts at the submission all the same').toEqual([start, at('19T09:00')]);
    expect(elapsedMs).toBe(workedBetween(calendar, start, at('17T10:05')) + hour);
    expect(due).toEqual(workedAfter(calendar, at('19T09:00'), 15 * 7 * hour));
  });
});

describe('the clock of a case, over any history of what people try', () => {
  it('agrees with counting every minute by the words of the rule', () => {
    overHistories(60, (played) => {
      const last = lastOf(played);
      const now = new Date(last.at.getTime() + 300 * minute);
      expect(caseClock(last.state, terms, now).elapsedMs).toBe(countedMinutes(last.actions, now) * minute);
    });
  });

  it('never runs backwards, whatever is done', () => {
    overHistories(300, (played) => {
      let before = 0;
      for (const { state, at: now } of played) {
        const { elapsedMs } = caseClock(state, terms, now);
        expect(elapsedMs).toBeGreaterThanOrEqual(before);
        before = elapsedMs;
      }
    });
  });

  it('is not lowered by anything bodies do: without the firm’s word that it is solved, all time since submission counts', () => {
    overHistories(300, (played) => {
      const { actions, state, at: now } = lastOf(played);
      const ends = new Set<string>(['confirmed', 'withdrawn', 'closed', 'chosen']);
      const byFirm = actions.some(({ kind }) => ends.has(kind));
      if (byFirm || state.status === 'answered') return;
      expect(caseClock(state, terms, now).elapsedMs).toBe(workedBetween(calendar, start, now));
    });
  });

  it('moves the due time by an extension that was agreed to, and by nothing else', () => {
    overHistories(300, (played) => {
      for (const { state, at: now } of played) {
        const { start: begun, allowanceMs, extensionMs } = currentRound(state);
        const due = workedAfter(calendar, begun, (allowanceMs ?? terms.allowanceMs) + extensionMs);
        expect(caseClock(state, terms, now).due).toEqual(due);
      }
      const { actions, state } = lastOf(played);
      const agreed = actions.filter(({ kind }) => kind === 'extension-agreed').length;
      expect(state.rounds.reduce((sum, { extensionMs }) => sum + extensionMs, 0)).toBe(agreed * 8 * hour);
    });
  });

  it('has exactly one accountable body at every instant from the submission on', () => {
    overHistories(200, (played) => {
      const { state, actions, at: now } = lastOf(played);
      for (const { holdings, start: begun } of state.rounds) {
        expect(holdings[0]?.from).toEqual(begun);
        for (const [n, { from }] of holdings.slice(1).entries()) expect(from).toEqual(holdings[n]?.to);
        expect(holdings.at(-1)?.to).toBeNull();
      }
      for (let t = start.getTime(); t <= now.getTime(); t += 90 * minute)
        expect(accountableAt(state, new Date(t))).toBe(plainlyAccountable(actions, t));
      expect(accountableAt(state, new Date(start.getTime() - 1))).toBeUndefined();
    });
  });

  it('shares out all the time it counts, to the millisecond', () => {
    overHistories(300, (played) => {
      for (const { state, at: now } of played) {
        const { elapsedMs, remainingMs, shares } = caseClock(state, terms, now);
        expect(shares.reduce((sum, { heldMs }) => sum + heldMs, 0)).toBe(elapsedMs);
        expect(shares.reduce((sum, { lateMs }) => sum + lateMs, 0)).toBe(Math.max(0, -remainingMs));
      }
    });
  });

  it('comes to the same state one action after the other as from the whole history', () => {
    overHistories(200, (played) => {
      const [first, ...rest] = lastOf(played).actions;
      expect(rest.reduce(afterCaseAction, caseState([first]))).toEqual(lastOf(played).state);
    });
  });

  it('has a way on from every state, for the firm or for somebody who must act', () => {
    overHistories(200, (played) => {
      for (const { state } of played) {
        const ways = caseSides.flatMap((side) => nextCaseActions(state, side));
        expect(ways.length > 0).toBe(state.status !== 'withdrawn');
        if (!isCaseOver(state.status)) expect(nextCaseActions(state, 'firm')).toContain('withdrawn');
      }
    });
  });

  it('is handed back at most twice a round, and after the duty table has spoken never again', () => {
    const said = new Map<string, number>();
    overHistories(2_000, (played) => {
      for (const one of played) said.set(one.said, (said.get(one.said) ?? 0) + 1);
      for (const { handedBack, arbitrated } of lastOf(played).state.rounds) {
        expect(handedBack.length).toBeLessThanOrEqual(2);
        expect(handedBack.length === 2).toBe(arbitrated);
        expect(handedBack).not.toContain(bureau);
      }
    });
    for (const word of [
      'answered decided',
      'handed-back decided',
      'confirmed decided',
      'not-solved decided',
      'reopened decided',
    ])
      expect(said.get(word) ?? 0, word).toBeGreaterThan(20);
    for (const word of ['answer-taken decided', 'answer-mended decided'])
      expect(said.get(word) ?? 0, word).toBeGreaterThan(0);
    for (const word of ['cases.arbitrated', 'cases.not-now', 'cases.not-the-lead', 'cases.bureau-keeps'])
      expect(said.get(word) ?? 0, word).toBeGreaterThan(0);
  });
});

function overHistories(numRuns: number, check: (played: readonly [Played, ...Played[]]) => void): void {
  fc.assert(
    fc.property(tries, (list) => check(playCase(list))),
    { numRuns },
  );
}

const lastOf = (played: readonly [Played, ...Played[]]): Played => played.at(-1) ?? played[0];
