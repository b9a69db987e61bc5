import { unknownCity } from '@zhitong/domain/directory/organisation';
import { isUrgent } from '@zhitong/domain/needs/cascade-plan';
import { cascadeRings, ringsBefore } from '@zhitong/domain/needs/cascade-ring';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { needStateOn } from '@zhitong/domain/needs/need-status';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import type { NeedMatching } from '#features/matching/public';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { CascadeDeps } from './cascade-deps.ts';
import { planFrom } from './cascade-planning.ts';
import { type AskedSupplier, type Cascade, findCascade, listAsked } from './cascade-reading.ts';
import { insertReceipts, type Receipt } from './cascade-receipt-store.ts';
import { insertCascade, listWithoutCascade } from './cascade-store.ts';
import { receiptHead, suppliersIn } from './cascade-suppliers.ts';
import { timesOf } from './cascade-times.ts';
import { lockNeed } from './need-store.ts';

interface Backfilling {
  readonly matching: NeedMatching;
  readonly database: Database;
  readonly effects: Effects;
  readonly city: string;
}

/**
 * Open needs from before there were cascades get one when the server starts, one transaction each; answers how many. A second look, and a
 * second node, find nothing left to do.
 */
export async function backfillCascades({ database, city, ...deps }: Backfilling): Promise<number> {
  if (city === unknownCity) return 0;
  const context = { city, viewer: 'system' } as const;
  const at = deps.effects.now();
  const ids = await inContext(database, context, (tx) => listWithoutCascade(tx, { city, today: cityDay(at) }));
  let begun = 0;
  for (const id of ids) if (await inContext(database, context, (tx) => begin(tx, deps, { city, id, at }))) begun += 1;
  return begun;
}

async function begin(
  tx: Tx,
  deps: CascadeDeps,
  { city, id, at }: { city: string; id: string; at: Date },
): Promise<boolean> {
  const need = await lockNeed(tx, { city, id }, 'update');
  if (!need || needStateOn(need, cityDay(at)) !== 'open') return false;
  if (await findCascade(tx, { city, needId: id })) return false;
  const asked = await listAsked(tx, { city, needId: id });
  const cascade = reachedBy(need, { asked, at });
  await insertCascade(tx, { ...cascade, demo: need.demo });
  const times = await timesOf(tx, { need, at });
  await insertReceipts(tx, receiptsOf(need, { cascade, asked, times }));
  await planFrom(tx, deps, { need, cascade, at });
  await recordAudit(tx, deps.effects, {
    action: 'cascade.begun-late',
    subject: { kind: 'need', id },
    after: { reach: cascade.ring, asked: asked.length },
  });
  return true;
}

/** It stands at the outermost ring in which somebody was asked; that ring gets its time from now on. */
function reachedBy(need: PublishedNeed, { asked, at }: { asked: readonly AskedSupplier[]; at: Date }): Cascade {
  const rings = new Set(asked.map((one) => one.ring));
  return {
    ...{ city: need.city, needId: need.id, askerId: need.organisationId, ringSince: at },
    ring: cascadeRings.findLast((one) => rings.has(one)) ?? 'city',
    ...{ urgent: isUrgent(need.text), held: null, endedAt: null, joined: {} },
  };
}

interface BeforeNow {
  readonly cascade: Cascade;
  readonly asked: readonly AskedSupplier[];
  readonly times: Parameters<typeof suppliersIn>[1]['times'];
}

/** Of a ring further in only what is known: who was asked in it and what came of it. A ring in which nobody stands leaves none. */
function receiptsOf(need: PublishedNeed, { cascade, asked, times }: BeforeNow): Receipt[] {
  const { publishedAt: from } = need;
  const until = cascade.ringSince;
  return ringsBefore(cascade.ring)
    .map((ring) => ({ ring, suppliers: suppliersIn(asked, { ring, from, until, times }) }))
    .filter(({ suppliers }) => suppliers.length > 0)
    .map(({ ring, suppliers }) => ({
      ...receiptHead({ ...cascade, ringSince: from }, { ring, until }),
      ...{ closedBy: 'before', hand: null, suppliers },
    }));
}
