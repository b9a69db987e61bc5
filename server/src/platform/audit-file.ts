import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { auditAlgorithm } from './audit-format.ts';
import { auditChain } from './audit-sealer.ts';
import type { ChainRow } from './chain.ts';
import { type ChainHead, type ChainProof, proveChain } from './chain-proof.ts';

const head = z.object({ position: z.number().int().min(0), hash: z.string() });
const title = z.object({
  export: z.literal('zhitong-audit'),
  version: z.union([z.literal(1), z.literal(2)]),
  city: z.string(),
  algorithm: z.literal(auditAlgorithm),
  from: head,
});
const row = z.record(z.string(), z.unknown());
const end = z.object({ head, entries: z.number().int() });

/** The file is no export of the trail, or stops before its last line. */
export class UnreadableExport extends Error {
  readonly line: number;

  constructor(line: number, options?: ErrorOptions) {
    super(`line ${line} cannot be read`, options);
    this.name = 'UnreadableExport';
    this.line = line;
  }
}

export interface FileProof extends ChainProof {
  readonly city: string;
  readonly from: ChainHead;
}

const batch = 1_000;

/** Proves an exported trail from the file alone, without a database. `heads`: kept elsewhere, e.g. on paper. */
export async function proveFile(path: string, heads: readonly ChainHead[]): Promise<FileProof> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  const reader = lines[Symbol.asyncIterator]();
  const first = title.safeParse(parseLine((await reader.next()).value, 1));
  if (!first.success) throw new UnreadableExport(1);
  const { city, from, version } = first.data;
  const kept: { end: ChainHead | null } = { end: null };
  const proof = await proveChain(
    auditChain,
    { city, from, heads },
    batches({ [Symbol.asyncIterator]: () => reader }, kept, version),
  );
  lines.close();
  // a broken chain stops the reading before the last line
  if (proof.broken !== null) return { ...proof, city, from };
  if (kept.end === null) throw new UnreadableExport(proof.entries + 2);
  if (kept.end.position > proof.position)
    return { ...proof, city, from, broken: { reason: 'cut', position: proof.position + 1, row: null } };
  return { ...proof, city, from };
}

async function* batches(
  lines: AsyncIterable<string>,
  kept: { end: ChainHead | null },
  version: 1 | 2,
): AsyncGenerator<ChainRow[]> {
  let rows: ChainRow[] = [];
  let number = 1;
  for await (const text of lines) {
    number += 1;
    const value = row.safeParse(parseLine(text, number));
    if (!value.success) throw new UnreadableExport(number);
    const last = end.safeParse(value.data);
    if (last.success) kept.end = last.data.head;
    else rows.push(version === 1 ? ofFirstVersion(value.data) : value.data);
    if (rows.length < batch) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** The first exports held before and after as values, and entries of the first form only. */
function ofFirstVersion(entry: Readonly<Record<string, unknown>>): ChainRow {
  const text = (value: unknown) => (value === null ? null : JSON.stringify(value));
  return { ...entry, format: 1, before: text(entry.before ?? null), after: text(entry.after ?? null) };
}

function parseLine(text: unknown, line: number): unknown {
  try {
    return JSON.parse(String(text));
  } catch (error) {
    throw new UnreadableExport(line, { cause: error });
  }
}
