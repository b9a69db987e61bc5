import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseAction } from '@zhitong/domain/needs/case-action';
import { workingDaysMs } from '@zhitong/domain/needs/case-terms';
import type { FundingAskState } from '@zhitong/domain/needs/funding';
import type { FundingDeclineCode, FundingGuarantee, FundingLostCode } from '@zhitong/domain/needs/funding-codes';
import { workedAfter } from '@zhitong/domain/needs/working-time';
import { readCityFiles } from '@zhitong/tools/seed-city/city-files';
import type { FateStep } from './seed-case-fates.ts';
import type { CaseStory, CaseWorld } from './seed-case-stories.ts';
import { districtBodyRows } from './seed-district-bodies.ts';
import { dataFolder } from './seed-reference.ts';

/** An invented wish for money and what the banks said (data/demo-city/funding-asks.json). */
interface Told {
  /** its sign-in */
  readonly firm: string;
  readonly text: string;
  readonly daysAgo: number;
  readonly solved: boolean;
  /** which bank's offer was taken; null: none yet */
  readonly take: number | null;
  readonly banks: readonly ToldBank[];
}

interface ToldBank {
  /** its sign-in, or its short name */
  readonly bank: string;
  readonly offer?: ToldOffer;
  readonly decline?: { readonly code: FundingDeclineCode; readonly change: string };
  readonly receipt: 'used' | 'waiting' | null;
}

export interface ToldOffer {
  readonly wan: number;
  readonly percent: number;
  readonly months: number;
  readonly guarantee: FundingGuarantee;
  readonly feesYuan: number;
  readonly note: string;
}

type Bank = CaseWorld['rows']['organisations'][number];

/** One bank that was asked in a story. */
export interface AskStory {
  readonly id: string;
  readonly story: CaseStory;
  readonly bank: Bank;
  readonly state: FundingAskState;
  readonly lost: FundingLostCode | null;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
  readonly settledAt: Date | null;
  readonly offer: ToldOffer | undefined;
  readonly decline: ToldBank['decline'];
  readonly receipt: ToldBank['receipt'];
}

/** The matter of the duty table all of them stand under: 银企对接与贷款难协调. */
const matter = '277';

export function tellFunding(world: CaseWorld): readonly AskStory[] {
  const told: readonly Told[] = JSON.parse(readFileSync(join(dataFolder, 'demo-city', 'funding-asks.json'), 'utf8'));
  const districts = districtBodyRows(readCityFiles(dataFolder), world.rows);
  return told.flatMap((one) => tellOne(world, one, districts));
}

function tellOne(world: CaseWorld, told: Told, districts: ReturnType<typeof districtBodyRows>): readonly AskStory[] {
  const { rows, rules, now, newId } = world;
  const asker = signedIn(world, told.firm);
  const duty = rows.duties.find(({ number }) => number === matter);
  if (!duty) throw new Error(`The duty table has no matter ${matter}.`);
  const desk = districts.find(
    ({ list, body_id, region }) => list === 'funding' && body_id === duty.bodyId && region === asker.region,
  );
  const body = desk?.district_body_id ?? duty.bodyId;
  const start = startOf(world, told.daysAgo);
  // hours of work after it came
  const at = (hours: number) => workedAfter(rules.calendar, start, hours * 3_600_000).at;
  const allowanceMs = workingDaysMs(rules, rules.city.helperDays, start);
  const banks = told.banks.map((one) => bankOf(world, one.bank));
  const steps = stepsOf(told, { banks, body, at, allowanceMs });
  const done = steps.filter(({ action }) => action.at <= now);
  const first: FateStep = {
    action: {
      kind: 'submitted',
      at: start,
      next: body,
      placing: desk ? 'district' : 'no-district-body',
    },
    ...{ side: 'firm', text: null },
  };
  const story: CaseStory = {
    ...{ id: newId(), needId: newId(), kind: 'funding', class: duty.class, asker, text: told.text, duty },
    ...{ proposed: [{ duty, confidence: 0.91 }], steps: [first, ...done] },
  };
  return told.banks.map((one, place) => {
    const bank = banks[place] ?? bankOf(world, one.bank);
    const answered = done.find(({ action }) => isAnswerOf(action, bank.id))?.action.at ?? null;
    const taken = done.find(({ action }) => action.kind === 'offer-accepted')?.action.at ?? null;
    return {
      ...{ id: newId(), story, bank, receipt: one.receipt, askedAt: start, answeredAt: answered },
      dueAt: workedAfter(rules.calendar, start, allowanceMs).at,
      ...{ offer: answered && one.offer ? one.offer : undefined, decline: answered ? one.decline : undefined },
      ...outcomeOf(one, { answered, taken, won: told.take === place, winner: told.banks[told.take ?? -1]?.offer }),
    };
  });
}

/** In office hours, and in the past, also when the demo city is made on a holiday. */
function startOf({ rules, now }: CaseWorld, daysAgo: number): Date {
  const on = (days: number) => workedAfter(rules.calendar, new Date(now.getTime() - days * 86_400_000), 3_600_000).at;
  let days = daysAgo;
  while (on(days) >= now) days += 1;
  return on(days);
}

interface Course {
  readonly banks: readonly Bank[];
  readonly body: string;
  readonly at: (hours: number) => Date;
  readonly allowanceMs: number;
}

function stepsOf({ banks: told, take, solved }: Told, { banks, body, at, allowanceMs }: Course): FateStep[] {
  const asked = banks.map(({ id }) => firm({ kind: 'bank-asked', at: at(0), helper: id, allowanceMs }));
  const answers = banks.flatMap(({ id }, place): FateStep[] => {
    const one = told[place];
    if (one?.offer) return [helper({ kind: 'bank-offered', at: at(4 + 3 * place), helper: id })];
    return one?.decline ? [helper({ kind: 'bank-declined', at: at(4 + 3 * place), helper: id })] : [];
  });
  const winner = banks[take ?? -1];
  return [
    ...asked,
    { action: { kind: 'accepted', at: at(1), body }, side: 'lead', text: null },
    ...answers,
    ...(winner ? [firm({ kind: 'offer-accepted', at: at(20), helper: winner.id })] : []),
    ...(solved ? [firm({ kind: 'confirmed', at: at(44) })] : []),
  ];
}

const firm = (action: CaseAction): FateStep => ({ action, side: 'firm', text: null });
const helper = (action: CaseAction): FateStep => ({ action, side: 'helper', text: null });
const isAnswerOf = (action: CaseAction, bank: string) =>
  (action.kind === 'bank-offered' || action.kind === 'bank-declined') && action.helper === bank;

function outcomeOf(
  { offer, decline }: ToldBank,
  course: { answered: Date | null; taken: Date | null; won: boolean; winner: ToldOffer | undefined },
): Pick<AskStory, 'state' | 'lost' | 'settledAt'> {
  const { answered, taken, won, winner } = course;
  if (taken !== null && won) return { state: 'won', lost: null, settledAt: taken };
  if (taken !== null && decline) return { state: 'ended', lost: null, settledAt: taken };
  if (taken !== null) return { state: 'lost', lost: lossOf(offer, winner), settledAt: taken };
  const open = { lost: null, settledAt: null };
  if (answered === null) return { state: 'open', ...open };
  return { state: decline ? 'declined' : 'offered', ...open };
}

function lossOf(offer: ToldOffer | undefined, winner: ToldOffer | undefined): FundingLostCode {
  if (!(offer && winner)) return 'settled';
  if (offer.percent > winner.percent) return 'cost';
  return offer.wan < winner.wan ? 'amount' : 'settled';
}

function signedIn({ rows }: CaseWorld, username: string): Bank {
  const personId = rows.signIns.find((one) => one.username === username)?.personId;
  const post = rows.posts.find((one) => one.personId === personId);
  const found = rows.organisations.find(({ id }) => id === post?.organisationId);
  if (!found) throw new Error(`funding-asks.json names ${username}, who has no sign-in.`);
  return found;
}

function bankOf(world: CaseWorld, name: string): Bank {
  const found = world.rows.organisations.find(({ kind, shortName }) => kind === 'bank' && shortName === name);
  return found ?? signedIn(world, name);
}
