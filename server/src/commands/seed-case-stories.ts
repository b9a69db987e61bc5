import { drawChance, drawInteger, drawNumber, drawOne, drawSample } from '@zhitong/algorithms/random/random-draw';
import { type SeededRandom, seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { placeCase } from '@zhitong/domain/needs/case-placing';
import { type CaseRules, caseRules } from '@zhitong/domain/needs/case-terms';
import { endOfCityDay } from '@zhitong/domain/needs/city-day';
import type { NeedKind } from '@zhitong/domain/needs/need';
import { workedAfter } from '@zhitong/domain/needs/working-time';
import { readCityFiles } from '@zhitong/tools/seed-city/city-files';
import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import { readDemoExamples } from '#features/needs/request-data';
import { type CasePhrases, drawFate, type FateStep } from './seed-case-fates.ts';
import { districtBodyRows } from './seed-district-bodies.ts';
import { dataFolder, readUsualTerms } from './seed-reference.ts';
import type { Story } from './seed-stories.ts';

type Duty = CityRows['duties'][number];
type Firm = CityRows['organisations'][number];

/** A demo case: who asked what, which matter it is, and what happened. */
export interface CaseStory {
  readonly id: string;
  readonly needId: string;
  readonly kind: NeedKind;
  readonly class: Duty['class'];
  readonly asker: Firm;
  readonly text: string;
  readonly duty: Duty | null;
  /** what routing thought of, likeliest first */
  readonly proposed: readonly { readonly duty: Duty; readonly confidence: number }[];
  readonly steps: readonly [FateStep, ...FateStep[]];
  /** graded within the same minute, from where the answer came from */
  readonly rated?: 'at-once';
}

export interface CaseWorld {
  readonly rows: CityRows;
  readonly rules: CaseRules;
  readonly bureauId: string;
  readonly now: Date;
  readonly newId: () => string;
}

const howMany = 320;
/** too unsure for a body: they wait on the bureau’s desk */
const unsure = 6;
/** of each firm somebody signs in for */
const ofEachSignIn = 5;

export function caseWorld(rows: CityRows, { now, newId }: { now: Date; newId: () => string }): CaseWorld {
  const operator = rows.posts.find(({ role }) => role === 'operator');
  if (!operator) throw new Error('The demo city has no operator.');
  return { rows, rules: caseRules(readUsualTerms()), bureauId: operator.organisationId, now, newId };
}

/** What firms of the demo city asked for in the last two months, beside what they wanted to buy. */
export function tellRequests(world: CaseWorld, phrases: CasePhrases): readonly CaseStory[] {
  const random = seededRandom('requests');
  const { rows } = world;
  const districts = districtBodyRows(readCityFiles(dataFolder), rows);
  const byNumber = new Map(rows.duties.map((duty) => [duty.number, duty]));
  const asked = readDemoExamples().flatMap(({ text, number }) => {
    const duty = byNumber.get(number);
    return duty && duty.list !== 'sourcing' ? [{ text, duty }] : [];
  });
  const firms = rows.organisations.filter(
    ({ kind, city, name }) => kind === 'enterprise' && city === rows.duties[0]?.city && name.endsWith('（演示）'),
  );
  const people = new Map(rows.posts.map(({ personId, organisationId }) => [personId, organisationId]));
  const known = new Set(rows.signIns.map(({ personId }) => people.get(personId)));
  const ownFirms = firms
    .filter(({ id }) => known.has(id))
    .flatMap((firm) => Array.from({ length: ofEachSignIn }, () => firm));
  return drawSample(random, asked, howMany).map(({ text, duty }, at) => {
    const asker = ownFirms[at] ?? drawOne(random, firms);
    const second = drawOne(random, rows.duties);
    const asked = { random, phrases, text, duty, second, asker };
    return at >= howMany - unsure ? deskStory(world, asked) : requestStory(world, asked, districts);
  });
}

type DistrictRows = ReturnType<typeof districtBodyRows>;

interface Asked {
  readonly random: SeededRandom;
  readonly phrases: CasePhrases;
  readonly text: string;
  readonly duty: Duty;
  readonly second: Duty;
  readonly asker: Firm;
}

function requestStory(world: CaseWorld, asked: Asked, districts: DistrictRows): CaseStory {
  const { random, phrases, text, duty, second, asker } = asked;
  const { rules, now, bureauId, newId } = world;
  const start = drawStart(random, world);
  const other = second.bodyId === duty.bodyId ? bureauId : second.bodyId;
  const { bodyId: body, placing } = placeOf(asked, districts);
  const fated = { random, rules, phrases, list: duty.list, class: duty.class, start, now, placing };
  return {
    ...{ id: newId(), needId: newId(), kind: duty.list, class: duty.class, asker, text, duty },
    proposed: [
      { duty, confidence: 0.93 },
      { duty: second, confidence: 0.21 },
    ],
    steps: drawFate({ ...fated, body, other, bureau: bureauId }),
  };
}

/** As the running server places it. */
function placeOf({ duty, asker }: Asked, districts: DistrictRows) {
  if (duty.level !== 'district') return { bodyId: duty.bodyId };
  const own = districts.filter(({ list, body_id }) => list === duty.list && body_id === duty.bodyId);
  return placeCase(duty.bodyId, {
    ...{ city: asker.city, region: asker.region },
    districts: own.map(({ region, district_body_id: bodyId }) => ({ region, bodyId })),
  });
}

/** What routing was too unsure of waits for a clerk, since a working day at most. */
function deskStory(
  { rules, now, bureauId, newId }: CaseWorld,
  { random, text, duty, second, asker }: Asked,
): CaseStory {
  const yesterday = workedAfter(
    rules.calendar,
    new Date(now.getTime() - 4 * 86_400_000),
    drawNumber(random, 0, 3) * 3_600_000,
  );
  const action = { kind: 'submitted', at: yesterday.at < now ? yesterday.at : now, next: bureauId } as const;
  return {
    ...{ id: newId(), needId: newId(), kind: duty.list, class: 'normal', asker, text, duty: null },
    proposed: [
      { duty, confidence: 0.44 },
      { duty: second, confidence: 0.31 },
    ],
    steps: [{ action, side: 'firm', text: null }],
  };
}

/** In office hours: half of them in the last working week, the others in the two months before. */
function drawStart(random: SeededRandom, { rules, now }: CaseWorld): Date {
  const days = drawChance(random, 0.5) ? drawNumber(random, 0.2, 7) : drawInteger(random, 8, 60);
  const into = drawNumber(random, 0, 2) * 3_600_000;
  const on = (earlier: number) =>
    workedAfter(rules.calendar, new Date(now.getTime() - (days + earlier) * 86_400_000), into).at;
  // the demo city may be made on a holiday: then the request came before it
  let earlier = 0;
  while (on(earlier) >= now) earlier += 1;
  return on(earlier);
}

/** Every sourcing need is a case of the bureau: answered by the first quote, solved by the choice. */
export function tellSourcing(
  { rows, bureauId, now, newId }: CaseWorld,
  stories: readonly Story[],
): readonly CaseStory[] {
  const firms = new Map(rows.organisations.map((firm) => [firm.id, firm]));
  return stories.flatMap(({ need, sides }) => {
    const asker = firms.get(need.organisationId);
    if (!asker || need.city !== rows.duties[0]?.city) return [];
    const quotes = sides.flatMap(({ response }) => (response && response.declined === null ? [response.at] : []));
    const first = quotes.toSorted((a, b) => a.getTime() - b.getTime())[0];
    const steps = sourcingSteps(need, { first, bureauId, now });
    const none = { duty: null, proposed: [] };
    return [
      {
        id: newId(),
        needId: need.id,
        kind: 'sourcing' as const,
        class: 'normal' as const,
        asker,
        text: need.text,
        ...none,
        steps,
      },
    ];
  });
}

/** A need whose day has gone by without a choice was closed by the bureau two days later, with the cause. */
function sourcingSteps(
  need: Story['need'],
  { first, bureauId, now }: { first: Date | undefined; bureauId: string; now: Date },
): [FateStep, ...FateStep[]] {
  const steps: [FateStep, ...FateStep[]] = [
    { action: { kind: 'submitted', at: need.publishedAt, next: bureauId, running: true }, side: 'firm', text: null },
  ];
  const answer = (at: Date, text: string): FateStep => ({
    action: { kind: 'answered', at, body: bureauId },
    side: 'lead',
    text,
  });
  if (first) steps.push(answer(first, '已有企业报价，请选定。'));
  const { state, closedAt: end } = need;
  if (end && (state === 'chosen' || state === 'withdrawn')) {
    steps.push({ action: { kind: state, at: first && first > end ? first : end }, side: 'firm', text: null });
    return steps;
  }
  const over = need.deadline === null ? undefined : new Date(endOfCityDay(need.deadline).getTime() + 2 * 86_400_000);
  if (!over || over > now) return steps;
  if (!first) steps.push(answer(over, '期限内没有合适的本地供应商，已记为缺链线索。'));
  const code = first ? 'firm-silent' : 'other';
  steps.push({ action: { kind: 'closed', at: over, code }, side: 'bureau', text: null });
  return steps;
}
