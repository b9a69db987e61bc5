import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseAction } from '@zhitong/domain/needs/case-action';
import { workingDaysMs } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { isWholeAnswer, type TargetAnswer } from '@zhitong/domain/needs/target-answer';
import { decideSheet, type Target, type TargetSheet } from '@zhitong/domain/needs/target-sheet';
import { fitScience, type ScienceBody, type ScienceFit } from '@zhitong/domain/needs/technology-fit';
import { workedAfter, workedBetween } from '@zhitong/domain/needs/working-time';
import type { FateStep } from './seed-case-fates.ts';
import type { CaseStory, CaseWorld } from './seed-case-stories.ts';
import { dataFolder } from './seed-reference.ts';

interface TechnologyNeed {
  readonly firm: string;
  readonly text: string;
  readonly workingHoursAgo: number;
  readonly trl?: number | null;
  readonly budgetWan?: number;
  readonly ipWish?: TargetSheet['ipWish'];
  readonly targets: readonly (Pick<Target, 'metric' | 'operator' | 'value' | 'unit'> & Partial<Target>)[];
  readonly taker?: { readonly body: string; readonly after: number };
  readonly answers: readonly {
    readonly body: string;
    readonly after: number;
    readonly items: readonly Partial<TargetAnswer>[];
    readonly note?: string;
  }[];
  readonly confirmedAfter?: number;
}

export interface GivenSheetAnswer {
  readonly bodyId: string;
  readonly at: Date;
  readonly items: readonly TargetAnswer[];
  readonly note: string | null;
}

/** A demo case with its target sheet, whom it went to, and what was answered. */
export interface TechnologyStory extends CaseStory {
  readonly sheet: TargetSheet;
  readonly fits: readonly ScienceFit[];
  readonly takenBy: { readonly bodyId: string; readonly at: Date } | null;
  readonly answers: readonly GivenSheetAnswer[];
  readonly endedAt: Date | null;
}

const hour = 3_600_000;
/** 揭榜挂帅与企业技术难题征集: what firms ask of science without naming a matter lies here first */
const matterWords = '企业技术难题';
const fenPerWan = 1_000_000;

/** Technology needs of demo firms (data/demo-city/technology-needs.json). */
export function tellTechnology(world: CaseWorld): readonly TechnologyStory[] {
  const needs: readonly TechnologyNeed[] = JSON.parse(
    readFileSync(join(dataFolder, 'demo-city', 'technology-needs.json'), 'utf8'),
  );
  const bodies = scienceOf(world);
  return needs.map((need) => tell(world, need, bodies));
}

function scienceOf({ rows }: CaseWorld): readonly ScienceBody[] {
  return rows.organisations
    .filter(({ kind }) => kind === 'centre' || kind === 'university')
    .map(({ id, name, duty }) => ({
      ...{ id, name },
      facts: [
        ...rows.capabilities
          .filter(({ organisationId }) => organisationId === id)
          .map(({ kind: source, name: words, detail }) => ({
            source,
            text: [words, detail].filter(Boolean).join('，'),
          })),
        ...(duty ? [{ source: 'duty' as const, text: duty }] : []),
      ],
    }));
}

function tell(world: CaseWorld, need: TechnologyNeed, bodies: readonly ScienceBody[]): TechnologyStory {
  const { rows, rules, newId } = world;
  const start = hoursBefore(world, need.workingHoursAgo);
  const at = (hours: number) => workedAfter(rules.calendar, start, hours * hour).at;
  const idOf = (short: string) => getOne(rows.organisations.find(({ shortName }) => shortName === short)?.id, short);
  const post = rows.posts.find(
    ({ personId }) => personId === rows.signIns.find(({ username }) => username === need.firm)?.personId,
  );
  const asker = getOne(
    rows.organisations.find(({ id }) => id === post?.organisationId),
    need.firm,
  );
  const duty = getOne(
    rows.duties.find(({ title }) => title.includes(matterWords)),
    matterWords,
  );
  const sheet = sheetOf(need);
  const words = [need.text, ...sheet.targets.flatMap(({ metric, environment }) => [metric, environment ?? ''])];
  const fits = fitScience(words.join('\n'), bodies);
  const takenBy = need.taker ? { bodyId: idOf(need.taker.body), at: at(need.taker.after) } : null;
  const answers = need.answers.map(({ body, after, items, note = null }) => ({
    ...{ bodyId: idOf(body), at: at(after), note },
    items: items.map((item, place) => itemOf(item, { target: place + 1, day: cityDay(at(after)) })),
  }));
  const sent = fits.map(({ body }) => body.id);
  const stranger = [...answers, ...(takenBy ? [takenBy] : [])].find(({ bodyId }) => !sent.includes(bodyId));
  if (stranger) throw new Error(`A demo sheet is answered by a body it was not sent to: ${need.text}`);
  const allowanceMs = workingDaysMs(rules, rules.city.helperDays, start);
  const begin: FateStep = { action: { kind: 'submitted', at: start, next: duty.bodyId }, side: 'firm', text: null };
  const endedAt = need.confirmedAfter === undefined ? null : at(need.confirmedAfter);
  const later: FateStep[] = [
    { action: { kind: 'sheet-sent', at: start, helpers: sent, allowanceMs }, side: 'system', text: null },
    ...(takenBy
      ? [
          {
            action: { kind: 'taken' as const, at: takenBy.at, next: takenBy.bodyId },
            side: 'helper' as const,
            text: null,
          },
        ]
      : []),
    ...answers.map((answer) => answerStep(answer, takenBy?.bodyId)),
    ...(endedAt ? [{ action: { kind: 'confirmed' as const, at: endedAt }, side: 'firm' as const, text: null }] : []),
  ];
  return {
    ...{ id: newId(), needId: newId(), kind: 'technology', class: duty.class, asker, text: need.text, duty },
    ...{ proposed: [{ duty, confidence: 0.9 }], sheet, fits, takenBy, answers, endedAt },
    steps: [begin, ...later.toSorted((one, other) => one.action.at.getTime() - other.action.at.getTime())],
  };
}

/** As the running server writes it: whoever is in charge answers the case, a helper its part. */
function answerStep({ bodyId, at, items }: GivenSheetAnswer, lead: string | undefined): FateStep {
  if (bodyId !== lead) return { action: { kind: 'sheet-answered', at, helper: bodyId }, side: 'helper', text: null };
  const action: CaseAction = { kind: 'answered', at, body: bodyId };
  if (!isWholeAnswer(items)) throw new Error('A demo centre in charge leaves a target open.');
  return { action, side: 'lead', text: `逐项应答：${items.length} 项全部达到。` };
}

function sheetOf({ targets, trl = null, budgetWan, ipWish = null }: TechnologyNeed): TargetSheet {
  const none = { upTo: null, method: null, environment: null };
  const budgetFen = budgetWan === undefined ? null : budgetWan * fenPerWan;
  return decideSheet({ targets: targets.map((target) => ({ ...none, ...target })), trl, budgetFen, ipWish });
}

function itemOf(item: Partial<TargetAnswer>, given: { target: number; day: string }): TargetAnswer {
  const { verdict = 'open', value = null, evidence = null } = item;
  return { target: given.target, verdict, value, evidence, day: verdict === 'open' ? null : given.day, file: null };
}

/** The instant so many working hours ago: office hours, also when the city is made on a holiday. */
function hoursBefore({ rules, now }: CaseWorld, hours: number): Date {
  let before = now.getTime() - hours * hour;
  while (workedBetween(rules.calendar, new Date(before), now) < hours * hour) before -= hour;
  return workedAfter(rules.calendar, new Date(before), 0).at;
}

function getOne<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`The demo city has no ${name}.`);
  return found;
}
