import {
  getNeed,
  listNeeds,
  parseNeed,
  publishNeed,
  widenNeed,
  withdrawNeed,
} from '@zhitong/contract/needs/need-contract';
import { routeNeed } from '@zhitong/contract/needs/request-contract';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { Routes } from '#platform/route';
import type { Viewer } from '#platform/viewer';
import { widenFor, withdrawFor } from './need-service.ts';
import { viewNeed, viewNeeds } from './need-views.ts';
import { parseFor } from './parse-service.ts';
import { type NeedDeps, publishFor } from './publish-service.ts';
import { viewRoute } from './request-views.ts';

export function needRoutes(routes: Routes, deps: NeedDeps): void {
  const { database, effects } = deps;
  const reading = (viewer: Viewer, language: Language) => ({
    viewer,
    language,
    today: cityDay(effects.now()),
    now: effects.now(),
    productName: deps.matching.productName,
  });

  routes.for('need.compose', parseNeed, async ({ body, language }) => parseFor(deps, { text: body.text, language }));

  routes.for('need.compose', routeNeed, ({ body, language }, viewer) => viewRoute(deps, { viewer, language }, body));

  routes.for('need.publish', publishNeed, ({ body }, viewer) => publishFor(deps, viewer, body));

  routes.for('need.see', listNeeds, ({ query, language }, viewer) =>
    viewNeeds(database, reading(viewer, language), query),
  );

  routes.for('need.see', getNeed, async ({ params, language }, viewer) => ({
    need: await viewNeed(database, reading(viewer, language), params.id),
  }));

  routes.for('need.change', withdrawNeed, async ({ params }, viewer) => ({
    need: await withdrawFor(deps, viewer, params.id),
  }));

  routes.for('need.change', widenNeed, ({ params, body }, viewer) =>
    widenFor(deps, viewer, { id: params.id, reach: body.reach }),
  );
}
