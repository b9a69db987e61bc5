import { type AuditFacts, recordAudits } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import type { EnteredDuty } from './import-duty-store.ts';
import type { PostRow } from './import-people-store.ts';
import type { Writing } from './import-writing.ts';

/** Who got which right, or lost it, by a sheet: a line each, as when it is done by hand. The source names the file. */
export function notePosts(tx: Tx, writing: Writing, { given, posts }: { given: boolean; posts: readonly PostRow[] }) {
  const { today } = writing.origin;
  return note(
    tx,
    writing,
    posts.map(({ id, person, organisation, role, from }) => {
      const post = { person, organisation, role };
      const subject = { kind: 'post', id };
      if (given) return { action: 'post.given', subject, after: { ...post, from } };
      return { action: 'post.ended', subject, before: { ...post, from }, after: { to: today } };
    }),
  );
}

export function noteDuties(
  tx: Tx,
  writing: Writing,
  { entered, duties }: { entered: boolean; duties: readonly EnteredDuty[] },
) {
  const { today } = writing.origin;
  return note(
    tx,
    writing,
    duties.map(({ id, number, title, body, owner, deputy, from }) => {
      const duty = { number, title, body, owner, deputy };
      const subject = { kind: 'duty', id };
      if (entered) return { action: 'duty.entered', subject, after: { ...duty, from } };
      return { action: 'duty.ended', subject, before: { ...duty, from }, after: { to: today } };
    }),
  );
}

function note(tx: Tx, { origin, newId }: Writing, lines: readonly AuditFacts[]): Promise<void> {
  const effects = { now: () => origin.at, newId };
  return recordAudits(
    tx,
    effects,
    lines.map((line) => ({ ...line, why: origin.source })),
  );
}
