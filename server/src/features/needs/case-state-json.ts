import type { CaseAction } from '@zhitong/domain/needs/case-action';
import type { CaseState } from '@zhitong/domain/needs/case-history';

/** Every instant of a state or an action, as JSON keeps it. */
const instants: ReadonlySet<string> = new Set([
  'at',
  'start',
  'stop',
  'from',
  'to',
  'leadSince',
  'askedAt',
  'answeredAt',
  'heardAt',
  'signedAt',
]);

/** A fold as it was stored: what was an instant is one again. */
export function readCaseState(value: unknown): CaseState {
  return revive(value) as CaseState;
}

export function readCaseAction(value: unknown): CaseAction {
  return revive(value) as CaseAction;
}

function revive(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, held: unknown) =>
    typeof held === 'string' && instants.has(key) ? new Date(held) : held,
  );
}
