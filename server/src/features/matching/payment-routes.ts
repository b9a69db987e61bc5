import { confirmPayment, listPayments, notePayment } from '@zhitong/contract/matching/payment-contract';
import type { Routes } from '#platform/route';
import type { DealDeps } from './deal-service.ts';
import { confirmPaymentOn, notePaymentOn, viewPayments } from './payment-service.ts';

export function paymentRoutes(routes: Routes, deps: DealDeps): void {
  routes.for('deal.see', listPayments, async ({ params }, viewer) => ({
    payments: [...(await viewPayments(deps, viewer, params.id))],
  }));

  routes.for('deal.sign', notePayment, async ({ params, body }, viewer) => {
    const { stepId, ...draft } = body;
    return { payment: await notePaymentOn(deps, viewer, { dealId: params.id, stepId, draft }) };
  });

  routes.for('deal.sign', confirmPayment, async ({ params, body }, viewer) => ({
    payment: await confirmPaymentOn(deps, viewer, { dealId: params.id, paymentId: body.paymentId }),
  }));
}
