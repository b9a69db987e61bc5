import type { FundingLostCode } from '@zhitong/domain/needs/funding-codes';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import type { LockedCase } from './case-store.ts';
import { type FundingAsk, lockAsks, settleAsk } from './funding-store.ts';

const running: ReadonlySet<FundingAsk['state']> = new Set(['open', 'offered']);

/** A funding case is over: whoever still waits for the firm, or the firm for it, is told that no more is needed. */
export async function endAsks(tx: Tx, effects: Effects, { found, at }: { found: LockedCase; at: Date }): Promise<void> {
  const { city, id: caseId, state } = found;
  const code = state.status === 'withdrawn' ? 'withdrawn' : 'closed';
  for (const ask of await lockAsks(tx, { city, caseId, round: state.rounds.length })) {
    if (running.has(ask.state)) {
      await settleAsk(tx, ask, { state: 'ended', code, at });
      await tellBank(tx, effects, { ask, type: 'funding.ended', at, code });
    } else if (ask.state === 'declined') await settleAsk(tx, ask, { state: 'ended', code: null, at });
  }
}

export interface BankNews {
  readonly ask: FundingAsk;
  readonly type:
    | 'funding.asked'
    | 'funding.accepted'
    | 'funding.lost'
    | 'funding.ended'
    | 'funding.receipt-given'
    | 'funding.receipt-taken-back';
  readonly at: Date;
  readonly code?: FundingLostCode;
  readonly until?: Date;
}

/** To one bank alone: its audience is nobody else, and nothing in it tells of another. */
export async function tellBank(tx: Tx, effects: Effects, { ask, type, at, code, until }: BankNews): Promise<void> {
  await appendEvents(tx, [
    {
      ...{ city: ask.city, id: effects.newId(), type, subjectId: ask.id, audience: [ask.bank.id], at },
      payload: {
        ...{ needId: ask.needId, title: ask.title, asker: ask.asker.name },
        ...(code !== undefined && { code }),
        ...(until !== undefined && { until: until.toISOString() }),
      },
    },
  ]);
}

/** To the firm, from one bank. */
export async function tellAsker(
  tx: Tx,
  effects: Effects,
  { ask, type, at }: { ask: FundingAsk; type: 'funding.offer-changed' | 'funding.record-read'; at: Date },
): Promise<void> {
  await appendEvents(tx, [
    {
      ...{ city: ask.city, id: effects.newId(), type, subjectId: ask.needId, audience: [ask.asker.id], at },
      payload: { needId: ask.needId, title: ask.title, bank: ask.bank.name },
    },
  ]);
}
