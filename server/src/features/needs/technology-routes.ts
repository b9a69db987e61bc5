import {
  answerTechnology,
  compareAnswers,
  getSheet,
  getTechnology,
  listTechnology,
  sendSheet,
  takeAnswer as takeAnswerEndpoint,
  takeTechnology,
  writeSheet,
} from '@zhitong/contract/needs/technology-contract';
import type { Routes } from '#platform/route';
import type { CaseDeps } from './case-deps.ts';
import { answerSheet, takeOver } from './technology-answer-service.ts';
import { takeAnswer } from './technology-choice-service.ts';
import { viewAnswers, viewCaseSheet } from './technology-compare-views.ts';
import { viewTechnology, viewTechnologyList } from './technology-desk-views.ts';
import { sendMore, writeLater } from './technology-sending.ts';

export function technologyRoutes(routes: Routes, deps: CaseDeps): void {
  firmRoutes(routes, deps);
  handlerRoutes(routes, deps);
  answererRoutes(routes, deps);
}

function firmRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('technology.compare', compareAnswers, ({ params, language }, viewer) =>
    viewAnswers(deps, { viewer, language }, params.id),
  );

  routes.for('technology.choose', takeAnswerEndpoint, async ({ params, body: { answerId, reason } }, viewer) => ({
    body: await takeAnswer(deps, viewer, { needId: params.id, answerId, reason }),
  }));

  routes.for('technology.write', writeSheet, async ({ params, body }, viewer) => ({
    sent: await writeLater(deps, viewer, { needId: params.id, wish: body }),
  }));
}

function handlerRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('case.see', getSheet, ({ params, language }, viewer) =>
    viewCaseSheet(deps, { viewer, language }, params.id),
  );

  routes.for('technology.send', sendSheet, async ({ params, body }, viewer) => ({
    sent: await sendMore(deps, viewer, { caseId: params.id, bodies: body.bodies }),
  }));
}

function answererRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('technology.see', listTechnology, ({ query, language }, viewer) =>
    viewTechnologyList(deps, { viewer, language }, query),
  );

  routes.for('technology.see', getTechnology, async ({ params, language }, viewer) => ({
    ask: await viewTechnology(deps, { viewer, language }, params.id),
  }));

  routes.for('technology.answer', takeTechnology, async ({ params, language }, viewer) => {
    await takeOver(deps, viewer, params.id);
    return { ask: await viewTechnology(deps, { viewer, language }, params.id) };
  });

  routes.for('technology.answer', answerTechnology, async ({ params, body, language }, viewer) => {
    const items = body.items.map(({ value = null, evidence = null, day = null, file = null, ...said }) => {
      return { ...said, value, evidence: evidence?.trim() || null, day, file };
    });
    await answerSheet(deps, viewer, { id: params.id, items, note: body.note });
    return { ask: await viewTechnology(deps, { viewer, language }, params.id) };
  });
}
