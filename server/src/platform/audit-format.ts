import { hash as digestOf } from 'node:crypto';
import { type Chain, type ChainRow, columnsHash } from './chain.ts';

/** SM3 (GB/T 32905-2016): the proof of the trail leaves the house, on paper and in exports. */
export const auditAlgorithm = 'sm3';

/** The form in which new entries are hashed (ADR 0014). */
export const auditFormat = 2;

const said = [
  ...['id', 'at', 'actor_person', 'actor_name', 'actor_role', 'actor_organisation'],
  ...['action', 'subject_kind', 'subject_id', 'why', 'before', 'after', 'address', 'request_id'],
] as const;

/** What is hashed of an entry, in this order, by the form it was written in. */
export const auditColumns = { 1: said, 2: [...said, 'digest'] } as const;

/** Every column as the text that is hashed: the database spells times and JSON, nothing is parsed on the way. */
const spelt: Readonly<Record<string, string>> = {
  at: `to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  ...Object.fromEntries(
    ['id', 'actor_person', 'actor_organisation', 'before', 'after'].map((name) => [name, `a.${name}::text`]),
  ),
};

/** For `audit_entry a`. */
export const auditSelect = ['format', ...auditColumns[auditFormat]]
  .map((name) => `${spelt[name] ?? `a.${name}`} as ${name}`)
  .join(', ');

/** Hash of an entry whose columns are texts. An entry of a form nobody knows has none, and so never holds. */
export const auditHash: Chain['hash'] = (before, place) => {
  const { city, position, row } = place;
  if (row.format === 1) return firstHash(before, { ...place, row: parsed(row) });
  if (row.format !== auditFormat) return '';
  const texts = auditColumns[auditFormat].map((column) => row[column] ?? null);
  return digestOf(auditAlgorithm, JSON.stringify([auditFormat, before, city, position, ...texts]));
};

const firstHash = columnsHash(auditAlgorithm, auditColumns[1]);

function parsed(row: ChainRow): ChainRow {
  const value = (text: unknown): unknown => (typeof text === 'string' ? JSON.parse(text) : null);
  return { ...row, before: value(row.before), after: value(row.after) };
}

/** What the chain holds of a confidential part. */
export function confidentialDigest({ salt, said: text }: { readonly salt: string; readonly said: string }): string {
  return digestOf(auditAlgorithm, `${salt}${text}`);
}
