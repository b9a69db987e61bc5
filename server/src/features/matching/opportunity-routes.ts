import { listInbox, markInboxRead } from '@zhitong/contract/matching/inbox-contract';
import { getOpportunity, listOpportunities } from '@zhitong/contract/matching/opportunity-contract';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { Routes } from '#platform/route';
import { readInboxUpTo } from './inbox-service.ts';
import { viewInbox } from './inbox-views.ts';
import { viewOpportunities, viewOpportunity } from './opportunity-views.ts';
import { noteFirstLook } from './seen-service.ts';

export function opportunityRoutes(routes: Routes, deps: { database: Database; effects: Effects }): void {
  const { database, effects } = deps;
  const today = () => cityDay(effects.now());

  routes.for('opportunity.see', listOpportunities, ({ query, language }, viewer) =>
    viewOpportunities(database, { viewer, language, today: today() }, query),
  );

  routes.for('opportunity.see', getOpportunity, async ({ params, language }, viewer) => {
    await noteFirstLook(deps, viewer, params.id);
    return viewOpportunity(database, { viewer, language, today: today() }, params.id);
  });

  routes.for('inbox.see', listInbox, ({ query, language }, viewer) =>
    viewInbox(database, viewer, { after: query.after, limit: query.limit, language }),
  );

  routes.for('inbox.see', markInboxRead, async ({ body }, viewer) => ({
    unread: await readInboxUpTo(database, viewer, body.cursor),
  }));
}
