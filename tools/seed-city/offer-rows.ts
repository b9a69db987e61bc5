import { drawChance, drawInteger, drawOne } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { Certificate, OfferLimit } from '@zhitong/domain/matching/limit';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import type { CityFiles } from './city-files.ts';
import type { OfferRow, OrganisationSize } from './city-rows.ts';
import { cell, numberCell, type Range } from './csv-table.ts';
import type { Firm } from './firm-rows.ts';
import { drawSize, drawStep, roundTo } from './nice-number.ts';
import { getProfile, type ProductGraph, type ProductProfile, type ProfileLimit } from './product-graph.ts';
import type { ScriptedOffer } from './scripted-rows.ts';
import { addDays, instantOn } from './seed-clock.ts';
import { foundingInstant, seededId } from './seeded-ids.ts';

export interface OfferContext {
  readonly files: CityFiles;
  readonly graph: ProductGraph;
  readonly random: SeededRandom;
  readonly today: string;
}

/** Which part of a product's capacity range a firm of this size has. */
const capacityShare: Readonly<Record<OrganisationSize, readonly [number, number]>> = {
  微型: [0, 0.08],
  小型: [0.03, 0.3],
  中型: [0.25, 0.7],
  大型: [0.6, 1],
};

const evidences = ['检测报告', '检测报告', '检测报告', '出厂自检', '型式检验报告', '客户验收单'];

/** One offer for each product a firm makes. */
export function makeOffers(firms: readonly Firm[], context: OfferContext): OfferRow[] {
  const years = new Map(context.files.certificates.map((row) => [cell(row, 'name'), numberCell(row, 'valid_years')]));
  return firms.flatMap((firm) =>
    firm.products.map((productId) => {
      const random = context.random.fork(`${firm.row.id}:${productId}`);
      const drawn = makeOffer({ firm, profile: getProfile(context.graph, productId), random, years }, context.today);
      const own = context.files.ownOffers.find((offer) => offer.owner === firm.username && offer.product === productId);
      return own === undefined ? drawn : { ...drawn, ...statedByHand(own, context.today) };
    }),
  );
}

function statedByHand(own: ScriptedOffer, today: string): Partial<OfferRow> {
  return {
    productText: own.text,
    capacity: own.capacity,
    limits: own.limits.map(({ daysAgo, ...limit }) =>
      daysAgo === undefined ? limit : { ...limit, date: addDays(today, -daysAgo) },
    ),
    certificates: own.certificates.map(({ name, daysLeft }) => ({ name, validUntil: addDays(today, daysLeft) })),
    leadDays: own.leadDays,
    minimumLot: own.minimumLot,
    priceFen: own.priceFen,
  };
}

interface OfferPlan {
  readonly firm: Firm;
  readonly profile: ProductProfile;
  readonly random: SeededRandom;
  readonly years: ReadonlyMap<string, number>;
}

function makeOffer({ firm, profile, random, years }: OfferPlan, today: string): OfferRow {
  const capacity = drawCapacity(random, profile, firm.row.size ?? '小型');
  const limits = profile.limits.flatMap((limit) => drawLimit(random, limit, today));
  return {
    id: seededId(random, foundingInstant),
    city: firm.row.city,
    organisationId: firm.row.id,
    productId: profile.product.id,
    productText: drawText(random, profile, limits),
    capacity: drawChance(random, 0.06) ? null : capacity,
    limits,
    certificates: profile.certificates.flatMap((name) => drawCertificate({ random, name, years, today })),
    source: 'demo',
    demo: true,
    leadDays: drawChance(random, 0.08) ? null : drawInteger(random, profile.leadDays.low, profile.leadDays.high),
    minimumLot: drawChance(random, 0.2)
      ? null
      : {
          amount: roundTo(drawStep(random, profile.minimumLot), 2),
          unit: profile.product.unit ?? '件',
          per: 'once',
        },
    priceFen: drawChance(random, 0.25) ? null : drawPriceFen(random, profile.priceYuan),
    priceUnit: profile.product.unit,
    publishedAt: instantOn(addDays(today, -drawInteger(random, 370, 690)), drawInteger(random, 500, 1080)),
  };
}

function drawCapacity(random: SeededRandom, profile: ProductProfile, size: OrganisationSize): Quantity {
  const [from, to] = capacityShare[size];
  const amount = roundTo(drawStep(random, profile.capacity, { from, to, parts: 10 }), 2);
  return { amount: Math.max(amount, profile.capacity.low), unit: profile.product.unit ?? '件', per: profile.per };
}

/** Makers are a little better than the bottom of the range; one in twenty-five leaves the property out. */
function drawLimit(random: SeededRandom, limit: ProfileLimit, today: string): OfferLimit[] {
  if (drawChance(random, 0.04)) return [];
  const stated = { name: limit.name, unit: limit.unit, ...drawReach(random, limit) };
  if (drawChance(random, 0.2)) return [stated];
  const date = addDays(today, -drawInteger(random, 12, 540));
  return [{ ...stated, evidence: drawOne(random, evidences), date }];
}

/** Tested values are points; sizes and what can be set are intervals. */
function drawReach(random: SeededRandom, limit: ProfileLimit): Range {
  if (limit.direction === 'range' || limit.direction === '=') {
    const low = drawSize(random, limit, { to: 0.35, parts: 10 });
    const high = drawSize(random, limit, { from: 0.6, parts: 10 });
    return { low: Math.min(low, high), high: Math.max(low, high) };
  }
  const better = limit.direction === '>=' ? { from: 0.15, to: 0.95 } : { from: 0.05, to: 0.85 };
  const value =
    limit.direction === '±' ? drawSize(random, limit, { to: 0.6 }) : drawStep(random, limit, { ...better, parts: 10 });
  return { low: value, high: value };
}

interface CertificatePlan {
  readonly random: SeededRandom;
  readonly name: string;
  readonly years: ReadonlyMap<string, number>;
  readonly today: string;
}

/** Most are valid, some have run out, a few firms have not entered theirs or its date. */
function drawCertificate({ random, name, years, today }: CertificatePlan): Certificate[] {
  if (drawChance(random, 0.06)) return [];
  const valid = (years.get(name) ?? 0) * 365;
  if (valid === 0 || drawChance(random, 0.03)) return [{ name }];
  const left = drawChance(random, 0.06) ? -drawInteger(random, 5, 240) : drawInteger(random, 20, valid);
  return [{ name, validUntil: addDays(today, left) }];
}

/** Cheap things in fen, dear things in round yuan. */
function drawPriceFen(random: SeededRandom, priceYuan: Range): number {
  const yuan = drawStep(random, priceYuan, { from: 0.05, to: 0.9, parts: 20 });
  return Math.max(1, Math.round(roundTo(yuan, 3) * 100));
}

/** The firm's own words: the usual name, a trade name, or the name with the size it is proud of. */
function drawText(random: SeededRandom, { product }: ProductProfile, limits: readonly OfferLimit[]): string {
  const first = limits[0];
  if (first !== undefined && drawChance(random, 0.22)) return `${product.name}（${first.name} ${reachText(first)}）`;
  return drawChance(random, 0.3) && product.aliases.length > 0 ? drawOne(random, product.aliases) : product.name;
}

function reachText({ low, high, unit }: OfferLimit): string {
  return low === high ? `${low} ${unit}` : `${low}–${high} ${unit}`;
}
