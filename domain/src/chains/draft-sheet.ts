import type { SheetRow, SheetTable } from '../directory/sheet.ts';
import type { Language, Sentence } from '../language.ts';
import { chainListWords } from './chain-list-words.ts';
import { type ChainContent, segmentTierWords } from './chain-map.ts';
import { type MapSheet, mapSheets, mapSheetWords } from './draft-row-words.ts';
import type { MapRows } from './draft-rows.ts';

/** The columns of each sheet of a map, in their order. */
const mapColumns = {
  segments: [
    { zh: '编号', en: 'Id' },
    { zh: '环节', en: 'Segment' },
    { zh: '英文名', en: 'English name' },
    { zh: '层级', en: 'Tier' },
  ],
  products: [
    { zh: '环节', en: 'Segment' },
    { zh: '产品编号', en: 'Product id' },
    { zh: '产品', en: 'Product' },
  ],
  links: [
    { zh: '从', en: 'From' },
    { zh: '到', en: 'To' },
  ],
  lists: [
    { zh: '清单', en: 'List' },
    { zh: '内容', en: 'Text' },
    { zh: '来源', en: 'Source' },
  ],
} as const satisfies Record<MapSheet, readonly Sentence[]>;

export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A map as the sheets of a workbook: a segment is named by its id where another row means it. */
export function sheetsOf(
  { segments, links, entries }: Pick<ChainContent, 'segments' | 'links' | 'entries'>,
  { language, nameOf }: { language: Language; nameOf: (productId: string) => string },
): WrittenSheet[] {
  const rows: Record<MapSheet, (readonly string[])[]> = {
    segments: segments.map(({ id, name, nameEn, tier }) => [id, name, nameEn ?? '', segmentTierWords[tier][language]]),
    products: segments.flatMap(({ name, products }) => products.map((id) => [name, id, nameOf(id)])),
    links: links.map(({ from, to }) => [from, to]),
    lists: entries.map(({ list, text, source }) => [chainListWords[list][language], text, source]),
  };
  return mapSheets.map((sheet) => ({
    name: mapSheetWords[sheet][language],
    columns: mapColumns[sheet].map((column) => column[language]),
    rows: rows[sheet],
  }));
}

/** The rows of a workbook by the names of its sheets; the first row of each holds the headings. */
export function rowsOfSheets(tables: ReadonlyMap<string, SheetTable>): MapRows {
  const read = (sheet: MapSheet) => {
    const { zh, en } = mapSheetWords[sheet];
    const table = [...tables].find(([name]) => [zh, en.toLowerCase()].includes(name.trim().toLowerCase()))?.[1];
    return (table?.rows ?? []).slice(1).map((row) => ({ line: row.line, cell: cellsOf(row) }));
  };
  return {
    segments: read('segments').map(({ line, cell }) => ({
      ...{ line, id: cell(0), name: cell(1), nameEn: cell(2), tier: cell(3) },
    })),
    products: read('products').map(({ line, cell }) => ({ line, segment: cell(0), id: cell(1), name: cell(2) })),
    links: read('links').map(({ line, cell }) => ({ line, from: cell(0), to: cell(1) })),
    lists: read('lists').map(({ line, cell }) => ({ line, list: cell(0), text: cell(1), source: cell(2) })),
  };
}

function cellsOf({ cells }: SheetRow) {
  return (at: number): string => cells[at]?.text.trim() ?? '';
}
