import type { Catalogue } from './catalogue.ts';
import type { Demand } from './match.ts';
import type { Offer, Supplier } from './offer.ts';
import type { Product, ProductRelation, RelationKind } from './product.ts';

/** Small, readable values for tests of matching. */
export function product(id: string, name: string, aliases: readonly string[] = []): Product {
  return { id, name, aliases, unit: null, source: 'hand', junk: false };
}

export function relation(fromId: string, kind: RelationKind, toId: string): ProductRelation {
  return { fromId, toId, kind, quantity: null, quantityUnit: null, weight: 1, source: 'test' };
}

/** A corner of the mask chain, three places, one circle. */
export const maskCatalogue: Catalogue = {
  products: [
    product('pp', '聚丙烯', ['PP']),
    product('nonwoven', '无纺布', ['非织造布']),
    product('meltblown', '熔喷布', ['熔喷无纺布']),
    product('electret', '驻极熔喷布'),
    product('spunbond', '纺粘布'),
    product('nanofibre', '纳米纤维膜'),
    product('mask', '医用口罩', ['口罩']),
  ],
  relations: [
    relation('meltblown', 'kind-of', 'nonwoven'),
    relation('spunbond', 'kind-of', 'nonwoven'),
    relation('electret', 'kind-of', 'meltblown'),
    relation('meltblown', 'made-from', 'pp'),
    relation('spunbond', 'made-from', 'pp'),
    relation('meltblown', 'substitute', 'nanofibre'),
    relation('mask', 'made-from', 'meltblown'),
  ],
  regions: [
    {
      code: '371000',
      city: '371000',
      name: { zh: '威海市', en: 'Weihai' },
      aliases: ['威海'],
      longitude: 122.1,
      latitude: 37.5,
    },
    {
      code: '371002',
      city: '371000',
      name: { zh: '环翠区', en: 'Huancui' },
      aliases: ['环翠'],
      longitude: 122.12,
      latitude: 37.5,
    },
    {
      code: '371073',
      city: '371000',
      name: { zh: '临港区', en: 'Lingang' },
      aliases: ['临港'],
      longitude: 121.95,
      latitude: 37.3,
    },
    {
      code: '370600',
      city: '370600',
      name: { zh: '烟台市', en: 'Yantai' },
      aliases: ['烟台'],
      longitude: 121.39,
      latitude: 37.52,
    },
    {
      code: '370100',
      city: '370100',
      name: { zh: '济南市', en: 'Jinan' },
      aliases: ['济南'],
      longitude: 117,
      latitude: 36.65,
    },
  ],
  circles: [{ name: { zh: '胶东', en: 'the Jiaodong circle' }, cities: ['371000', '370600', '370200'] }],
};

export function supplier(id: string, changes: Partial<Supplier> = {}): Supplier {
  return {
    id,
    name: `${id}（演示）`,
    city: '371000',
    region: '371073',
    longitude: null,
    latitude: null,
    deliveries: 0,
    onTime: 0,
    ...changes,
  };
}

export function offer(id: string, changes: Partial<Offer> = {}): Offer {
  return {
    id,
    city: '371000',
    organisationId: `firm-${id}`,
    productId: 'meltblown',
    productText: '熔喷布',
    capacity: null,
    limits: [],
    certificates: [],
    source: 'declared',
    ...changes,
  };
}

export function demand(changes: Partial<Demand> = {}): Demand {
  return {
    text: '熔喷布',
    productIds: ['meltblown'],
    quantity: null,
    limits: [],
    certificates: [],
    organisationId: null,
    city: '371000',
    region: '371002',
    longitude: null,
    latitude: null,
    ...changes,
  };
}
