import { join } from 'node:path';
import { ProductLexicon } from '@zhitong/domain/matching/product-lexicon';
import { needClasses } from '@zhitong/domain/needs/need-class';
import { classifyNeed } from '@zhitong/domain/needs/need-classifier';
import { parseNeed } from '@zhitong/domain/needs/parse-need';
import { readCityFiles } from '@zhitong/tools/seed-city/city-files';
import { readProductGraph } from '@zhitong/tools/seed-city/product-graph';
import { readCsv } from './csv-rows.ts';

export const textClasses = ['wish', ...needClasses] as const;
export type TextClass = (typeof textClasses)[number];

export interface LabelledText {
  readonly part: 'build' | 'test';
  readonly class: TextClass;
  readonly text: string;
  /** earlier needs of the firm for the same product whose quotes were left lying */
  readonly undecided: number;
}

const data = join(import.meta.dirname, '..', 'data');

/** data/need-classes/labelled.csv */
export function readLabelledTexts(): readonly LabelledText[] {
  const rows = readCsv(join(data, 'need-classes', 'labelled.csv'), ['part', 'class', 'text', 'undecided']);
  return rows.map(({ part, class: name, text, undecided }) => {
    const known = textClasses.find((one) => one === name);
    if (!known || (part !== 'build' && part !== 'test')) throw new Error(`labelled.csv: ${text}`);
    return { part, class: known, text, undecided: Number(undecided) };
  });
}

/** What publishing would take each text for, products read with the hand-made product graph. */
export function newTextClassifier(): (labelled: LabelledText) => TextClass {
  const graph = readProductGraph(readCityFiles(data));
  const lexicon = new ProductLexicon([...graph.profiles.values()].map(({ product }) => product));
  const context = { lexicon, today: '2026-11-23', regions: [], usualLimits: () => [] };
  return ({ text, undecided }) => {
    const hasProduct = parseNeed(text, context).products.length > 0;
    return classifyNeed({ text, hasProduct, history: { undecided, most: 3 } })?.class ?? 'wish';
  };
}
