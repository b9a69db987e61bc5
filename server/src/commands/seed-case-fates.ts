import { drawChance, drawNumber, drawOne, drawWeighted } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { DutyClass, DutyList } from '@zhitong/domain/directory/duty';
import type { CaseAction, CaseSide } from '@zhitong/domain/needs/case-action';
import { caseHandBackCodes } from '@zhitong/domain/needs/case-codes';
import type { CasePlacing } from '@zhitong/domain/needs/case-placing';
import { type CaseRules, givenTerms, mendingTime } from '@zhitong/domain/needs/case-terms';
import { startOfCityDay } from '@zhitong/domain/needs/city-day';
import { workedAfter } from '@zhitong/domain/needs/working-time';

/** Invented answers and remarks (data/demo-city/case-phrases.json). */
export interface CasePhrases {
  readonly answers: readonly string[];
  readonly refusals: readonly string[];
  readonly questions: readonly string[];
  readonly supplements: readonly string[];
  readonly complaints: readonly string[];
  readonly helperQuestions: readonly string[];
  readonly helperAnswers: readonly string[];
}

/** One thing that happened to a demo case, and what was said with it. */
export interface FateStep {
  readonly action: CaseAction;
  readonly side: CaseSide;
  readonly text: string | null;
}

export interface Fated {
  readonly random: SeededRandom;
  readonly rules: CaseRules;
  readonly phrases: CasePhrases;
  readonly list: DutyList;
  readonly class: DutyClass;
  readonly start: Date;
  /** nothing happens after it */
  readonly now: Date;
  readonly body: string;
  readonly placing: CasePlacing | undefined;
  /** a body that it goes to when it is handed back */
  readonly other: string;
  readonly bureau: string;
}

type Fate = (of: Fated, at: (share: number) => Date) => readonly FateStep[];

/** What became of a demo case up to now: most are solved in time, some late, some handed back, some wait. */
export function drawFate(of: Fated): readonly [FateStep, ...FateStep[]] {
  const { random, rules, start, now, body, placing } = of;
  const { allowanceMs } = givenTerms(rules, { list: of.list, class: of.class, at: start });
  // a share of the allowance as an instant in office hours
  const at = (share: number) => workedAfter(rules.calendar, start, share * allowanceMs).at;
  const [fate] = drawWeighted(random, fates, ([, weight]) => weight);
  const first: FateStep = {
    action: { kind: 'submitted', at: start, next: body, ...(placing && { placing }) },
    side: 'firm',
    text: null,
  };
  const rest = promptly(of, fate(of, at)).filter(({ action }) => action.at <= now);
  return [first, ...gradedBadly(of, rest)];
}

const receipts = [
  '已收到，今天核实后回复您。',
  '已签收，正在和相关科室核对，有消息马上告诉您。',
  '收到，请保持电话畅通。',
] as const;

/** Most bodies sign within the hour and say so to the firm; a few let both marks pass. */
function promptly({ random, rules, start }: Fated, steps: readonly FateStep[]): readonly FateStep[] {
  const own = random.fork('first answer');
  const [first, ...rest] = steps;
  if (first?.action.kind !== 'accepted' || !drawChance(own, 0.9)) return steps;
  const at = workedAfter(rules.calendar, start, drawNumber(own, 5, 55) * 60_000).at;
  const signed = { ...first.action, at: at < first.action.at ? at : first.action.at, words: true as const };
  return [{ ...first, action: signed, text: drawOne(own, receipts) }, ...rest];
}

/** A few firms grade badly what they had confirmed: it is taken up again, with fifteen working days, and answered once more. */
function gradedBadly(of: Fated, steps: readonly FateStep[]): readonly FateStep[] {
  const { random, rules, phrases, now, body: first } = of;
  const own = random.fork('bad grade');
  const last = steps.at(-1)?.action;
  if (last?.kind !== 'confirmed' || !drawChance(own, 0.09)) return steps;
  const answered = steps.findLast(({ action }) => action.kind === 'answered')?.action;
  const body = answered && 'body' in answered ? answered.body : first;
  const after = (hours: number) => workedAfter(rules.calendar, last.at, hours * 3_600_000).at;
  const morning = startOfCityDay(after(2));
  const begun = answered && answered.at > morning ? answered.at : morning;
  const { allowanceMs } = mendingTime(rules, { start: begun, at: after(2) });
  return [
    ...steps,
    step({ kind: 'reopened', at: after(2), next: body, allowanceMs, because: 'rating' }, 'system'),
    step({ kind: 'accepted', at: after(4), body, words: true }, 'lead', drawOne(own, receipts)),
    step({ kind: 'answered', at: after(drawNumber(own, 9, 20)), body }, 'lead', drawOne(own, phrases.answers)),
    step({ kind: 'confirmed', at: after(drawNumber(own, 22, 30)) }, 'firm'),
  ].filter(({ action }) => action.at <= now);
}

const solved: Fate = ({ random, phrases, body }, at) => {
  const answer = drawChance(random, 0.1) ? drawNumber(random, 1.02, 1.3) : drawNumber(random, 0.15, 0.95);
  return [
    step({ kind: 'accepted', at: at(Math.min(answer / 2, 0.1)), body }, 'lead'),
    step({ kind: 'answered', at: at(answer), body }, 'lead', drawOne(random, phrases.answers)),
    step({ kind: 'confirmed', at: at(answer + drawNumber(random, 0.1, 1)) }, 'firm'),
  ];
};

const insisted: Fate = ({ random, phrases, body }, at) => {
  const answer = drawNumber(random, 0.2, 0.5);
  return [
    step({ kind: 'accepted', at: at(0.05), body }, 'lead'),
    step({ kind: 'answered', at: at(answer), body }, 'lead', drawOne(random, phrases.answers)),
    step({ kind: 'not-solved', at: at(answer + 0.2) }, 'firm', drawOne(random, phrases.complaints)),
    step({ kind: 'answered', at: at(answer + 0.4), body }, 'lead', drawOne(random, phrases.answers)),
    step({ kind: 'confirmed', at: at(answer + 0.9) }, 'firm'),
  ];
};

const unsolved: Fate = ({ random, phrases, body }, at) => [
  step({ kind: 'accepted', at: at(0.1), body }, 'lead'),
  step({ kind: 'answered', at: at(0.6), body }, 'lead', drawOne(random, phrases.refusals)),
  step({ kind: 'closed', at: at(1.2), code: drawOne(random, ['no-legal-basis', 'needs-higher-level']) }, 'bureau'),
];

const handedBack: Fate = ({ random, phrases, body, other }, at) => [
  step({ kind: 'handed-back', at: at(0.15), body, code: drawOne(random, caseHandBackCodes), next: other }, 'lead'),
  step({ kind: 'accepted', at: at(0.25), body: other }, 'lead'),
  step({ kind: 'answered', at: at(0.85), body: other }, 'lead', drawOne(random, phrases.answers)),
  step({ kind: 'confirmed', at: at(1.2) }, 'firm'),
];

const ruled: Fate = ({ random, phrases, body, other }, at) => [
  step({ kind: 'handed-back', at: at(0.2), body, code: 'not-our-duty', next: other }, 'lead'),
  step({ kind: 'handed-back', at: at(0.45), body: other, code: 'no-such-matter', next: body }, 'lead'),
  step({ kind: 'arbitrated', at: at(0.45), next: body, dutyNumber: null }, 'system'),
  step({ kind: 'answered', at: at(1.1), body }, 'lead', drawOne(random, phrases.answers)),
];

const asked: Fate = ({ random, phrases, body }, at) => [
  step({ kind: 'accepted', at: at(0.05), body }, 'lead'),
  step({ kind: 'firm-asked', at: at(0.2), body }, 'lead', drawOne(random, phrases.questions)),
  step({ kind: 'supplemented', at: at(0.3) }, 'firm', drawOne(random, phrases.supplements)),
  step({ kind: 'answered', at: at(0.8), body }, 'lead', drawOne(random, phrases.answers)),
];

const slow: Fate = ({ body }, at) => [
  step({ kind: 'accepted', at: at(0.2), body }, 'lead'),
  step({ kind: 'reminded', at: at(1.1) }, 'firm'),
];

const fates: readonly (readonly [Fate, number])[] = [
  [solved, 58],
  [insisted, 8],
  [unsolved, 5],
  [handedBack, 9],
  [ruled, 3],
  [asked, 13],
  [slow, 4],
];

function step(action: CaseAction, side: CaseSide, text: string | null = null): FateStep {
  return { action, side, text };
}
