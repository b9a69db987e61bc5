import { hash as digestOf } from 'node:crypto';
import type { BreakReason } from '@zhitong/domain/directory/audit-verdict';

/** A log whose committed rows a sealer numbers and chains, each by the hash of the one before. */
export interface Chain {
  readonly table: 'event' | 'audit_entry';
  readonly head: 'event_head' | 'audit_head';
  /** what a row says, as the sealer and a proof read it: SQL over the table, each expression under its name */
  readonly select: string;
  /** over the hash before and everything the row says */
  readonly hash: (before: string, place: ChainPlace) => string;
  /** what besides its own hash must hold of a row */
  readonly proveRow?: (row: ChainRow) => BreakReason | undefined;
}

/** Columns by name, as the database or an export gives them. */
export interface ChainRow {
  readonly [column: string]: unknown;
  readonly position?: unknown;
  readonly hash?: unknown;
  readonly at?: unknown;
  readonly actor_name?: unknown;
  readonly action?: unknown;
  /** in an export: what it says was left out */
  readonly withheld?: unknown;
}

export interface ChainPlace {
  readonly city: string;
  readonly position: number;
  readonly row: ChainRow;
}

export type ChainAlgorithm = 'sha256' | 'sm3';

/** Hash over the hash before and the columns of the row in this order, keys of JSON values in order. */
export function columnsHash(algorithm: ChainAlgorithm, columns: readonly string[]): Chain['hash'] {
  return (before, { city, position, row }) => {
    const fields = [before, city, position, ...columns.map((column) => canonical(row[column] ?? null))];
    return digestOf(algorithm, JSON.stringify(fields));
  };
}

/** The same value gives the same text wherever it was kept: objects as sorted pairs, times as ISO text. */
function canonical(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}
