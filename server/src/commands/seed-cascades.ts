import { cascadeTimers, isUrgent, planCascade } from '@zhitong/domain/needs/cascade-plan';
import { type CascadeRing, cascadeRings, ringOfTier, ringsBefore } from '@zhitong/domain/needs/cascade-ring';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { needStateOn } from '@zhitong/domain/needs/need-status';
import type { CitySourcingTerms } from '@zhitong/domain/needs/sourcing-terms';
import type { ReceiptSupplier } from '#features/needs/cascade-reading';
import { type Receipt, receiptRow } from '#features/needs/cascade-receipt-store';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable } from '#platform/city-table';
import type { Tx } from '#platform/database';
import type { CaseWorld } from './seed-case-stories.ts';
import type { Side, Story } from './seed-stories.ts';

interface CascadeWorld extends CaseWorld {
  readonly terms: CitySourcingTerms;
}

interface Told {
  readonly story: Story;
  readonly ring: CascadeRing;
  /** when the outermost ring was asked */
  readonly since: Date;
  /** how the rings inside it were left */
  readonly closedBy: 'time' | 'short';
}

/**
 * Where the cascades of open demo needs stand. Of a need that is some days old the outer rings were asked when the time of the nearer ones
 * was over; of a younger one all at once, because the registered capacity did not suffice.
 */
export function tellCascades(world: CascadeWorld, stories: readonly Story[]): readonly Told[] {
  const today = cityDay(world.now);
  return stories
    .filter(({ need, sides }) => needStateOn(need, today) === 'open' && sides.length > 0)
    .map((story) => {
      const { need } = story;
      const ring = ringOfTier(need.reach);
      const later = ring === 'city' ? undefined : timeOver(world, story);
      const isLater = later !== undefined && later < world.now && !hasAnswerBefore(story, later);
      return { story, ring, since: isLater ? later : need.publishedAt, closedBy: isLater ? 'time' : 'short' } as const;
    });
}

/** Outer rings were asked when the time of the city was over: their matches say so. */
export function asAsked(told: readonly Told[], stories: readonly Story[]): readonly Story[] {
  const known = new Map(told.map((one) => [one.story, one]));
  return stories.map((story) => {
    const one = known.get(story);
    if (one?.closedBy !== 'time') return story;
    const sides = story.sides.map((side) => (isOuter(side) ? { ...side, createdAt: one.since } : side));
    return { ...story, sides };
  });
}

export async function writeCascades(
  tx: Tx,
  connection: BulkConnection,
  { world, told }: { world: CascadeWorld; told: readonly Told[] },
): Promise<void> {
  const tables = [
    { table: 'cascade', rows: told.map(cascadeRow) },
    { table: 'cascade_receipt', rows: told.flatMap((one) => receiptsOf(one).map(receiptRow)) },
    { table: 'cascade_timer', rows: told.flatMap((one) => timerRows(world, one)) },
  ];
  for (const table of tables) await fillCityTable(tx, connection, table);
}

/** who will fit further out is known only when it is asked */
const anyRing: ReadonlySet<CascadeRing> = new Set(cascadeRings);

const isOuter = ({ tier }: Side) => ringOfTier(tier) !== 'city';

function timeOver({ terms, rules }: CascadeWorld, { need }: Story): Date | undefined {
  const [first] = planCascade({
    ...{ terms, calendar: rules.calendar, from: need.publishedAt, urgent: isUrgent(need.text) },
    ...{ deadline: need.deadline, ring: 'city', waitsFor: 'city', peopled: anyRing },
  });
  return first?.dueAt;
}

/** Somebody outside had answered already: it must have been asked from the beginning. */
function hasAnswerBefore({ sides }: Story, at: Date): boolean {
  return sides.some((side) => isOuter(side) && side.response !== null && side.response.at < at);
}

function cascadeRow(one: Told) {
  const { ring, since } = one;
  const { need } = one.story;
  return {
    ...{ city: need.city, need_id: need.id, asker_id: need.organisationId, ring, ring_since: since, demo: need.demo },
    urgent: isUrgent(need.text),
    joined: JSON.stringify(Object.fromEntries(besideOutermost(one).map((inner) => [inner, 'short']))),
  };
}

/** Rings that were asked in the same moment as the outermost one: their accounts are still open. */
function besideOutermost({ ring, closedBy }: Told): readonly CascadeRing[] {
  return ringsBefore(ring).filter((one) => closedBy === 'short' || one !== 'city');
}

/** What the city said, where further rings were asked after its time. */
function receiptsOf({ story: { need, sides }, since, closedBy }: Told): readonly Receipt[] {
  if (closedBy === 'short') return [];
  const suppliers = sides.filter((side) => !isOuter(side)).map((side) => asSupplier(side, since));
  return [
    {
      ...{ city: need.city, needId: need.id, askerId: need.organisationId, ring: 'city', until: since, hand: null },
      ...{ from: need.publishedAt, closedBy: suppliers.length > 0 ? 'time' : 'nobody', suppliers },
    },
  ];
}

function asSupplier({ organisationId: id, organisationName: name, response }: Side, until: Date): ReceiptSupplier {
  if (!response || response.at > until) return { id, name, outcome: 'silent', code: null, answeredAt: null };
  const outcome = response.declined === null ? 'quoted' : 'declined';
  return { id, name, outcome, code: response.declined, answeredAt: response.at.toISOString() };
}

/** Nothing of the demo falls due in the minute in which it is made: what would have, gets its time from now on. */
function timerRows({ terms, rules, now }: CascadeWorld, { story: { need, sides }, ring, since }: Told) {
  const asked = new Set(sides.map(({ tier }) => ringOfTier(tier)));
  const waitsFor = cascadeRings.findLast((one) => asked.has(one)) ?? null;
  const { deadline, text } = need;
  const plan = (from: Date) =>
    cascadeTimers({
      ...{ terms, calendar: rules.calendar, from, urgent: isUrgent(text), deadline, ring, waitsFor },
      peopled: anyRing,
    });
  const planned = plan(since);
  const timers = (planned[0]?.dueAt ?? now) > now ? planned : plan(now);
  return timers.map(({ kind, dueAt }) => ({ city: need.city, need_id: need.id, kind, due_at: dueAt }));
}
