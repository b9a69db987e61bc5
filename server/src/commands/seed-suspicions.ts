import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawSample } from '@zhitong/algorithms/random/random-draw';
import { seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { givenTerms } from '@zhitong/domain/needs/case-terms';
import type { SuspicionKind } from '@zhitong/domain/needs/rating-suspicion';
import { workedAfter } from '@zhitong/domain/needs/working-time';
import type { FateStep } from './seed-case-fates.ts';
import type { CaseStory, CaseWorld } from './seed-case-stories.ts';
import { dataFolder } from './seed-reference.ts';

/** Invented cases of one body that the detector marks (data/demo-city/suspicions.json). */
interface Told {
  readonly kind: SuspicionKind;
  /** number of a matter the city's body answers for itself */
  readonly matter: string;
  readonly daysAgo: number;
  readonly requests: readonly string[];
  /** in turn; one for all where it is a template */
  readonly answers: readonly string[];
}

const minute = 60_000;

/** When the case of a place in the row was answered: a share of its allowance, and how much later than the one before. */
const answerTimes = {
  'bulk-closing': { share: 0.95, apart: minute },
  'template-answers': { share: 0.3, apart: 25 * minute },
  'self-rating': { share: 0.4, apart: 45 * minute },
} as const satisfies Record<SuspicionKind, { readonly share: number; readonly apart: number }>;

/** Something of each kind for the bureau to look at, with the cases behind it. */
export function tellSuspicions(world: CaseWorld): readonly CaseStory[] {
  const told: readonly Told[] = JSON.parse(readFileSync(join(dataFolder, 'demo-city', 'suspicions.json'), 'utf8'));
  return told.flatMap((one) => tellOne(world, one));
}

function tellOne(world: CaseWorld, told: Told): readonly CaseStory[] {
  const { rows, newId } = world;
  const duty = rows.duties.find(({ number }) => number === told.matter);
  if (duty?.level !== 'city') throw new Error(`suspicions.json names ${told.matter}, no matter of the city.`);
  const firms = rows.organisations.filter(
    ({ kind, city, name }) => kind === 'enterprise' && city === duty.city && name.endsWith('（演示）'),
  );
  const askers = drawSample(seededRandom(`suspicions ${told.kind}`), firms, told.requests.length);
  return askers.map((asker, place) => ({
    ...{ id: newId(), needId: newId(), kind: duty.list, class: duty.class, asker, duty },
    text: told.requests[place] ?? '',
    proposed: [{ duty, confidence: 0.94 }],
    steps: stepsOf(world, { told, duty, place }),
    ...(told.kind === 'self-rating' && { rated: 'at-once' as const }),
  }));
}

function stepsOf(
  { rules, now }: CaseWorld,
  { told, duty, place }: { told: Told; duty: NonNullable<CaseStory['duty']>; place: number },
): CaseStory['steps'] {
  const start = workedAfter(rules.calendar, new Date(now.getTime() - told.daysAgo * 24 * 60 * minute), 0).at;
  const { allowanceMs } = givenTerms(rules, { list: duty.list, class: duty.class, at: start });
  const { share, apart } = answerTimes[told.kind];
  const answered = workedAfter(rules.calendar, start, share * allowanceMs + place * apart).at;
  // whoever rates itself is in no doubt whether it is solved
  const afterwards = told.kind === 'self-rating' ? 30_000 : (60 + 10 * place) * minute;
  const confirmed = new Date(answered.getTime() + afterwards);
  const body = duty.bodyId;
  const first: FateStep = { action: { kind: 'submitted', at: start, next: body }, side: 'firm', text: null };
  const rest: FateStep[] = [
    {
      action: { kind: 'accepted', at: workedAfter(rules.calendar, start, 20 * minute).at, body },
      side: 'lead',
      text: null,
    },
    {
      ...{ action: { kind: 'answered', at: answered, body }, side: 'lead' },
      text: told.answers[place % told.answers.length] ?? null,
    },
    { action: { kind: 'confirmed', at: confirmed }, side: 'firm', text: null },
  ];
  return [first, ...rest.filter(({ action }) => action.at <= now)];
}
