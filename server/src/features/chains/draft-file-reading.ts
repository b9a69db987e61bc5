import { chainContent } from '@zhitong/contract/chains/draft-contract';
import type { ChainContent, KnownProduct } from '@zhitong/domain/chains/chain-map';
import type { MapRows } from '@zhitong/domain/chains/draft-rows';
import { rowsOfSheets } from '@zhitong/domain/chains/draft-sheet';
import type { FactBook } from '@zhitong/domain/chains/fact-book';
import { sheetLimits } from '@zhitong/domain/directory/sheet';
import { Refusal } from '@zhitong/domain/refusal';
import { z } from 'zod';
import { sheetFormat } from '#platform/sheet-reader';
import { readXlsxSheets } from '#platform/sheet-xlsx';
import { mapFormat } from './draft-file-export.ts';

export interface MapFile {
  readonly rows: MapRows;
  /** name and people; a workbook says nothing of them */
  readonly head: Omit<ChainContent, 'segments' | 'links' | 'entries'> | undefined;
}

/** Reads a file somebody sent, by its ending and its first bytes. */
export async function readMapFile({ name, content }: { name: string; content: Buffer }): Promise<MapFile> {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1];
  if (ending === 'json') return readJson(content);
  if (ending !== 'xlsx' || sheetFormat({ name, content }) !== 'xlsx') throw new Refusal('chains.file-type', { name });
  const rows = rowsOfSheets(await readXlsxSheets(content, sheetLimits));
  if (rows.segments.length === 0) throw new Refusal('chains.file-empty');
  return { rows, head: undefined };
}

/** The form of a file; which products and segments it may name is judged row by row. */
const file = z.object({ format: z.literal(mapFormat), content: chainContent });

function readJson(bytes: Buffer): MapFile {
  const parsed = file.safeParse(jsonOf(bytes));
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new Refusal('chains.file-json', { place: place || 'JSON' });
  }
  const { segments, links, entries, ...head } = parsed.data.content;
  const counted = <Item extends object>(items: readonly Item[]) => items.map((item, at) => ({ ...item, line: at + 1 }));
  const rows: MapRows = {
    segments: counted(segments).map((one) => ({ ...one, nameEn: one.nameEn ?? '' })),
    products: counted(
      segments.flatMap(({ id: segment, products }) => products.map((id) => ({ segment, id, name: '' }))),
    ),
    links: counted(links),
    lists: counted(entries),
  };
  return { rows, head };
}

/** undefined: it is no JSON, which has no such value */
function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Products by id, else by name or another name; several where a name is not enough. */
export function productFinder({ products }: FactBook): (words: string) => readonly KnownProduct[] {
  let byName: Map<string, KnownProduct[]> | undefined;
  return (words) => {
    const own = products.get(words);
    if (own) return [own];
    byName ??= named(products.values());
    return byName.get(words) ?? [];
  };
}

function named(products: Iterable<KnownProduct & { readonly aliases: readonly string[]; readonly junk: boolean }>) {
  const names = new Map<string, KnownProduct[]>();
  for (const product of products) {
    if (product.junk) continue;
    for (const name of new Set([product.name, ...product.aliases]))
      names.set(name, [...(names.get(name) ?? []), product]);
  }
  return names;
}
