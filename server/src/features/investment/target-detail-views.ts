import type { getTarget } from '@zhitong/contract/investment/target-contract';
import { newPlaceNames } from '@zhitong/domain/directory/name-places';
import type { PremisesWish } from '@zhitong/domain/investment/premises';
import { rankPremises } from '@zhitong/domain/investment/premises-match';
import { targetActionText } from '@zhitong/domain/investment/target-action-words';
import { alikeTargets } from '@zhitong/domain/investment/target-alike';
import { bodiesOf, nextStages } from '@zhitong/domain/investment/target-decision';
import type { TargetState } from '@zhitong/domain/investment/target-history';
import { isTargetOver, type TargetStatus } from '@zhitong/domain/investment/target-stage';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { z } from 'zod';
import { organisationPlaces } from '#features/directory/public';
import { cityClock } from '#features/needs/public';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import { listOfficers } from './officer-reading.ts';
import { listFreePremises, type StoredPremises } from './premises-reading.ts';
import { premisesRowOf } from './premises-views.ts';
import type { TargetDeps } from './target-deps.ts';
import { findKnown, listOpenTargets } from './target-reading.ts';
import { worksOn } from './target-rights.ts';
import { listTargetRows, targetRowOf } from './target-rows.ts';
import { readTargetAction, readTargetState } from './target-state-json.ts';
import type { Reading } from './target-views.ts';

type Reply = z.input<typeof getTarget.reply>;

/** so many premises stand under a target; the list has them all */
const shownPremises = 20;
const shownSteps = 500;

/** One target with everything that is done about it. */
export function viewTarget(deps: TargetDeps, reading: Reading, id: string): Promise<Reply> {
  const now = deps.effects.now();
  const day = cityDay(now);
  const { viewer, language } = reading;
  const { city } = viewer;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const [row] = await listTargetRows(tx, sql`t.city = ${city} and t.id = ${id}::uuid`, { day, limit: 1, offset: 0 });
    const kept = await findKept(tx, { city, id });
    if (!row || !kept) throw new Refusal('platform.not-found');
    const rules = await cityClock.rules(tx, { city, day });
    const state = readTargetState(kept.state);
    const can = canOf(viewer, state);
    const wish = row.wish === null ? null : jsonColumn<PremisesWish>(row.wish);
    const premises = wish === null ? [] : await listFreePremises(tx, city);
    return {
      target: targetRowOf(row, { deps, language, calendar: rules.calendar, premises, now }),
      ...{ seq: kept.seq, wish: wish && { ...wish }, steps: await listSteps(tx, { city, id, language }), can },
      ...premisesFor(deps, reading, { wish, premises }),
      alike: isTargetOver(state.status) ? [] : await listAlike(tx, { city, id }),
      into: intoOf(kept),
      officers: can.change ? (await listOfficers(tx, { city, day })).map(officerOf) : [],
      ...{ dayMinutes: cityClock.minutesOfToday(rules, now), asOf: now.toISOString() },
    };
  });
}

/** What this viewer may do to it now: the buttons of the screen. */
function canOf(viewer: Viewer, state: TargetState): Reply['can'] {
  const acts = !isTargetOver(state.status) && viewer.role !== 'chief-office';
  const change = acts && worksOn(viewer, { state });
  const enter = acts && !bodiesOf(state).includes(viewer.organisationId);
  if (!change) return { change, enter, on: [], back: [], same: false };
  const { on, back, same } = nextStages(state);
  return { change, enter, on: [...on], back: [...back], same };
}

type Kept = NonNullable<Awaited<ReturnType<typeof findKept>>>;

function intoOf({ into, into_firm }: Kept): Reply['into'] {
  return into === null ? null : { id: into, firm: into_firm ?? '' };
}

const officerOf = ({ body, post }: Awaited<ReturnType<typeof listOfficers>>[number]) => ({
  ...{ postId: post.id, person: post.name, body: { ...body } },
});

async function findKept(tx: Tx, { city, id }: { city: string; id: string }) {
  const { rows } = await sql<{ state: unknown; seq: number; into: string | null; into_firm: string | null }>`
    select t.state, t.seq, t.into_id as into, i.firm_name as into_firm
    from investment_target t left join investment_target i on i.city = t.city and i.id = t.into_id
    where t.city = ${city} and t.id = ${id}::uuid`.execute(tx);
  return rows[0];
}

async function listSteps(
  tx: Tx,
  { city, id, language }: { city: string; id: string; language: Language },
): Promise<Reply['steps']> {
  const rows = await tx
    .selectFrom('target_step')
    .select(['seq', 'kind', 'at', 'status', 'person_name', 'body_id', 'body_name', 'action', 'note', 'reason'])
    .where('city', '=', city)
    .where('target_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(shownSteps)
    .execute();
  return rows.map((row) => {
    const action = readTargetAction(row.action);
    return {
      ...{ seq: row.seq, kind: row.kind, at: new Date(row.at).toISOString(), by: row.person_name },
      ...{ status: wordColumn<TargetStatus>(row.status), body: { id: row.body_id, name: row.body_name } },
      ...{ text: targetActionText(action, language), note: row.note, reason: row.reason },
      next: 'next' in action ? action.next : null,
      due: 'due' in action ? action.due : null,
    };
  });
}

function premisesFor(
  deps: TargetDeps,
  reading: Reading,
  { wish, premises }: { wish: PremisesWish | null; premises: readonly StoredPremises[] },
): Pick<Reply, 'premises' | 'premisesTotal'> {
  if (wish === null) return { premises: [], premisesTotal: 0 };
  const ranked = rankPremises(
    wish,
    premises.map((one) => ({ one, facts: one.content })),
  );
  return {
    premises: ranked.slice(0, shownPremises).map(({ one, fit, reasons }) => ({
      ...{ ...premisesRowOf(deps, reading, one), fit, reasons: [...reasons] },
    })),
    premisesTotal: ranked.length,
  };
}

async function listAlike(tx: Tx, { city, id }: { city: string; id: string }): Promise<Reply['alike']> {
  const own = await findKnown(tx, { city, id });
  const others = (await listOpenTargets(tx, city)).filter((one) => one.id !== id);
  if (!own || others.length === 0) return [];
  const places = newPlaceNames(await organisationPlaces.listNames(tx), city);
  return alikeTargets(own, others, places).map((one) => ({
    ...{ id: one.id, firm: one.name, registeredAt: one.registeredAt.toISOString() },
    owner: { body: { id: one.owner.bodyId, name: one.owner.body }, person: one.owner.person },
  }));
}
