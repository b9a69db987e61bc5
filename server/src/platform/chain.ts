import { createHash } from 'node:crypto';

/** A log whose committed rows a sealer numbers and chains, each by the hash of the one before. */
export interface Chain {
  readonly table: 'event' | 'audit_entry';
  readonly head: 'event_head' | 'audit_head';
  readonly algorithm: 'sha256' | 'sm3';
  /** what a row says, in the order it is hashed */
  readonly columns: readonly string[];
}

/** Columns by name, as the database or an export gives them. */
export interface ChainRow {
  readonly [column: string]: unknown;
  readonly position?: unknown;
  readonly hash?: unknown;
  readonly at?: unknown;
  readonly actor_name?: unknown;
  readonly action?: unknown;
}

export interface ChainPlace {
  readonly city: string;
  readonly position: number;
  readonly row: ChainRow;
}

/** Hash over the hash before and every column of the row, keys of JSON values in order. */
export function chainHash(chain: Chain, before: string, { city, position, row }: ChainPlace): string {
  const fields = [before, city, position, ...chain.columns.map((column) => canonical(row[column] ?? null))];
  return createHash(chain.algorithm).update(JSON.stringify(fields)).digest('hex');
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
