import { recordExport, recordRead } from '#platform/audit-reads';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { Viewer } from '#platform/viewer';
import { getLedgerRow, type Ledger, type LedgerPage, readLedger } from './deal-ledger.ts';
import type { LedgerFilter, LedgerRow } from './deal-views.ts';

interface Deps {
  readonly database: Database;
  readonly effects: Effects;
}

/** A page of the ledger. The bureau sees amounts of other firms in it, which leaves a trace. */
export async function openLedger(deps: Deps, viewer: Viewer, page: LedgerPage): Promise<Ledger> {
  const ledger = await readLedger(deps.database, viewer, page);
  if (viewer.role === 'operator' && ledger.rows.length > 0) {
    const { state, q, organisation } = page.filter;
    const filter = { state, q, ...(organisation !== undefined && { organisation }) };
    const shown = { filter, rows: ledger.rows.length, offset: page.offset };
    await recordRead(deps, viewer, { what: 'price', subject: { kind: 'deal', id: 'list' }, why: 'supervision', shown });
  }
  return ledger;
}

/** One deal, with the same trace. */
export async function openLedgerRow(deps: Deps, viewer: Viewer, id: string): Promise<LedgerRow> {
  const row = await getLedgerRow(deps.database, viewer, id);
  if (viewer.role === 'operator')
    await recordRead(deps, viewer, { what: 'price', subject: { kind: 'deal', id }, why: 'supervision' });
  return row;
}

/** More rows than the ledger of any city has; an export is never silently cut. */
const wholeLedger = 1_000_000;

/** The whole ledger of a filter, for a file. */
export async function exportLedger(deps: Deps, viewer: Viewer, filter: LedgerFilter): Promise<Ledger> {
  const ledger = await readLedger(deps.database, viewer, { filter, limit: wholeLedger, offset: 0 });
  const { state, q } = filter;
  await recordExport(deps, viewer, { list: 'deal', filter: { state, q }, rows: ledger.rows.length });
  return ledger;
}
