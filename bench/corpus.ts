import { join } from 'node:path';
import { drawChance, drawInteger, drawOne } from '@zhitong/algorithms/random/random-draw';
import { type SeededRandom, seededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { Catalogue } from '@zhitong/domain/matching/catalogue';
import type { Offer, Supplier } from '@zhitong/domain/matching/offer';
import type { Product } from '@zhitong/domain/matching/product';
import { readCityFiles } from '@zhitong/tools/seed-city/city-files';
import { type ProductProfile, readProductGraph } from '@zhitong/tools/seed-city/product-graph';

/** Offers to measure with: the same number gives the same corpus, on every machine. */
export interface Corpus {
  readonly catalogue: Catalogue;
  readonly suppliers: readonly Supplier[];
  readonly offers: readonly Offer[];
  /** paragraphs as sourcing managers write them, each for one product of the catalogue */
  readonly needs: readonly string[];
}

const offersEach = 5;
const cities = ['371000', '370600', '370200', '370700', '371100', '370100', '440300', '310000', '320500', '330100'];
const modifiers = [
  '',
  '',
  '',
  '高性能',
  '医用',
  '工业用',
  '出口级',
  '定制',
  '环保',
  '改性',
  '一次性',
  '轻型',
  '耐高温',
  '精密',
];

/** So many offers of the hand-made product graph, five a firm, in ten cities. */
export function makeCorpus(offerCount: number, needCount: number): Corpus {
  const graph = readProductGraph(readCityFiles(join(import.meta.dirname, '..', 'data')));
  const profiles = [...graph.profiles.values()];
  const random = seededRandom(`corpus ${offerCount}`);
  const suppliers = Array.from({ length: Math.ceil(offerCount / offersEach) }, (_, at) => makeSupplier(at, random));
  return {
    catalogue: {
      products: profiles.map(({ product }) => product),
      relations: graph.relations,
      regions: [],
      circles: [],
    },
    suppliers,
    offers: Array.from({ length: offerCount }, (_, at) => makeOffer(at, drawOne(random, profiles), random)),
    needs: Array.from({ length: needCount }, () => makeNeed(drawOne(random, profiles), random)),
  };
}

function makeSupplier(number: number, random: SeededRandom): Supplier {
  const city = drawOne(random, cities);
  return {
    id: firmId(number),
    name: `企业${number}（演示）`,
    city,
    region: city,
    longitude: null,
    latitude: null,
    deliveries: 0,
    onTime: 0,
  };
}

function firmId(number: number): string {
  return `firm-${String(number).padStart(7, '0')}`;
}

function makeOffer(number: number, profile: ProductProfile, random: SeededRandom): Offer {
  const { product, limits, certificates, capacity, per } = profile;
  return {
    id: `offer-${String(number).padStart(8, '0')}`,
    city: '371000',
    organisationId: firmId(Math.floor(number / offersEach)),
    productId: product.id,
    productText: `${drawOne(random, modifiers)}${nameOf(product, random)}`,
    capacity: {
      amount: Math.round(capacity.low + random.next() * (capacity.high - capacity.low)),
      unit: product.unit ?? '件',
      per,
    },
    limits: limits.map(({ name, unit, low, high }) => ({ name, unit, low, high })),
    certificates: certificates
      .filter(() => drawChance(random, 0.7))
      .map((name) => ({ name, validUntil: '2028-05-31' })),
    source: 'demo',
  };
}

function nameOf(product: Product, random: SeededRandom): string {
  return drawOne(random, [product.name, product.name, ...product.aliases]);
}

function makeNeed({ product, limits }: ProductProfile, random: SeededRandom): string {
  const [limit] = limits;
  const asked = limit === undefined ? '' : `，${limit.name}≥${limit.low}${limit.unit}`;
  return `急需${nameOf(product, random)} ${drawInteger(random, 1, 900)} ${product.unit ?? '件'}/月${asked}，月底前交货，需ISO 9001`;
}
