import { drawOne } from '@zhitong/algorithms/random/random-draw';
import { type SeededRandom, seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { type CaseState, currentRound } from '@zhitong/domain/needs/case-history';
import type { CaseStanding } from '@zhitong/domain/needs/case-standing';
import { cityDay } from '@zhitong/domain/needs/city-day';
import {
  isOrderOver,
  type OrderAction,
  type OrderIssuer,
  type OrderSide,
  wordsToBody,
} from '@zhitong/domain/needs/order-action';
import { decideOrderAction, orderGround } from '@zhitong/domain/needs/order-decision';
import { type OrderState, orderState } from '@zhitong/domain/needs/order-history';
import { type OrderTerms, orderStanding } from '@zhitong/domain/needs/order-terms';
import { workedAfter } from '@zhitong/domain/needs/working-time';
import type { CaseStory, CaseWorld } from './seed-case-stories.ts';

/** Invented words of supervisors and bodies (data/demo-city/order-phrases.json). */
export interface OrderPhrases {
  readonly orders: readonly string[];
  readonly feedbacks: readonly string[];
  readonly returns: readonly string[];
}

interface OrderStep {
  readonly action: OrderAction;
  readonly side: OrderSide;
  readonly text: string | null;
}

/** A demo case with an order on it, and what was done to the order up to now. */
export interface OrderStory {
  readonly id: string;
  readonly story: CaseStory;
  readonly issuer: { readonly id: string; readonly side: OrderIssuer };
  readonly steps: readonly [OrderStep, ...OrderStep[]];
  readonly state: OrderState;
}

export interface StoodCase {
  readonly story: CaseStory;
  readonly state: CaseState;
  readonly standing: CaseStanding;
  readonly last: { readonly at: Date };
}

const howMany = 18;
/** longer than a weekend */
const restDays = 3;
const hour = 3_600_000;
const day = 24 * hour;

/** How far an order has come, one after the other, so that every state is there. */
const ways = [
  ['signed', 'fed-back', 'accepted'],
  ['signed'],
  [],
  ['signed', 'fed-back'],
  ['signed', 'fed-back', 'returned'],
  ['signed', 'fed-back', 'accepted', 'consented'],
] as const;

/** Orders on demo cases that are not over: first on those that show a ground, then on the firms somebody signs in for. */
export function tellOrders(
  world: CaseWorld,
  { cases, phrases }: { cases: readonly StoodCase[]; phrases: OrderPhrases },
): readonly OrderStory[] {
  const { rows, now } = world;
  const random = seededRandom('orders');
  const organisationOf = new Map(rows.posts.map(({ personId, organisationId }) => [personId, organisationId]));
  const known = new Set(rows.signIns.map(({ personId }) => organisationOf.get(personId)));
  const rank = (one: StoodCase) =>
    // on what happened a moment ago no order could have come far
    Number(one.last.at.getTime() > now.getTime() - restDays * day) * 4 +
    Number(groundOf(one, now) === undefined) * 2 +
    Number(!known.has(one.story.asker.id));
  const open = cases.filter(
    ({ story, state }) => story.kind !== 'sourcing' && (state.status === 'waiting' || state.status === 'handling'),
  );
  return open
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((one, at) => orderOf(world, one, { random, phrases, at }) ?? [])
    .slice(0, howMany);
}

function groundOf({ state, standing }: StoodCase, now: Date) {
  const late = currentRound(state).stop === null && now > standing.dueAt;
  return orderGround({ over: false, late, escalated: false, handBacks: standing.handBacks });
}

interface Telling {
  readonly random: SeededRandom;
  readonly phrases: OrderPhrases;
  readonly at: number;
}

function orderOf(world: CaseWorld, one: StoodCase, { random, phrases, at: place }: Telling): OrderStory | undefined {
  const { rows, rules, now, bureauId, newId } = world;
  const office = rows.posts.find(({ role }) => role === 'chief-office')?.organisationId;
  const ground = groundOf(one, now) ?? 'judgement';
  const chief = place % 3 === 1 && ground !== 'judgement' ? office : undefined;
  const side: OrderIssuer = chief === undefined ? 'bureau' : 'chief';
  const way = ways[place % ways.length] ?? [];
  const soon = new Date(now.getTime() - (restDays + way.length / 2) * day);
  const from = soon > one.last.at ? soon : one.last.at;
  const at = (hours: number) => workedAfter(rules.calendar, from, hours * hour).at;
  const issued: OrderAction = { kind: 'issued', at: at(0.5), issuer: side, next: one.state.lead, ground };
  if (issued.at > now) return undefined;
  const first: OrderStep = { action: issued, side: 'supervisor', text: drawOne(random, phrases.orders) };
  const later = way
    .map((kind, step) => stepOf(kind, { at: at(1 + step), body: one.state.lead, random, phrases }))
    .filter(({ action }) => action.at <= now);
  const state = later.reduce(
    (before, { action, side: by }) => decideOrderAction(before, by, action),
    orderState([issued]),
  );
  return { id: newId(), story: one.story, issuer: { id: chief ?? bureauId, side }, steps: [first, ...later], state };
}

function stepOf(
  kind: (typeof ways)[number][number],
  { at, body, random, phrases }: { at: Date; body: string } & Pick<Telling, 'random' | 'phrases'>,
): OrderStep {
  if (kind === 'signed') return { action: { kind, at, body }, side: 'body', text: null };
  if (kind === 'fed-back') {
    const promised = cityDay(new Date(at.getTime() + 7 * day));
    return { action: { kind, at, body, promised }, side: 'body', text: drawOne(random, phrases.feedbacks) };
  }
  if (kind === 'consented') return { action: { kind, at }, side: 'firm', text: null };
  const text = kind === 'returned' ? drawOne(random, phrases.returns) : null;
  return { action: { kind, at }, side: 'supervisor', text };
}

type Names = ReadonlyMap<string, string>;

export function orderRow(
  { rules, now }: CaseWorld,
  { id, story, issuer, steps, state }: OrderStory,
  { names, terms }: { names: Names; terms: OrderTerms },
) {
  const { dueAt, yellowAt, callAt } = orderStanding(state, terms, rules.calendar);
  const [{ action: first }] = steps;
  const last = steps.at(-1)?.action ?? first;
  return {
    ...{ city: story.asker.city, id, case_id: story.id, asker_id: story.asker.id, lead_id: state.body },
    ...{ lead_name: names.get(state.body) ?? '', issuer_id: issuer.id, issuer_name: names.get(issuer.id) ?? '' },
    ...{ issuer: issuer.side, ground: first.kind === 'issued' ? first.ground : 'judgement', status: state.status },
    ...{ due_at: dueAt, yellow_at: yellowAt, call_at: callAt, told_at: dueAt !== null && dueAt <= now ? dueAt : null },
    ...{ promised: state.promised, returns: state.returns, state: JSON.stringify(state), seq: steps.length },
    ...{ issued_at: first.at, over_at: isOrderOver(state.status) ? last.at : null, demo: true },
  };
}

export function orderActionRows({ id, story, issuer, steps, state }: OrderStory, names: Names) {
  const acting = { body: state.body, supervisor: issuer.id, firm: story.asker.id, system: null };
  return steps.map(({ action, side, text }, at) => {
    const body = acting[side];
    return {
      ...{ city: story.asker.city, order_id: id, seq: at + 1, kind: action.kind, at: action.at, side },
      text: wordsToBody.has(action.kind) ? null : text,
      ...{ person_id: null, person_name: null, body_id: body, body_name: body && (names.get(body) ?? '') },
      ...{ lead_name: names.get(state.body) ?? '', action: JSON.stringify(action) },
    };
  });
}

/** What supervisors wrote to bodies stands apart: firms do not read it. */
export function orderWordRows({ id, story, steps }: OrderStory) {
  return steps.flatMap(({ action, text }, at) =>
    wordsToBody.has(action.kind) && text !== null ? [{ city: story.asker.city, order_id: id, seq: at + 1, text }] : [],
  );
}
