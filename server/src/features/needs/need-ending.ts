import { type CaseAction, isCaseOver } from '@zhitong/domain/needs/case-action';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { endCascade } from './cascade-ending.ts';
import { getCaseRules } from './case-rules.ts';
import { findCaseOfNeed, lockCase } from './case-store.ts';
import { type CaseDeed, writeDeed } from './case-writing.ts';
import { closeNeed, type NeedAt } from './need-store.ts';

/** A sourcing need ends by the firm’s choice or withdrawal, and its case with it, in the transaction of that act. */
export async function endNeed(
  tx: Tx,
  need: NeedAt,
  { effects, state, at }: { effects: Effects; state: 'chosen' | 'withdrawn'; at: Date },
): Promise<void> {
  await closeNeed(tx, need, { state, at });
  await endCascade(tx, need, { closedBy: state, at });
  await endCase(tx, need, { effects, action: { kind: state, at } });
}

/** The bureau has ruled that a need kept back is no wish: it ends, and its case is closed unsolved with that reason. Runs as the system. */
export async function endKeptNeed(
  tx: Tx,
  need: NeedAt,
  { effects, bureau, at }: { effects: Effects; bureau: Body; at: Date },
): Promise<void> {
  await closeNeed(tx, need, { state: 'kept-back', at });
  await endCase(tx, need, { effects, action: { kind: 'closed', at, code: 'no-wish' }, bureau });
}

type Body = NonNullable<CaseDeed['body']>;

/** Without a bureau that decided it, the firm did. */
async function endCase(
  tx: Tx,
  need: NeedAt,
  { effects, action, bureau }: { effects: Effects; action: CaseAction; bureau?: Body },
): Promise<void> {
  const id = await findCaseOfNeed(tx, { city: need.city, needId: need.id });
  const found = id === undefined ? undefined : await lockCase(tx, { city: need.city, id });
  // a need from before there were cases has none; one that was closed before it was chosen stays closed
  if (!found || isCaseOver(found.state.status)) return;
  const { actor } = enteredContext(tx);
  const rules = await getCaseRules(tx, { city: need.city, day: cityDay(action.at) });
  await writeDeed(
    tx,
    { effects, rules, found },
    {
      ...{ actions: [action], side: bureau ? 'system' : 'firm', text: null, body: bureau ?? found.asker },
      person: actor ? { id: actor.personId, name: actor.name } : null,
    },
  );
}
