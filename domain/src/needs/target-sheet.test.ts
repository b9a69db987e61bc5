import { fillIn, Refusal } from '@zhitong/domain/refusal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../matching/text-normal.ts';
import { readLimits } from './parse-limit.ts';
import { decideTaking, decideTargetAnswers, isWholeAnswer, type TargetAnswer } from './target-answer.ts';
import { targetOperators } from './target-operator.ts';
import { decideSheet, isReached, proposeTargets, type Target, type TargetSheet } from './target-sheet.ts';
import { isTargetUnit } from './target-unit.ts';
import { fitReasonText, fitScience } from './technology-fit.ts';
import { technologyRefusals } from './technology-refusals.ts';

const strength: Target = {
  ...{ metric: '拉伸强度', operator: '>=', value: 4900, upTo: null, unit: 'MPa', method: null, environment: null },
};
const content: Target = { ...strength, metric: '纤维含量', operator: 'range', value: 58, upTo: 62, unit: '%' };
const sheet: TargetSheet = { targets: [strength, content], trl: 6, budgetFen: null, ipWish: null };
const today = '2026-11-23';

function codeOf(decide: () => unknown): string | undefined {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return undefined;
}

const readFrom = (words: string) => proposeTargets(readLimits(normaliseText(words).text).map(({ value }) => value));

describe('a target sheet', () => {
  it('may be sent with figures alone; readiness, budget and rights are said where the firm wishes', () => {
    expect(decideSheet(sheet)).toBe(sheet);
    expect(decideSheet({ ...sheet, trl: null })).toMatchObject({ trl: null });
  });

  it('names the row that cannot stand, in Chinese and in English', () => {
    const wrong = { ...content, value: 62, upTo: 58 };
    const broken = () => decideSheet({ ...sheet, targets: [strength, wrong] });
    expect(codeOf(broken)).toBe('technology.range-impossible');
    try {
      broken();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { zh, en } = technologyRefusals['technology.range-impossible'];
      expect(fillIn(zh, error.details)).toBe('第 2 项“纤维含量”的范围不成立：上限要大于下限，现在是 62 到 58');
      expect(fillIn(en, error.details)).toContain('target 2, “纤维含量”');
    }
  });

  it('may ask for the same figure under two conditions, and for both ends of it, but for nothing that no value reaches', () => {
    const cold = { ...strength, environment: '−40 ℃' };
    const most = { ...strength, operator: '<=' as const, value: 6000 };
    expect(decideSheet({ ...sheet, targets: [strength, cold, most] }).targets).toHaveLength(3);
    const below = { ...most, value: 4000 };
    expect(codeOf(() => decideSheet({ ...sheet, targets: [strength, below] }))).toBe('technology.targets-contradict');
    const exact = { ...strength, operator: '=' as const, value: 5000 };
    expect(decideSheet({ ...sheet, targets: [strength, exact] }).targets).toHaveLength(2);
  });

  it.each([1, 9])('takes readiness %i, and none outside one to nine', (trl) => {
    expect(decideSheet({ ...sheet, trl }).trl).toBe(trl);
    for (const out of [0, 10, 4.5])
      expect(codeOf(() => decideSheet({ ...sheet, trl: out }))).toBe('technology.trl-out');
  });

  it.each(['MPa', 'mm', '%', '℃', 'g/m²', 'W/(m·K)', 'Wh/kg', 'μg/cm²', 'kWh/t', '次', 'dB', ''])(
    'knows the unit “%s”',
    (unit) => expect(isTargetUnit(unit)).toBe(true),
  );

  it.each(['很多', 'MPaa', '兆', 'abc/def', 'm//'])('does not know the unit “%s”', (unit) =>
    expect(isTargetUnit(unit)).toBe(false),
  );
});

describe('targets read from the firm’s words', () => {
  it('are what the limits of the text say, both ends of one property joined', () => {
    expect(readFrom('拉伸强度≥4900MPa，模量不低于 250GPa，克重20-25g/m²，厚度公差±0.02mm')).toMatchObject([
      { metric: '拉伸强度', operator: '>=', value: 4900, unit: 'MPa' },
      { metric: '拉伸模量', operator: '>=', value: 250, unit: 'GPa' },
      { metric: '克重', operator: 'range', value: 20, upTo: 25, unit: 'g/m²' },
      { operator: '<=', value: 0.02, unit: 'mm' },
    ]);
    expect(readFrom('希望提高板材强度')).toEqual([]);
  });

  it('can be sent as they were read', () => {
    const targets = readFrom('BFE≥95%，克重20-25g/m²，耐温不超过 120℃');
    expect(targets.length).toBeGreaterThanOrEqual(2);
    expect(codeOf(() => decideSheet({ ...sheet, targets }))).toBeUndefined();
  });
});

describe('an answer to a target sheet', () => {
  const met = (target: number, value: number): TargetAnswer => ({
    ...{ target, verdict: 'met', value, evidence: '检测报告', day: '2026-11-12', file: null },
  });
  const open = (target: number): TargetAnswer => ({
    ...{ target, verdict: 'open', value: null, evidence: null, day: null, file: null },
  });
  const code = (...answers: readonly TargetAnswer[]) => codeOf(() => decideTargetAnswers(sheet, answers, today));

  it('says of each target whether it is met; open needs no evidence, all open is no answer', () => {
    expect(code(met(1, 5000), open(2))).toBeUndefined();
    expect(code(open(1), open(2))).toBe('technology.nothing-answered');
    expect(code(met(1, 5000))).toBe('technology.answer-incomplete');
    expect([isWholeAnswer([met(1, 5000), open(2)]), isWholeAnswer([met(1, 5000), met(2, 60)])]).toEqual([false, true]);
  });

  it('takes both ends of a range for reached, and the day of today for a day', () => {
    expect(code(met(1, 4900), met(2, 58))).toBeUndefined();
    expect(code(met(1, 4900), met(2, 62))).toBeUndefined();
    expect(code(met(1, 4900), met(2, 62.1))).toBe('technology.value-short');
    expect(code({ ...met(1, 4900), day: today }, open(2))).toBeUndefined();
    expect(code({ ...met(1, 4900), day: '2026-11-24' }, open(2))).toBe('technology.day-ahead');
  });

  it('never says met of a value that misses, nor not met of one that reaches', () => {
    const value = fc.integer({ min: -1_000, max: 1_000 });
    const anyTarget = fc.record({ operator: fc.constantFrom(...targetOperators), value, width: fc.nat(100) });
    fc.assert(
      fc.property(anyTarget, value, fc.constantFrom('met', 'not-met'), ({ width, ...one }, reached, verdict) => {
        const target: Target = { ...strength, ...one, upTo: one.operator === 'range' ? one.value + width + 1 : null };
        const answers = [{ ...met(1, reached), verdict }];
        const refused = codeOf(() => decideTargetAnswers({ ...sheet, targets: [target] }, answers, today));
        const reaches = {
          ...{ '>=': reached >= target.value, '<=': reached <= target.value, '=': reached === target.value },
          range: reached >= target.value && reached <= (target.upTo ?? 0),
        };
        expect(isReached(target, reached)).toBe(reaches[target.operator]);
        expect(refused === undefined).toBe(reaches[target.operator] === (verdict === 'met'));
      }),
    );
  });
});

describe('taking a technology need over', () => {
  const free = { kind: 'centre', own: 'a', lead: { id: 'body', name: '市科技局' }, takers: [], isOver: false } as const;

  it('is for one centre at a time, and again for others when that one has handed it back', () => {
    expect(codeOf(() => decideTaking(free))).toBeUndefined();
    const held = { ...free, lead: { id: 'b', name: '乙中心' }, takers: ['b'] };
    expect(codeOf(() => decideTaking(held))).toBe('technology.taken-already');
    expect(codeOf(() => decideTaking({ ...free, takers: ['b'] }))).toBeUndefined();
    expect(codeOf(() => decideTaking({ ...held, own: 'b' }))).toBe('technology.yours-already');
  });

  it('is not for a university, nor for anybody when it is over', () => {
    expect(codeOf(() => decideTaking({ ...free, kind: 'university' }))).toBe('technology.only-centres-take');
    expect(codeOf(() => decideTaking({ ...free, isOver: true }))).toBe('technology.over');
  });
});

describe('whom a sheet goes to', () => {
  const body = (id: string, ...texts: readonly string[]) => ({
    ...{ id, name: id, facts: texts.map((text) => ({ source: 'research' as const, text })) },
  });
  const bodies = [
    body('carbon', '碳纤维预浸料制备技术', '复合材料界面改性'),
    body('kelp', '海带生物制品'),
    body('tools', '数控机床主轴研究'),
    body('everything', '产品检测技术研究服务'),
  ];
  const idsOf = (words: string) => fitScience(words, bodies).map((fit) => fit.body.id);

  it('are those whose field stands in the need, each with the words that say why', () => {
    const [fit, ...others] = fitScience('碳纤维板材层间强度不够，寻求技术改进', bodies);
    expect([fit?.body.id, others]).toEqual(['carbon', []]);
    const [reason] = fit?.reasons ?? [];
    expect(reason && fitReasonText(reason, 'zh')).toBe('研究方向“碳纤维预浸料制备技术”与需求里的“碳纤维”相符');
    expect(reason && fitReasonText(reason, 'en')).toBe(
      'Its field of research “碳纤维预浸料制备技术” fits “碳纤维” in the need',
    );
    expect(idsOf('海带深加工')).toEqual(['kelp']);
    expect(idsOf('机床主轴温升太高')).toEqual(['tools']);
  });

  it('are nobody where only everyday words are shared', () => {
    expect(idsOf('寻求产品检测技术')).toEqual([]);
    expect(idsOf('贝类净化水循环')).toEqual([]);
    expect(fitScience('', bodies)).toEqual([]);
  });

  it('are six at most, and the same whatever order the directory is read in', () => {
    const many = Array.from({ length: 12 }, (_none, at) => body(`c${String(at).padStart(2, '0')}`, '碳纤维缠绕'));
    expect(fitScience('碳纤维', many)).toHaveLength(6);
    expect(fitScience('碳纤维', many.toReversed()).map((fit) => fit.body.id)).toEqual(
      fitScience('碳纤维', many).map((fit) => fit.body.id),
    );
  });
});
