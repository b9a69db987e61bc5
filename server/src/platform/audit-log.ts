import { randomBytes } from 'node:crypto';
import { splitSaying } from '@zhitong/domain/directory/audit-confidential';
import { Refusal } from '@zhitong/domain/refusal';
import { auditFormat, confidentialDigest } from './audit-format.ts';
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

/**
 * Writes one line of the trail in the transaction of the change: both are there, or neither. What the reader of the trail may not
 * see goes into a part of its own, of which the line keeps the digest.
 */
export function recordAudit(tx: Tx, effects: Effects, facts: AuditFacts): Promise<void> {
  return recordAudits(tx, effects, [facts]);
}

/** what fits into one statement */
const stretch = 1_000;

/** The same for many changes of one transaction, a line each. */
export async function recordAudits(tx: Tx, effects: Effects, all: readonly AuditFacts[]): Promise<void> {
  // also what is only read: whoever looks at somebody's screens is shown nothing that must be written down, and exports nothing
  if (enteredContext(tx).readOnly) throw new Refusal('platform.viewing-only');
  for (let from = 0; from < all.length; from += stretch) {
    const lines = all.slice(from, from + stretch).map((facts) => lineOf(tx, effects, facts));
    await tx
      .insertInto('audit_entry')
      .values(lines.map(({ entry }) => entry))
      .execute();
    const confidential = lines.flatMap((line) => line.confidential ?? []);
    if (confidential.length > 0) await tx.insertInto('audit_confidential').values(confidential).execute();
  }
  noteGrowth(tx);
}

function lineOf(tx: Tx, effects: Effects, facts: AuditFacts) {
  const { city, organisation, actor, requestId } = enteredContext(tx);
  const { action, subject, before = null, after = null, why = null } = facts;
  const { shown, kept } = splitSaying(subject.kind, { before, after, why });
  const confidential = kept && { salt: randomBytes(saltBytes).toString('hex'), said: JSON.stringify(kept) };
  const key = { city, id: effects.newId() };
  const entry = {
    ...{ ...key, at: effects.now(), format: auditFormat },
    actor_person: actor?.personId ?? null,
    actor_name: actor?.name ?? systemName,
    actor_role: actor?.role ?? null,
    actor_organisation: organisation || null,
    ...{ action, subject_kind: subject.kind, subject_id: subject.id, why: shown.why },
    before: shown.before && JSON.stringify(shown.before),
    after: shown.after && JSON.stringify(shown.after),
    address: actor?.address ?? null,
    request_id: actor?.requestId ?? requestId ?? null,
    digest: confidential && confidentialDigest(confidential),
  };
  return { entry, confidential: confidential && { city, entry_id: key.id, ...confidential } };
}

const saltBytes = 16;
