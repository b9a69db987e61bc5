import {
  amendResponse,
  chooseResponse,
  listNeedMatches,
  previewMatches,
  rejectMatch,
  respond,
  shortlistMatch,
} from '@zhitong/contract/matching/match-contract';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { Routes } from '#platform/route';
import { chooseResponseFor } from './choice-service.ts';
import type { LiveIndex } from './live-index.ts';
import { readNeedMatches } from './match-reading.ts';
import { previewFor } from './preview-service.ts';
import { rejectMatchFor, shortlistMatchFor } from './rejection-service.ts';
import { answerMatch } from './response-service.ts';

export interface MatchingDeps {
  readonly database: Database;
  readonly index: LiveIndex;
  readonly effects: Effects;
}

export function matchRoutes(routes: Routes, deps: MatchingDeps): void {
  routes.for('need.compose', previewMatches, ({ body, language }, viewer) =>
    previewFor(deps, { viewer, language, body }),
  );

  routes.for('need.see', listNeedMatches, ({ params, language }, viewer) =>
    readNeedMatches(deps, viewer, { needId: params.id, language }),
  );

  routes.for('match.respond', respond, async ({ params, body }, viewer) => ({
    response: await answerMatch(deps, { viewer, matchId: params.id, body, turn: 'first' }),
  }));

  routes.for('match.respond', amendResponse, async ({ params, body }, viewer) => ({
    response: await answerMatch(deps, { viewer, matchId: params.id, body, turn: 'amend' }),
  }));

  routes.for('match.decide', rejectMatch, async ({ params, body }, viewer) => ({
    rejection: await rejectMatchFor(deps, viewer, { matchId: params.id, code: body.code, note: body.note ?? null }),
  }));

  routes.for('match.decide', shortlistMatch, async ({ params, body }, viewer) => {
    const at = await shortlistMatchFor(deps, viewer, { matchId: params.id, shortlisted: body.shortlisted });
    return { shortlistedAt: at?.toISOString() ?? null };
  });

  routes.for('match.decide', chooseResponse, async ({ params, body }, viewer) => ({
    deal: await chooseResponseFor(deps, {
      viewer,
      needId: params.id,
      responseId: body.responseId,
      othersCode: body.othersCode ?? null,
    }),
  }));
}
