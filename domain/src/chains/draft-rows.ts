import { chainListWords } from './chain-list-words.ts';
import {
  type ChainContent,
  type ChainListEntry,
  chainLists,
  circularPath,
  type KnownProduct,
  type Segment,
  type SegmentLink,
  segmentTiers,
  segmentTierWords,
} from './chain-map.ts';
import type { MapSheet, RefusedRow, RowProblem } from './draft-row-words.ts';

/** A map as it stands in a file, nothing judged yet; `line` as the file counts. */
export interface MapRows {
  readonly segments: readonly {
    readonly line: number;
    readonly id: string;
    readonly name: string;
    readonly nameEn: string;
    readonly tier: string;
  }[];
  readonly products: readonly {
    readonly line: number;
    readonly segment: string;
    readonly id: string;
    readonly name: string;
  }[];
  readonly links: readonly { readonly line: number; readonly from: string; readonly to: string }[];
  readonly lists: readonly {
    readonly line: number;
    readonly list: string;
    readonly text: string;
    readonly source: string;
  }[];
}

export interface JudgingRows {
  /** what the draft holds now: a segment that comes without an id keeps that of the one of the same name */
  readonly draft: Pick<ChainContent, 'segments'>;
  /** by id, name or another name */
  readonly findProducts: (words: string) => readonly KnownProduct[];
  readonly newId: () => string;
}

export interface JudgedRows {
  readonly map: Pick<ChainContent, 'segments' | 'links' | 'entries'>;
  readonly refused: readonly RefusedRow[];
}

export const longestName = 60;
export const longestText = 500;

/** The good rows as a map, the others with their reason. A row that names a refused one is refused too. */
export function judgeRows(rows: MapRows, given: JudgingRows): JudgedRows {
  const judge = new RowJudge();
  const segments = judge.segments(rows.segments, given);
  const filled = judge.products(rows.products, segments, given);
  const links = judge.links(rows.links, filled);
  const entries = judge.entries(rows.lists);
  return { map: { segments: filled, links, entries }, refused: judge.refused };
}

class RowJudge {
  readonly refused: RefusedRow[] = [];

  segments(rows: MapRows['segments'], { draft, newId }: JudgingRows): Segment[] {
    const taken: Segment[] = [];
    for (const { line, id, name, nameEn, tier } of rows) {
      const refuse = this.#at('segments', line);
      const known = segmentTiers.find((one) => same(tier, one, segmentTierWords[one]));
      const own = id || (draft.segments.find((one) => one.name === name)?.id ?? newId());
      if (name === '') refuse('no-name');
      else if (name.length > longestName || nameEn.length > longestName || own.length > longestName)
        refuse('too-long', { limit: longestName });
      else if (!known) refuse('unknown-tier', { value: tier });
      else if (taken.some((one) => one.id === own || one.name === name)) refuse('segment-twice', { value: name });
      else taken.push({ id: own, name, nameEn: nameEn || null, tier: known, products: [] });
    }
    return taken;
  }

  products(rows: MapRows['products'], segments: readonly Segment[], { findProducts }: JudgingRows): Segment[] {
    const placed = new Map<string, { readonly product: string; readonly segment: Segment }>();
    for (const { line, segment: words, id, name } of rows) {
      const refuse = this.#at('products', line);
      const value = id || name;
      const segment = segmentOf(segments, words);
      const [product, other] = findProducts(value);
      const before = product && placed.get(product.id)?.segment;
      if (value === '') refuse('no-product');
      else if (!segment) refuse('unknown-segment', { value: words });
      else if (!product) refuse('unknown-product', { value });
      else if (other)
        refuse('ambiguous-product', {
          value,
          ids: findProducts(value)
            .map((one) => one.id)
            .join('、'),
        });
      else if (before) refuse('product-twice', { value: product.name, other: before.name });
      else placed.set(product.id, { product: product.id, segment });
    }
    const bySegment = Map.groupBy(placed.values(), ({ segment }) => segment.id);
    return segments.map((segment) => ({
      ...segment,
      products: (bySegment.get(segment.id) ?? []).map(({ product }) => product),
    }));
  }

  links(rows: MapRows['links'], segments: readonly Segment[]): SegmentLink[] {
    const links: SegmentLink[] = [];
    for (const { line, from: left, to: right } of rows) {
      const refuse = this.#at('links', line);
      const [from, to] = [segmentOf(segments, left), segmentOf(segments, right)];
      if (!from || !to) {
        refuse('unknown-segment', { value: from ? right : left });
        continue;
      }
      const link = { from: from.id, to: to.id };
      const path = circularPath({ segments, links: [...links, link] });
      const isTwice = links.some((one) => one.from === link.from && one.to === link.to);
      if (isTwice) refuse('link-twice', { value: `${from.name} → ${to.name}` });
      else if (path) refuse('cycle', { value: path });
      else links.push(link);
    }
    return links;
  }

  entries(rows: MapRows['lists']): ChainListEntry[] {
    const entries: ChainListEntry[] = [];
    for (const { line, list: words, text, source } of rows) {
      const refuse = this.#at('lists', line);
      const list = chainLists.find((one) => same(words, one, chainListWords[one]));
      if (!list) refuse('unknown-list', { value: words });
      else if (text === '') refuse('no-text');
      else if (source === '') refuse('no-source');
      else if (text.length > longestText || source.length > longestText) refuse('too-long', { limit: longestText });
      else entries.push({ list, text, source });
    }
    return entries;
  }

  #at(sheet: MapSheet, line: number) {
    return (problem: RowProblem, details: RefusedRow['details'] = {}): void => {
      this.refused.push({ sheet, line, problem, details });
    };
  }
}

const segmentOf = (segments: readonly Segment[], words: string) =>
  segments.find(({ id }) => id === words) ?? segments.find(({ name }) => name === words);

const same = (words: string, code: string, { zh, en }: { readonly zh: string; readonly en: string }) =>
  [code, zh, en.toLowerCase()].includes(words.toLowerCase());
