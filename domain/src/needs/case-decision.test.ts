import { describe, expect, it } from 'vitest';
import { fillIn, Refusal } from '../refusal.ts';
import { bodies, bureau, hour, start } from '../testing/case-histories.ts';
import type { CaseAction } from './case-action.ts';
import { arbitrateCase, type CaseMatter } from './case-arbitration.ts';
import { caseHandBackWords, caseUnsolvedWords } from './case-codes.ts';
import { type CaseActor, decideCaseAction, decideHandBack } from './case-decision.ts';
import { type CaseState, caseState } from './case-history.ts';
import { caseRefusalCodes, caseRefusals } from './case-refusals.ts';

const later = (hours: number) => new Date(start.getTime() + hours * hour);
const begun = caseState([{ kind: 'submitted', at: start, next: 'housing' }]);
const lead: CaseActor = { side: 'lead', body: 'housing' };
const firm: CaseActor = { side: 'firm', body: null };
const matter = (body: string, confidence: number, dutyNumber = body): CaseMatter => ({
  ...{ body, confidence, dutyNumber, title: `matter of ${body}` },
});

function refused(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
}

const asked: CaseAction = { kind: 'extension-asked', at: later(1), body: 'housing', extensionMs: 8 * hour };
const helped: CaseAction = {
  kind: 'helper-asked',
  at: later(1),
  body: 'housing',
  helper: 'transport',
  allowanceMs: hour,
};
const back = (state: CaseState, body: string, matters: readonly CaseMatter[]) =>
  decideHandBack(state, { at: later(2), body, code: 'not-our-duty', matters, bureau });

describe('what may be done to a case', () => {
  it('lets the body that has it answer at once, without signing first', () => {
    expect(decideCaseAction(begun, lead, { kind: 'answered', at: later(1), body: 'housing' }).status).toBe('answered');
  });

  it('refuses a body that does not have it, and names the one that does', () => {
    const other: CaseActor = { side: 'lead', body: 'transport' };
    expect(refused(() => decideCaseAction(begun, other, { kind: 'accepted', at: later(1), body: 'transport' }))).toBe(
      'cases.not-the-lead',
    );
  });

  it('says what may be done instead of what may not', () => {
    try {
      decideCaseAction(begun, firm, { kind: 'confirmed', at: later(1) });
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(error.code).toBe('cases.not-now');
      expect(fillIn(caseRefusals['cases.not-now'].zh, error.details)).toBe('此时可以：补充材料、催一下、撤回');
      expect(fillIn(caseRefusals['cases.not-now'].en, error.details)).toBe('Possible now: add to it, remind, withdraw');
    }
  });

  it('takes no second help from a body that still owes the first, and none from the body in charge', () => {
    const helping = decideCaseAction(begun, lead, helped);
    expect(refused(() => decideCaseAction(helping, lead, helped))).toBe('cases.helper-asked-already');
    expect(refused(() => decideCaseAction(begun, lead, { ...helped, helper: 'housing' }))).toBe('cases.helper-is-lead');
    const stranger: CaseActor = { side: 'helper', body: 'planning' };
    expect(
      refused(() => decideCaseAction(helping, stranger, { kind: 'helper-answered', at: later(2), helper: 'planning' })),
    ).toBe('cases.not-a-helper');
  });

  it('asks for more time once, and gives it only by the word of the firm or the bureau', () => {
    const waiting = decideCaseAction(begun, lead, asked);
    expect(refused(() => decideCaseAction(waiting, lead, asked))).toBe('cases.extension-waits');
    expect(refused(() => decideCaseAction(begun, firm, { kind: 'extension-agreed', at: later(2), side: 'firm' }))).toBe(
      'cases.no-extension-waits',
    );
    expect(refused(() => decideCaseAction(begun, lead, { ...asked, extensionMs: 999 * hour }))).toBe(
      'cases.extension-too-long',
    );
    const agreed = decideCaseAction(waiting, firm, { kind: 'extension-agreed', at: later(2), side: 'firm' });
    expect(agreed.rounds[0]?.extensionMs).toBe(8 * hour);
  });

  it('moves a case to another body only by the bureau, and not to where it is', () => {
    const desk: CaseActor = { side: 'bureau', body: bureau };
    expect(refused(() => decideCaseAction(begun, lead, { kind: 'transferred', at: later(1), next: 'transport' }))).toBe(
      'cases.not-now',
    );
    expect(refused(() => decideCaseAction(begun, desk, { kind: 'transferred', at: later(1), next: 'housing' }))).toBe(
      'cases.same-body',
    );
    expect(decideCaseAction(begun, desk, { kind: 'transferred', at: later(1), next: 'transport' }).lead).toBe(
      'transport',
    );
  });

  it('takes nothing that happened before what has been done already', () => {
    const answered = decideCaseAction(begun, lead, { kind: 'answered', at: later(3), body: 'housing' });
    expect(refused(() => decideCaseAction(answered, firm, { kind: 'confirmed', at: later(2) }))).toBe('cases.earlier');
  });

  it('has a sentence in both languages for every refusal', () => {
    for (const code of caseRefusalCodes)
      expect(caseRefusals[code].zh.length * caseRefusals[code].en.length).toBeGreaterThan(0);
  });
});

describe('the reasons a body must choose from', () => {
  it('are told in both languages, no two alike', () => {
    for (const words of [caseHandBackWords, caseUnsolvedWords].map(Object.values))
      for (const language of ['zh', 'en'] as const)
        expect(new Set(words.map((one) => one[language])).size).toBe(words.length);
  });
});

describe('handing back', () => {
  it('gives the case to the likeliest other body the first time', () => {
    const [first, ...more] = back(begun, 'housing', [
      matter('housing', 0.7),
      matter('planning', 0.4),
      matter('transport', 0.6),
    ]);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ kind: 'handed-back', body: 'housing', next: 'transport' });
  });

  it('gives it to the bureau where no other body is in sight', () => {
    expect(back(begun, 'housing', [])).toMatchObject([{ next: bureau }]);
  });

  it('is decided by the duty table the second time, at the same instant, and is over then', () => {
    const once = caseState([
      { kind: 'submitted', at: start, next: 'housing' },
      ...back(begun, 'housing', [matter('transport', 0.6)]),
    ]);
    const twice = back(once, 'transport', [matter('planning', 0.5, '214')]);
    expect(twice).toMatchObject([
      { kind: 'handed-back', body: 'transport' },
      { kind: 'arbitrated', next: 'planning', dutyNumber: '214' },
    ]);
    const [first, ...more] = twice;
    const ruled = caseState([
      { kind: 'submitted', at: start, next: 'housing' },
      ...back(begun, 'housing', [matter('transport', 0.6)]),
      ...(first ? [first] : []),
      ...more,
    ]);
    expect(refused(() => back(ruled, 'planning', []))).toBe('cases.arbitrated');
  });

  it('is not for the bureau', () => {
    const atDesk = caseState([{ kind: 'submitted', at: start, next: bureau }]);
    expect(refused(() => back(atDesk, bureau, []))).toBe('cases.bureau-keeps');
  });
});

describe('the ruling of the duty table', () => {
  const among = { handedBack: [bodies[0], bodies[1]], bureau };

  it('stands against a body that handed the case back, where the matter is certain', () => {
    expect(arbitrateCase([matter('housing', 0.9, '17'), matter('planning', 0.5)], among)).toEqual({
      next: 'housing',
      dutyNumber: '17',
      dutyTitle: 'matter of housing',
    });
  });

  it('else names the likeliest body that has not handed it back', () => {
    expect(arbitrateCase([matter('housing', 0.6), matter('planning', 0.3, '40')], among)).toEqual({
      next: 'planning',
      dutyNumber: '40',
      dutyTitle: 'matter of planning',
    });
  });

  it('leaves the case with the bureau, and says that no row decided, where nobody is left', () => {
    expect(arbitrateCase([matter('housing', 0.6), matter('transport', 0.5)], among)).toEqual({
      next: bureau,
      dutyNumber: null,
    });
    expect(arbitrateCase([], among)).toEqual({ next: bureau, dutyNumber: null });
  });
});
