import type { Deal } from '@zhitong/contract/matching/deal-contract';
import { type DealStep, nextDealSteps } from '@zhitong/domain/matching/deal';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { contextIn, type Viewer } from '#platform/viewer';
import { inDealCity, listDealCities } from './deal-cities.ts';
import {
  type LedgerFilter,
  type LedgerRow,
  type LedgerScope,
  type LedgerSums,
  listLedgerRows,
  sumLedger,
} from './deal-views.ts';

export interface Ledger {
  readonly sums: LedgerSums;
  readonly rows: readonly LedgerRow[];
}

export interface LedgerPage {
  readonly filter: LedgerFilter;
  readonly limit: number;
  readonly offset: number;
}

/** The ledger of everything the viewer takes part in, over all cities it lives in; of its own city for the bureau. */
export async function readLedger(database: Database, viewer: Viewer, page: LedgerPage): Promise<Ledger> {
  const cities = await listDealCities(database, viewer);
  const parts = await Promise.all(cities.map((city) => readCityLedger(database, viewer, { ...page, city })));
  const rows = parts.flatMap((part) => part.rows).sort(newestFirst);
  return { sums: parts.map((part) => part.sums).reduce(add), rows: rows.slice(page.offset, page.offset + page.limit) };
}

/** One deal, or the refusal that it does not exist for this viewer. */
export function getLedgerRow(database: Database, viewer: Viewer, dealId: string): Promise<LedgerRow> {
  return inDealCity(database, viewer, async (tx, city) => {
    const scope = scopeOf(viewer, city, { state: 'all', q: '', dealId });
    const [row] = await listLedgerRows(tx, scope, { limit: 1, offset: 0 });
    return row;
  });
}

export function dealReply(row: LedgerRow, viewer: Viewer): Deal {
  const side = sideOf(row, viewer);
  const steps = row.steps.map(
    ({ kind, amountFen, confirmedBy }): DealStep => ({ kind, amountFen, confirmedBy: confirmedBy.map((s) => s.side) }),
  );
  return {
    id: row.id,
    need: { id: row.needId },
    product: row.product,
    buyer: { id: row.buyerId, name: row.buyerName },
    seller: { id: row.sellerId, name: row.sellerName },
    side,
    agreed: { ...row.agreed },
    steps: row.steps.map((step) => ({ ...step, confirmedBy: [...step.confirmedBy] })),
    countedFen: row.countedFen,
    orderedFen: row.orderedFen,
    oneSidedFen: row.oneSidedFen,
    allowed: side === 'none' ? [] : [...nextDealSteps(steps)],
    demo: row.demo,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Cities are merged by time, so each gives its head down to the end of the wanted page. */
function readCityLedger(database: Database, viewer: Viewer, page: LedgerPage & { city: string }): Promise<Ledger> {
  const { city, filter, limit, offset } = page;
  return inContext(database, contextIn(city, viewer), async (tx) => {
    const scope = scopeOf(viewer, city, filter);
    const rows = await listLedgerRows(tx, scope, { limit: offset + limit, offset: 0 });
    return { sums: await sumLedger(tx, scope), rows };
  });
}

function scopeOf(viewer: Viewer, city: string, filter: LedgerFilter): LedgerScope {
  const bureau = contextIn(city, viewer).viewer === 'bureau';
  return { city, organisation: bureau ? undefined : viewer.organisationId, filter };
}

function sideOf(row: LedgerRow, viewer: Viewer): Deal['side'] {
  if (row.buyerId === viewer.organisationId) return 'buyer';
  return row.sellerId === viewer.organisationId ? 'seller' : 'none';
}

function newestFirst(a: LedgerRow, b: LedgerRow): number {
  const later = b.createdAt.getTime() - a.createdAt.getTime();
  return later === 0 ? b.id.localeCompare(a.id) : later;
}

function add(a: LedgerSums, b: LedgerSums): LedgerSums {
  return {
    total: a.total + b.total,
    confirmedDeals: a.confirmedDeals + b.confirmedDeals,
    confirmedFen: a.confirmedFen + b.confirmedFen,
    oneSidedDeals: a.oneSidedDeals + b.oneSidedDeals,
    oneSidedFen: a.oneSidedFen + b.oneSidedFen,
  };
}
