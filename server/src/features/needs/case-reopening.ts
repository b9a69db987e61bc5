import { isCaseOver } from '@zhitong/domain/needs/case-action';
import type { CaseReopening } from '@zhitong/domain/needs/case-codes';
import { decideCaseAction } from '@zhitong/domain/needs/case-decision';
import { veiledStart } from '@zhitong/domain/needs/case-history';
import { mendingTime } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { WorkInstant } from '@zhitong/domain/needs/working-time';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { getCaseRules } from './case-rules.ts';
import { lockCase } from './case-store.ts';
import { writeDeed } from './case-writing.ts';

export interface Reopening {
  readonly effects: Effects;
  readonly city: string;
  readonly caseId: string;
  readonly because: CaseReopening;
  readonly at: Date;
  /** undefined: whichever it is in */
  readonly round?: number;
}

/**
 * The case is taken up again because of what the firm said behind the body's back, with the working days of the city to mend it, in a
 * round of its own. Who said it, the words and the minute are nowhere in the case: whoever handles it reads the day and why. Undefined: it
 * was taken up again meanwhile. Runs as the system or the bureau.
 */
export async function reopenVeiled(
  tx: Tx,
  { effects, city, caseId, because, at, round }: Reopening,
): Promise<WorkInstant | undefined> {
  const found = await lockCase(tx, { city, id: caseId });
  if (!found || !isCaseOver(found.state.status)) return undefined;
  if (round !== undefined && found.state.rounds.length !== round) return undefined;
  const rules = await getCaseRules(tx, { city, day: cityDay(at) });
  const { allowanceMs, due } = mendingTime(rules, { start: veiledStart(found.state, at), at });
  const action = { kind: 'reopened', at, next: found.lead.id, allowanceMs, because } as const;
  decideCaseAction(found.state, { side: 'system', body: null }, action);
  await writeDeed(
    tx,
    { effects, rules, found },
    { actions: [action], side: 'system', person: null, body: null, text: null },
  );
  return due;
}
