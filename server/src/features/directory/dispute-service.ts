import type { raiseDispute } from '@zhitong/contract/directory/dispute-contract';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { z } from 'zod';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import { contextOf, type Viewer } from '#platform/viewer';

export interface DisputeDeps {
  readonly database: Database;
  readonly effects: Effects;
}

type Raised = z.output<typeof raiseDispute.body & z.ZodType> & { readonly id: string };

/** A fact or link is said to be wrong. The row of the organisation is locked, so that a double click makes one dispute. */
export function disputeFact(deps: DisputeDeps, viewer: Viewer, { id, field, claim }: Raised): Promise<string> {
  const { city, organisationId } = viewer;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const found = await tx
      .selectFrom('organisation')
      .select('id')
      .where('city', '=', city)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!found) throw new Refusal('platform.not-found');
    await sql`select 1 from organisation where city = ${city} and id = ${organisationId} for no key update`.execute(tx);
    const open = await tx
      .selectFrom('dispute')
      .select('id')
      .where('city', '=', city)
      .where('organisation_id', '=', id)
      .where('field', '=', field)
      .where('by_organisation', '=', organisationId)
      .where('state', '=', 'open')
      .executeTakeFirst();
    if (open) throw new Refusal('disputes.twice');
    const disputeId = deps.effects.newId();
    await tx
      .insertInto('dispute')
      .values({
        ...{ city, id: disputeId, organisation_id: id, field, claim, by_organisation: organisationId },
        ...{ by_person: viewer.personId, by_name: viewer.personName, at: deps.effects.now() },
      })
      .execute();
    const subject = { kind: 'organisation', id };
    await recordAudit(tx, deps.effects, {
      action: 'dispute.raised',
      subject,
      after: { field, claim, dispute: disputeId },
    });
    return disputeId;
  });
}

export interface DisputeAnswer {
  readonly id: string;
  readonly answer: 'accepted' | 'returned';
  readonly reason: string;
}

/** The bureau's word, once. Accepting says that the fact is wrong; changing it is a change of its own, with its own source. */
export function answerFor(deps: DisputeDeps, viewer: Viewer, { id, answer, reason }: DisputeAnswer): Promise<void> {
  const { city } = viewer;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const dispute = await tx
      .selectFrom('dispute')
      .select(['state', 'organisation_id', 'field', 'answered_by'])
      .where('city', '=', city)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!dispute) throw new Refusal('platform.not-found');
    if (dispute.state !== 'open') throw new Refusal('disputes.answered', { name: dispute.answered_by ?? '…' });
    await tx
      .updateTable('dispute')
      .set({ state: answer, answer: reason, answered_at: deps.effects.now(), answered_by: viewer.personName })
      .where('city', '=', city)
      .where('id', '=', id)
      .execute();
    await recordAudit(tx, deps.effects, {
      action: `dispute.${answer}`,
      subject: { kind: 'organisation', id: dispute.organisation_id },
      before: { dispute: id, field: dispute.field, state: 'open' },
      after: { dispute: id, field: dispute.field, state: answer },
      why: reason,
    });
  });
}
