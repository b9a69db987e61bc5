import type { Language, Sentence } from '../language.ts';
import { fillIn } from '../refusal.ts';

/** Why a row of a file with a map is not taken. */
export const rowProblems = {
  'no-name': { zh: '没有写环节名称', en: 'The name of the segment is missing' },
  'unknown-tier': {
    zh: '层级“{value}”不认识，请写 上游、中游、下游 或 配套',
    en: 'The tier “{value}” is not known: write Upstream, Midstream, Downstream or Supporting',
  },
  'segment-twice': { zh: '环节“{value}”已在前面出现', en: 'The segment “{value}” stands further up already' },
  'unknown-segment': {
    zh: '表“环节”里没有“{value}”',
    en: 'The sheet of segments has no “{value}”',
  },
  'no-product': { zh: '没有写产品', en: 'The product is missing' },
  'unknown-product': { zh: '“{value}”不在产品库中', en: '“{value}” is not in the product graph' },
  'ambiguous-product': {
    zh: '产品库中有几个“{value}”（{ids}），请写产品编号',
    en: 'Several products are called “{value}” ({ids}): write the id',
  },
  'product-twice': {
    zh: '“{value}”已在环节“{other}”中，同一条链里一个产品只属于一个环节',
    en: '“{value}” stands in “{other}” already: in one chain a product is one link',
  },
  'link-twice': { zh: '联系“{value}”已在前面出现', en: 'The link “{value}” stands further up already' },
  cycle: { zh: '“{value}”构成循环', en: '“{value}” is a cycle' },
  'unknown-list': { zh: '没有叫“{value}”的清单', en: 'No list is called “{value}”' },
  'no-text': { zh: '没有写内容', en: 'The text is missing' },
  'no-source': { zh: '没有写来源，清单的每一条都要有来源', en: 'The source is missing: every entry needs one' },
  'too-long': { zh: '超过 {limit} 字', en: 'Longer than {limit} characters' },
} as const satisfies Record<string, Sentence>;
export type RowProblem = keyof typeof rowProblems;

/** A row that is left out, with the sheet and the line it stands in. */
export interface RefusedRow {
  readonly sheet: MapSheet;
  readonly line: number;
  readonly problem: RowProblem;
  readonly details: Readonly<Record<string, string | number>>;
}

export const mapSheets = ['segments', 'products', 'links', 'lists'] as const;
export type MapSheet = (typeof mapSheets)[number];

export const mapSheetWords = {
  segments: { zh: '环节', en: 'Segments' },
  products: { zh: '产品', en: 'Products' },
  links: { zh: '联系', en: 'Links' },
  lists: { zh: '清单', en: 'Lists' },
} as const satisfies Record<MapSheet, Sentence>;

export function rowSentence({ problem, details }: RefusedRow, language: Language): string {
  return fillIn(rowProblems[problem][language], details);
}
