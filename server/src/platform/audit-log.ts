import { Refusal } from '@zhitong/domain/refusal';
import { enteredContext, noteGrowth } from './context.ts';
import type { Tx } from './database.ts';
import type { Effects } from './effects.ts';

/** One line of the trail, as the use case tells it. Who and from where stand in the context of the transaction. */
export interface AuditFacts {
  /** `<kind>.<what was done>`, e.g. `organisation.renamed` */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** the fields that changed, as they were; never a secret */
  readonly before?: Readonly<Record<string, unknown>> | undefined;
  /** the same fields, as they are now */
  readonly after?: Readonly<Record<string, unknown>> | undefined;
  /** the reason given by the person, or the purpose of reading something confidential */
  readonly why?: string | undefined;
}

const systemName = 'system';

/** Writes one line of the trail in the transaction of the change: both are there, or neither. */
export async function recordAudit(tx: Tx, effects: Effects, facts: AuditFacts): Promise<void> {
  const { city, organisation, actor, readOnly } = enteredContext(tx);
  // also what is only read: whoever looks at somebody's screens is shown nothing that must be written down, and exports nothing
  if (readOnly) throw new Refusal('platform.viewing-only');
  await tx
    .insertInto('audit_entry')
    .values({
      ...{ city, id: effects.newId(), at: effects.now() },
      actor_person: actor?.personId ?? null,
      actor_name: actor?.name ?? systemName,
      actor_role: actor?.role ?? null,
      actor_organisation: organisation || null,
      ...{ action: facts.action, subject_kind: facts.subject.kind, subject_id: facts.subject.id },
      why: facts.why ?? null,
      before: facts.before ? JSON.stringify(facts.before) : null,
      after: facts.after ? JSON.stringify(facts.after) : null,
      address: actor?.address ?? null,
      request_id: actor?.requestId ?? null,
    })
    .execute();
  noteGrowth(tx);
}
