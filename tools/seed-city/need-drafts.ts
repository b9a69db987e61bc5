import { drawChance, drawInteger, drawOne, drawSample } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { NeedLimit } from '@zhitong/domain/matching/limit';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import type { CityFiles } from './city-files.ts';
import type { OrganisationSize } from './city-rows.ts';
import type { Firm } from './firm-rows.ts';
import { drawSize, drawStep, roundTo } from './nice-number.ts';
import type { PlaceNames } from './place-names.ts';
import { getProfile, type ProductGraph, type ProductProfile, type ProfileLimit } from './product-graph.ts';
import type { SupplierFinder } from './supplier-finder.ts';

/** What a buyer asks for, before anything is said about when. */
export interface NeedDraft {
  readonly buyer: Firm;
  readonly profile: ProductProfile;
  readonly quantity: Quantity;
  readonly limits: readonly NeedLimit[];
  readonly certificates: readonly string[];
  readonly place: { readonly text: string; readonly region: string };
}

export interface DraftWorld {
  readonly files: CityFiles;
  readonly places: PlaceNames;
  readonly graph: ProductGraph;
  readonly finder: SupplierFinder;
  readonly buyers: readonly Firm[];
}

/** Things firms of every trade buy. */
const commonPurchases = [
  'machined-part',
  'sheet-metal-part',
  'injection-part',
  'paper-carton',
  'eps-packing',
  'heat-treatment',
  'plating-service',
  'laser-cutting',
  'product-testing',
  'work-uniform',
  'wire-harness',
  'injection-mould',
];

/** A firm asks for a material of something it makes; now and then for something every factory buys. */
export function drawDraft(random: SeededRandom, world: DraftWorld): NeedDraft {
  for (let attempt = 0; attempt < 200; attempt++) {
    const buyer = drawOne(random, world.buyers);
    const materials = getProfile(world.graph, drawOne(random, buyer.products)).materials;
    const wanted =
      materials.length > 0 && !drawChance(random, 0.15) ? drawOne(random, materials) : drawOne(random, commonPurchases);
    if (!buyer.products.includes(wanted) && world.finder.hasMakers(wanted)) {
      return completeDraft(random, { buyer, profile: getProfile(world.graph, wanted) }, world.places);
    }
  }
  throw new Error('No firm has a material that anybody makes.');
}

export function completeDraft(
  random: SeededRandom,
  wanted: { readonly buyer: Firm; readonly profile: ProductProfile; readonly quantity?: Quantity },
  places: PlaceNames,
): NeedDraft {
  const { buyer, profile } = wanted;
  const region = buyer.row.region ?? buyer.row.city;
  const asked = drawSample(random, profile.limits, drawInteger(random, profile.limits.length > 1 ? 1 : 0, 2));
  return {
    buyer,
    profile,
    quantity: wanted.quantity ?? drawQuantity(random, profile, appetites[buyer.row.size ?? '小型']),
    limits: asked.map((limit) => drawNeedLimit(random, limit)),
    certificates: drawChance(random, 0.45) ? drawSample(random, profile.certificates, 1) : [],
    place: { text: places.short(region), region },
  };
}

/** Small firms buy small lots. */
const appetites: Readonly<Record<OrganisationSize, number>> = { 微型: 0.1, 小型: 0.3, 中型: 0.7, 大型: 1 };

/** Materials flow by the day or month, machines and orders come as lots worth at most some millions of yuan. */
function drawQuantity(random: SeededRandom, profile: ProductProfile, appetite: number): Quantity {
  const unit = profile.product.unit ?? '件';
  const price = (profile.priceYuan.low + profile.priceYuan.high) / 2;
  if (profile.per === 'day' && drawChance(random, 0.5)) {
    const daily = roundTo(drawStep(random, profile.capacity, { from: 0.01, to: 0.3 * appetite }), 2);
    if (daily * price < 400_000) return { amount: daily, unit, per: 'day' };
  }
  const lot = Math.max(profile.minimumLot.low, drawStep(random, profile.minimumLot));
  const affordable = Math.max(profile.minimumLot.low, 1_500_000 / price);
  const amount = Math.min(lot * drawInteger(random, 1, Math.ceil(8 * appetite)), affordable);
  const counted = Number.isInteger(profile.minimumLot.low)
    ? Math.max(1, Math.round(roundTo(amount, 2)))
    : roundTo(amount, 2);
  return { amount: counted, unit, per: profile.per === 'day' && drawChance(random, 0.25) ? 'month' : 'once' };
}

/** Buyers ask for the middle of what the trade can do, now and then for its best. */
function drawNeedLimit(random: SeededRandom, limit: ProfileLimit): NeedLimit {
  const { name, unit, direction } = limit;
  const strict = drawChance(random, 0.15);
  if (direction === '>=')
    return { name, op: '>=', value: drawStep(random, limit, { to: strict ? 0.95 : 0.5, parts: 2 }), unit };
  if (direction === '<=')
    return { name, op: '<=', value: drawStep(random, limit, { from: strict ? 0.05 : 0.5, parts: 2 }), unit };
  if (direction === '±') return { name, op: '±', value: drawSize(random, limit, { from: strict ? 0 : 0.4 }), unit };
  return { name, op: '=', value: drawSize(random, limit, { from: 0.25, to: 0.75 }), unit };
}
