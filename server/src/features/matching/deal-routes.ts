import { endpoint } from '@zhitong/contract/endpoint';
import {
  addDealStep,
  confirmDealStep as confirmDealStepContract,
  exportDealsPath,
  exportDealsQuery,
  getDeal,
  listDeals,
} from '@zhitong/contract/matching/deal-contract';
import { languages } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { z } from 'zod';
import type { Routes } from '#platform/route';
import { writeDealWorkbook } from './deal-excel.ts';
import { dealReply } from './deal-ledger.ts';
import { exportLedger, openLedger, openLedgerRow } from './deal-reading.ts';
import { confirmDealStep, type DealDeps, writeDealStep } from './deal-service.ts';

/** A link carries no Accept-Language of our choosing, so the language may stand in the address. */
const exportDeals = endpoint({
  method: 'GET',
  path: exportDealsPath,
  tag: 'matching',
  summary: 'The deal ledger of the filter as an Excel file',
  status: 200,
  query: exportDealsQuery.extend({ lang: z.enum(languages).optional() }),
  reply: z.unknown(),
});

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function dealRoutes(routes: Routes, deps: DealDeps): void {
  routes.for('deal.see', listDeals, async ({ query }, viewer) => {
    const { sums, rows } = await openLedger(deps, viewer, { ...query, filter: query });
    return {
      total: sums.total,
      confirmed: { deals: sums.confirmedDeals, fen: sums.confirmedFen },
      oneSided: { deals: sums.oneSidedDeals, fen: sums.oneSidedFen },
      deals: rows.map((row) => dealReply(row, viewer)),
    };
  });

  routes.for('deal.see', exportDeals, async ({ query, language, reply }, viewer) => {
    const ledger = await exportLedger(deps, viewer, query);
    const today = cityDay(deps.effects.now());
    const file = await writeDealWorkbook({ ledger, filter: query, language: query.lang ?? language, today });
    reply.header('content-type', xlsx);
    reply.header('content-disposition', `attachment; filename="deals.xlsx"; filename*=UTF-8''${file.encodedName}`);
    reply.header('cache-control', 'no-store');
    return file.content;
  });

  routes.for('deal.see', getDeal, async ({ params }, viewer) =>
    dealReply(await openLedgerRow(deps, viewer, params.id), viewer),
  );

  routes.for('deal.sign', addDealStep, async ({ params, body }, viewer) => ({
    step: mutable(await writeDealStep(deps, viewer, { dealId: params.id, body })),
  }));

  routes.for('deal.sign', confirmDealStepContract, async ({ params, body }, viewer) => ({
    step: mutable(await confirmDealStep(deps, viewer, { dealId: params.id, stepId: body.stepId })),
  }));
}

function mutable<T>({ id, confirmedBy }: { id: string; confirmedBy: readonly T[] }): { id: string; confirmedBy: T[] } {
  return { id, confirmedBy: [...confirmedBy] };
}
