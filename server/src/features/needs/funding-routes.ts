import {
  acceptOffer,
  askMoreBanks,
  compareOffers,
  declineAsk,
  getAsk,
  giveReceipt as giveReceiptContract,
  listAsks,
  listBanks,
  listReceipts,
  makeOffer,
  readPaymentRecord,
  takeBackReceipt,
  viewOutcomes,
} from '@zhitong/contract/needs/funding-contract';
import type { Routes } from '#platform/route';
import type { CaseDeps } from './case-deps.ts';
import { askMore } from './funding-asking.ts';
import { declineLoan, offerLoan } from './funding-bank-service.ts';
import { acceptLoan } from './funding-choice-service.ts';
import { viewBanks, viewComparison } from './funding-compare-views.ts';
import { viewAsk, viewAsks } from './funding-desk-views.ts';
import { viewFundingOutcomes, viewReceipts } from './funding-outcome-views.ts';
import { giveReceipt, readRecord, takeBack } from './funding-receipt-service.ts';
import { receiptReply } from './funding-row-views.ts';

export function fundingRoutes(routes: Routes, deps: CaseDeps): void {
  firmRoutes(routes, deps);
  bankRoutes(routes, deps);
}

function firmRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('funding.compare', listBanks, (_call, viewer) => viewBanks(deps, viewer));

  routes.for('funding.compare', compareOffers, ({ params, language }, viewer) =>
    viewComparison(deps, { viewer, language }, params.id),
  );

  routes.for('funding.choose', askMoreBanks, async ({ params, body }, viewer) => ({
    asked: await askMore(deps, viewer, { needId: params.id, banks: body.banks }),
  }));

  routes.for('funding.choose', acceptOffer, async ({ params, body }, viewer) => ({
    bank: await acceptLoan(deps, viewer, { needId: params.id, offerId: body.offerId, reason: body.reason }),
  }));

  routes.for('funding.choose', giveReceiptContract, async ({ params, body }, viewer) => ({
    receipt: receiptReply(await giveReceipt(deps, viewer, { needId: params.id, ...body }), deps.effects.now()),
  }));

  routes.for('funding.choose', takeBackReceipt, async ({ params }, viewer) => ({
    receipt: receiptReply(await takeBack(deps, viewer, params.id), deps.effects.now()),
  }));
}

function bankRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('funding.see', listAsks, ({ query, language }, viewer) => viewAsks(deps, { viewer, language }, query));

  routes.for('funding.see', listReceipts, ({ query }, viewer) => viewReceipts(deps, viewer, query));

  routes.for('funding.see', viewOutcomes, ({ language }, viewer) => viewFundingOutcomes(deps, { viewer, language }));

  routes.for('funding.see', getAsk, async ({ params, language }, viewer) => ({
    ask: await viewAsk(deps, { viewer, language }, params.id),
  }));

  routes.for('funding.answer', makeOffer, async ({ params, body, language }, viewer) => {
    const { note, ...terms } = body;
    await offerLoan(deps, viewer, { id: params.id, terms, note });
    return { ask: await viewAsk(deps, { viewer, language }, params.id) };
  });

  routes.for('funding.answer', declineAsk, async ({ params, body, language }, viewer) => {
    await declineLoan(deps, viewer, { id: params.id, code: body.reason, change: body.change });
    return { ask: await viewAsk(deps, { viewer, language }, params.id) };
  });

  routes.for('payment-record.see', readPaymentRecord, ({ params, body }, viewer) =>
    readRecord(deps, viewer, { id: params.id, purpose: body.purpose }),
  );
}
