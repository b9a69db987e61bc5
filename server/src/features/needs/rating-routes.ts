import { exportOf } from '@zhitong/contract/list-export';
import {
  giveRating,
  linkRating,
  listCallbacks,
  listSuspicions,
  noteCallback,
  readRating,
  sumRatings,
  sumRatingsByBody,
} from '@zhitong/contract/needs/rating-contract';
import { networkOf } from '@zhitong/domain/directory/lock-out';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { ratingGrades } from '@zhitong/domain/needs/rating';
import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyRequest } from 'fastify';
import { AddressLimit } from '#platform/address-limit';
import { sendList } from '#platform/list-export';
import type { Routes } from '#platform/route';
import { noteCall } from './callback-service.ts';
import { noteReply, viewCallbacks } from './callback-views.ts';
import type { CaseDeps } from './case-deps.ts';
import { ratingExport } from './rating-export.ts';
import { gradeBy, linkFor, readFor } from './rating-service.ts';
import { viewGrades, viewGradesByBody } from './rating-sum-views.ts';
import { viewSuspicions } from './rating-views.ts';

export function ratingRoutes(routes: Routes, deps: CaseDeps): void {
  const tries = new AddressLimit({ most: 60, minutes: 1 });
  const count = (request: FastifyRequest) => {
    if (tries.take(networkOf(request.ip), deps.effects.now()) > 0) throw new Refusal('ratings.too-often');
  };

  routes.for('case.confirm', linkRating, ({ params }, viewer) => linkFor(deps, viewer, params.id));

  routes.for('rating.sum', sumRatings, ({ query }, viewer) => viewGrades(deps, viewer, query));

  routes.for('rating.supervise', sumRatingsByBody, ({ query }, viewer) => viewGradesByBody(deps, viewer, query));

  routes.for('rating.supervise', exportOf(sumRatingsByBody), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const today = cityDay(deps.effects.now());
    const list = ratingExport(() => viewGradesByBody(deps, viewer, query), { query, today, spoken });
    return sendList({ ...deps, viewer, language: spoken, reply }, list);
  });

  routes.for('rating.supervise', listSuspicions, ({ language }, viewer) => viewSuspicions(deps, { viewer, language }));

  routes.for('rating.supervise', listCallbacks, ({ query: { date } }, viewer) => viewCallbacks(deps, viewer, { date }));

  routes.for('rating.call-back', noteCallback, async ({ params, body: { reopen = false, ...said } }, viewer) => {
    const { note, due } = await noteCall(deps, viewer, { ...said, caseId: params.id, text: said.text, reopen });
    return { note: noteReply(note), reopened: due !== undefined, due: due?.toISOString() ?? null };
  });

  routes.public(readRating, async ({ params, request }) => {
    count(request);
    return readFor(deps, params.token);
  });

  routes.public(giveRating, async ({ params, body, request }, whoever) => {
    count(request);
    const grade = ratingGrades.find((one) => one === body.grade) ?? 3;
    const from = { address: request.ip, requestId: request.id, viewer: await whoever() };
    return gradeBy(deps, { token: params.token, grade, text: body.text, ...from });
  });
}
