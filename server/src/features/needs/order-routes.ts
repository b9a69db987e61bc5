import { exportOf } from '@zhitong/contract/list-export';
import {
  actOnOrder,
  issueOrder,
  listCaseOrders,
  listOrders,
  listOrderTasks,
} from '@zhitong/contract/needs/order-contract';
import { sendList } from '#platform/list-export';
import type { Routes } from '#platform/route';
import type { CaseDeps } from './case-deps.ts';
import { viewCaseOrders } from './order-case-view.ts';
import { orderExport } from './order-export.ts';
import { viewOrders } from './order-list-views.ts';
import { actOnOrderFor, issueFor } from './order-service.ts';
import type { LockedOrder } from './order-store.ts';
import { viewOrderTasks } from './order-task-view.ts';

/** Supervision orders (督办): given from a case, worked off by its body, struck off by the firm. */
export function orderRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('order.see', listOrders, ({ query }, viewer) => viewOrders(deps, viewer, query));

  routes.for('order.see', exportOf(listOrders), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    return sendList({ ...deps, viewer, language: spoken, reply }, orderExport(deps, viewer, { query, spoken }));
  });

  routes.for('order.issue', listOrderTasks, ({ query }, viewer) => viewOrderTasks(deps, viewer, query));

  routes.for('order.see', listCaseOrders, ({ params, language }, viewer) =>
    viewCaseOrders(deps, { viewer, language }, params.id),
  );

  routes.for('order.issue', issueOrder, async ({ params, body }, viewer) =>
    shown(await issueFor(deps, viewer, { caseId: params.id, text: body.text })),
  );

  routes.for('order.act', actOnOrder, async ({ params, body }, viewer) =>
    shown(await actOnOrderFor(deps, viewer, { id: params.id, ask: body })),
  );
}

const shown = ({ id, state, seq }: LockedOrder) => ({ order: { id, status: state.status, seq } });
