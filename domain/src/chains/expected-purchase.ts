import type { OrganisationSize } from '../directory/organisation-fact.ts';
import { type IoTable, sectorOfCode } from './io-table.ts';
import { fewestBuyers } from './published-sum.ts';

/** A firm of the city as far as an estimate needs it. */
export interface UsingFirm {
  readonly id: string;
  /** GB/T 4754; null: not known */
  readonly industry: string | null;
  readonly size: OrganisationSize | null;
  /** products it is known to make something from */
  readonly uses: readonly string[];
}

export interface ExpectedFacts {
  readonly table: IoTable;
  /** GB/T 4754 class of a product, where it is known */
  readonly industryOf: ReadonlyMap<string, string>;
  readonly firms: readonly UsingFirm[];
  /** the firm has said what it buys of the product, or deals say it */
  readonly isDeclared: (firmId: string, productId: string) => boolean;
}

/** A floor of what firms that declared nothing are expected to buy of a product a year: an estimate, never added to what is declared. */
export interface ExpectedPurchase {
  /** 分 a year, at least; null: fewer than five firms stand behind it */
  readonly fen: number | null;
  /** firms behind the sum; null where they are too few */
  readonly firms: number | null;
  /** firms that use it too, of which industry or size, or a coefficient, is not known */
  readonly unknown: number;
}

/** 统计上大中小微型企业划分办法（2017）, industry: the least turnover of a class in 分. Of the smallest nothing is certain. */
export const leastTurnoverFen: Readonly<Record<OrganisationSize, number>> = {
  大型: 40_000_000_000,
  中型: 2_000_000_000,
  小型: 300_000_000,
  微型: 0,
};

/** Mining, manufacturing, power and water: the divisions the floors above are given for. */
const isIndustry = (code: string): boolean => /^(0[6-9]|[1-3]\d|4[0-6]|[BCD]$)/.test(code);

/**
 * Σ over firms of coefficient × least turnover ÷ products of that sector the firm is known to use, by product. Products without a
 * firm that uses them undeclared are left out. O(firms × products they use).
 */
export function expectedPurchases({
  table,
  industryOf,
  firms,
  isDeclared,
}: ExpectedFacts): Map<string, ExpectedPurchase> {
  const coefficients = new Map(table.coefficients.map(([from, to, value]) => [`${from} ${to}`, value]));
  const sectors = new Map([...industryOf].map(([id, code]) => [id, sectorOfCode(table.sectors, code)?.key]));
  const found = new Map<string, Sum>();
  for (const firm of firms) {
    const own = sectorOfFirm(table, firm);
    const parts = Map.groupBy(firm.uses, (productId) => sectors.get(productId));
    for (const productId of firm.uses) {
      const sector = sectors.get(productId);
      if (sector === undefined || isDeclared(firm.id, productId)) continue;
      const one = found.get(productId) ?? { fen: 0, firms: 0, unknown: 0 };
      found.set(productId, one);
      addFloor(one, floorOf(firm, coefficients.get(`${sector} ${own}`), parts.get(sector)?.length ?? 1));
    }
  }
  return new Map([...found].map(([id, one]) => [id, shownOf(one)]));
}

interface Sum {
  fen: number;
  firms: number;
  unknown: number;
}

function sectorOfFirm({ sectors }: IoTable, { industry }: UsingFirm): string | undefined {
  return industry !== null && isIndustry(industry) ? sectorOfCode(sectors, industry)?.key : undefined;
}

/** Null: the industry, the size or the coefficient is not known, or nothing is certain of the size. */
function floorOf({ size }: UsingFirm, coefficient: number | undefined, products: number): number | null {
  const turnover = size === null ? 0 : leastTurnoverFen[size];
  return coefficient === undefined || turnover === 0 ? null : (coefficient * turnover) / products;
}

function addFloor(one: Sum, floor: number | null): void {
  if (floor === null) one.unknown += 1;
  else if (floor > 0) {
    one.fen += floor;
    one.firms += 1;
  }
}

function shownOf({ fen, firms, unknown }: Sum): ExpectedPurchase {
  if (firms < fewestBuyers) return { fen: null, firms: firms === 0 ? 0 : null, unknown };
  return { fen: Math.round(fen), firms, unknown };
}
