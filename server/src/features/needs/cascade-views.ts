import type { CascadeReceipt, Cascade as CascadeReply, CascadeStep } from '@zhitong/contract/needs/cascade-contract';
import { openRings } from '@zhitong/domain/needs/cascade-account';
import { type CascadeRing, cascadeRings, nextRing } from '@zhitong/domain/needs/cascade-ring';
import { allowedCascadeActions, cascadeState } from '@zhitong/domain/needs/cascade-state';
import type { ReceiptClose, WidenCode } from '@zhitong/domain/needs/cascade-words';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { NeedState } from '@zhitong/domain/needs/need';
import { needStateOn } from '@zhitong/domain/needs/need-status';
import { Refusal } from '@zhitong/domain/refusal';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { jsonColumn, wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import {
  type AskedSupplier,
  type Cascade,
  countLiveQuotes,
  findCascade,
  listAsked,
  listDues,
  type ReceiptSupplier,
} from './cascade-reading.ts';
import { findKept } from './kept-reading.ts';
import { keptReply } from './kept-views.ts';

/** How far a need has been asked, for its buyer and the bureau. */
export function viewCascade(
  { database, effects }: { database: Database; effects: Effects },
  viewer: Viewer,
  id: string,
) {
  return inContext(database, contextOf(viewer), async (tx) => {
    const need = await findStanding(tx, { city: viewer.city, id });
    const isTheirs = need?.askerId === viewer.organisationId || viewer.role === 'operator';
    if (!need || !isTheirs) throw new Refusal('platform.not-found');
    const kept = await findKept(tx, need);
    const found = await findCascade(tx, { city: need.city, needId: need.id });
    const state = needStateOn(need, cityDay(effects.now()));
    return {
      cascade: found ? await cascadeReply(tx, found, state) : null,
      keptBack: kept ? keptReply(kept, viewer) : null,
    };
  });
}

async function cascadeReply(
  tx: Tx,
  found: Cascade,
  need: Parameters<typeof cascadeState>[0]['need'],
): Promise<CascadeReply> {
  const { ring, held, endedAt } = found;
  const liveQuotes = await countLiveQuotes(tx, found);
  const state = cascadeState({ need, held: held !== null, ended: endedAt !== null, liveQuotes });
  const dues = state === 'running' ? await listDues(tx, found) : new Map<string, Date>();
  const receipts = await listReceipts(tx, found);
  const asked = await listAsked(tx, found);
  const steps = cascadeRings.map((one) => stepOf(one, { found, asked, receipts, due: dues.get(one) ?? null }));
  const next = nextRing(ring) ?? 'end';
  return {
    ...{ state, ring, since: found.ringSince.toISOString(), urgent: found.urgent, steps },
    held: held && { at: held.at.toISOString(), code: held.code, by: held.by },
    nextDue: dues.get(next)?.toISOString() ?? null,
    allowed: allowedCascadeActions[state].filter((action) => action !== 'widen' || nextRing(ring) !== undefined),
  };
}

interface Known {
  readonly found: Cascade;
  readonly asked: readonly AskedSupplier[];
  readonly receipts: ReadonlyMap<CascadeRing, CascadeReceipt>;
  readonly due: Date | null;
}

function stepOf(one: CascadeRing, { found, asked, receipts, due }: Known): CascadeStep {
  const here = asked.filter((supplier) => supplier.ring === one);
  const receipt = receipts.get(one) ?? null;
  const reached = cascadeRings.indexOf(one) <= cascadeRings.indexOf(found.ring);
  const standing = () => {
    if (!receipt && openRings(found).includes(one)) return 'current';
    if (!reached) return 'next';
    return here.length > 0 ? 'done' : 'skipped';
  };
  return {
    ring: one,
    state: standing(),
    due: reached ? null : (due?.toISOString() ?? null),
    asked: here.length,
    quoted: here.filter(({ outcome }) => outcome === 'quoted').length,
    declined: here.filter(({ outcome }) => outcome === 'declined').length,
    receipt,
  };
}

async function listReceipts(tx: Tx, { city, needId }: Cascade): Promise<ReadonlyMap<CascadeRing, CascadeReceipt>> {
  const rows = await tx
    .selectFrom('cascade_receipt')
    .selectAll()
    .where('city', '=', city)
    .where('need_id', '=', needId)
    .limit(cascadeRings.length)
    .execute();
  return new Map(
    rows.map((row) => {
      const ring = wordColumn<CascadeRing>(row.ring);
      const hand =
        row.hand_code === null ? null : { code: wordColumn<WidenCode>(row.hand_code), by: row.hand_name ?? '' };
      return [
        ring,
        {
          ...{ ring, from: row.from_at.toISOString(), until: row.until_at.toISOString(), hand },
          ...{ closedBy: wordColumn<ReceiptClose>(row.closed_by), asked: row.asked, quoted: row.quoted },
          ...{ declined: row.declined, silent: row.silent, noTime: row.no_time, passedOver: row.passed_over },
          suppliers: [...jsonColumn<readonly ReceiptSupplier[]>(row.suppliers)],
        },
      ];
    }),
  );
}

async function findStanding(tx: Tx, { city, id }: { city: string; id: string }) {
  const row = await tx
    .selectFrom('need')
    .select(['organisation_id', 'state', 'deadline', 'closed_at'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { organisation_id: askerId, deadline, closed_at: closedAt } = row;
  return { city, id, askerId, state: wordColumn<NeedState>(row.state), deadline, closedAt };
}
