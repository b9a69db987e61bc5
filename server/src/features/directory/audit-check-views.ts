import type { AuditCheck } from '@zhitong/contract/directory/audit-contract';
import { verdictSentence } from '@zhitong/domain/directory/audit-verdict';
import type { Language } from '@zhitong/domain/language';
import { findLastCheck, type TrailCheck } from '#platform/audit-check';
import type { Database } from '#platform/database';

/** What the last check found, in the reader's language; null: never checked. */
export async function lastCheckReply(database: Database, city: string, language: Language): Promise<AuditCheck | null> {
  const last = await findLastCheck(database, city);
  return last ? checkReply(last, language) : null;
}

export function checkReply(check: TrailCheck, language: Language): AuditCheck {
  const { at, entries, position, hash, unsealed, broken, tookMs } = check;
  const head = { position, hash };
  return { at: at.toISOString(), entries, head, unsealed, broken, tookMs, sentence: verdictSentence(check, language) };
}
