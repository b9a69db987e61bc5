import { describe, expect, it } from 'vitest';
import { caseRules } from '../needs/case-terms.ts';
import { usualCaseTerms } from '../testing/usual-case-terms.ts';
import { decideGiving, decideLoss, decideStep, nextStages, type TargetStep } from './target-decision.ts';
import { afterTargetAction, type TargetAction, type TargetState, targetState } from './target-history.ts';
import { targetLight, targetStanding } from './target-light.ts';
import { followingStages, isTargetOver, type TargetStage, targetStages } from './target-stage.ts';

const on = (day: string, time = '10:00') => new Date(`${day}T${time}:00+08:00`);
const registered: TargetAction = {
  ...{ kind: 'registered', at: on('2026-11-02'), body: 'rongcheng', post: 'post-a', next: null, due: null },
};
const lead = targetState([registered]);
const step = (more: Partial<TargetStep> = {}): TargetStep => ({
  ...{ stage: 'contacted', note: '通了电话', next: '拜访', due: '2026-11-12', reason: null },
  ...more,
});
const at = on('2026-11-05');
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (refusal) {
    return (refusal as { code: string }).code;
  }
  return 'done';
};

/** What the table says of a way: without a reason, and with one. */
function saidOf(from: TargetStage, stage: TargetStage): readonly [string, string] {
  if (from === 'producing') return ['targets.over', 'targets.over'];
  const { on: ahead, back }: { readonly on: readonly TargetStage[]; readonly back: readonly TargetStage[] } =
    followingStages[from];
  if (back.includes(stage)) return ['targets.backwards', 'done'];
  const word = from === stage || ahead.includes(stage) ? 'done' : 'targets.not-next';
  return [word, word];
}

describe('a target', () => {
  it('begins as a lead of the body that registered it', () => {
    expect(lead).toMatchObject({ status: 'lead', ownerBody: 'rongcheng', participants: [], since: registered.at });
  });

  it('stays in its stage since it came there, however many steps are noted in it', () => {
    const contacted = decideStep(lead, step(), { at });
    const again = decideStep(contacted, step({ due: '2026-11-20' }), { at: on('2026-11-09') });
    expect([again.status, again.since, again.setAt]).toEqual(['contacted', at, on('2026-11-09')]);
  });

  it.each(targetStages.flatMap((from) => targetStages.map((stage) => [from, stage] as const)))(
    'goes from %s to %s exactly where the table says, back only with a reason',
    (from, stage) => {
      const state: TargetState = { ...lead, status: from };
      const plain = codeOf(() => decideStep(state, step({ stage }), { at }));
      const reasoned = codeOf(() => decideStep(state, step({ stage, reason: '重新谈' }), { at }));
      expect([plain, reasoned]).toEqual(saidOf(from, stage));
    },
  );

  it('never comes to a stage again by going on alone: the stages ahead are later ones', () => {
    for (const [place, stage] of targetStages.entries()) {
      const { on: ahead, back } = followingStages[stage];
      for (const next of ahead) expect(targetStages.indexOf(next)).toBeGreaterThan(place);
      for (const before of back) expect(targetStages.indexOf(before)).toBeLessThan(place);
    }
  });

  it('that is over takes nothing more, and offers nothing', () => {
    const lost = decideLoss(lead, { code: 'cost', note: null, at });
    expect([lost.status, lost.loss, isTargetOver(lost.status)]).toEqual(['lost', 'cost', true]);
    expect(nextStages(lost)).toEqual({ on: [], back: [], same: false });
    expect(codeOf(() => decideLoss(lost, { code: 'cost', note: null, at }))).toBe('targets.over');
  });

  it('given to another body keeps the one before among those that take part, and the new one once', () => {
    const entered = afterTargetAction(lead, { kind: 'entered', at, body: 'wendeng' });
    const given = decideGiving(
      entered,
      { kind: 'given', at, body: 'wendeng', post: 'post-b' },
      { note: null, owner: '演示-戌' },
    );
    expect([given.ownerBody, given.participants]).toEqual(['wendeng', ['rongcheng']]);
  });

  it('that takes in a second record takes in everybody who worked on it', () => {
    const entered = afterTargetAction(lead, { kind: 'entered', at, body: 'wendeng' });
    const whole = afterTargetAction(entered, { kind: 'absorbed', at, bodies: ['wendeng', 'city', 'rongcheng'] });
    expect(whole.participants).toEqual(['wendeng', 'city']);
  });
});

describe('the light of a next step', () => {
  const { calendar, light } = caseRules(usualCaseTerms);
  const standing = (due: string | null, setAt = on('2026-11-02')) =>
    targetStanding({ due, setAt }, { calendar, light });

  it('is green, then yellow within the last working day, red when the day is over', () => {
    const till = standing('2026-11-20');
    const seen = (now: Date) => targetLight(lead, till, now);
    expect(seen(on('2026-11-18'))).toBe('green');
    expect(seen(on('2026-11-20', '09:00'))).toBe('yellow');
    expect(seen(on('2026-11-20', '23:59'))).toBe('yellow');
    expect(seen(on('2026-11-21', '00:00'))).toBe('red');
  });

  it('is none without a next step, and done when the target is over', () => {
    expect(targetLight(lead, standing(null), at)).toBe('none');
    expect(targetLight({ status: 'lost' }, standing(null), at)).toBe('done');
  });

  it('is not yellow for the whole of a short step', () => {
    const { yellowAt } = standing('2026-11-03', on('2026-11-03', '08:00'));
    expect(yellowAt?.getTime()).toBeGreaterThan(on('2026-11-03', '09:00').getTime());
  });

  it('turns yellow before the day is over and never before the step was set, also across days off', () => {
    for (const due of ['2026-11-07', '2026-11-08', '2026-11-09', '2027-02-20']) {
      const setAt = on('2026-11-06', '17:30');
      const { dueAt, yellowAt } = standing(due, setAt);
      expect(Number(yellowAt)).toBeGreaterThanOrEqual(setAt.getTime());
      expect(Number(yellowAt)).toBeLessThanOrEqual(Number(dueAt));
    }
  });
});
