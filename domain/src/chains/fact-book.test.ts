import { describe, expect, it } from 'vitest';
import type { Product, ProductRelation } from '../matching/product.ts';
import type { MakerFact } from './chain-facts.ts';
import { stoppedBy } from './chain-structure.ts';
import { FactBook, type KeptNeed } from './fact-book.ts';

const product = (id: string): Product => ({ id, name: id, aliases: [], unit: '吨', source: 'hand', junk: false });
const relation = (fromId: string, toId: string, more: Partial<ProductRelation> = {}): ProductRelation => ({
  ...{ fromId, toId, kind: 'made-from', weight: 1, quantity: null, quantityUnit: null, source: 'test', ...more },
});
const maker = (organisationId: string, productId: string, ring: MakerFact['ring'] = 'city'): MakerFact => ({
  ...{ offerId: `${organisationId} ${productId}`, organisationId, name: organisationId, productId, ring },
  ...{ city: '371000', region: null, capacity: null, certificates: [], leadDays: null },
});
const need = (more: Partial<KeptNeed>): KeptNeed => ({
  ...{ id: 'n', organisationId: 'firm', productId: 'fibre', quantity: null, state: 'open', deadline: null },
  ...{ asOf: '2026-11-01', ...more },
});

const ids = ['acrylonitrile', 'precursor', 'fibre', 't300', 'prepreg', 'part', 'glass'];
const relations = [
  relation('precursor', 'acrylonitrile'),
  relation('fibre', 'precursor'),
  relation('t300', 'fibre', { kind: 'kind-of' }),
  relation('prepreg', 'fibre'),
  relation('part', 'prepreg'),
  relation('part', 'acrylonitrile', { weight: 0 }),
];
const book = () => new FactBook(ids.map(product), relations);

describe('the facts of a product', () => {
  it('are its own and those of its kinds', () => {
    const facts = book();
    facts.putMaker(maker('甲', 't300'));
    expect(facts.factsOf('fibre', '2026-11-29').makers.map(({ organisationId }) => organisationId)).toEqual(['甲']);
    expect(facts.factsOf('t300', '2026-11-29').makers).toHaveLength(1);
    expect(facts.factsOf('precursor', '2026-11-29').makers).toHaveLength(0);
  });

  it('name as users the local firms that make something from it', () => {
    const facts = book();
    facts.putMaker(maker('甲', 'prepreg'));
    facts.putMaker(maker('外地', 'prepreg', 'nation'));
    expect([...facts.factsOf('fibre', '2026-11-29').users]).toEqual(['甲']);
    expect(facts.factsOf('acrylonitrile', '2026-11-29').users.size).toBe(0);
  });

  it('follow an offer that changes its product, and forget one that is taken back', () => {
    const facts = book();
    facts.putMaker(maker('甲', 'fibre'));
    facts.putMaker({ ...maker('甲', 'fibre'), productId: 'glass' });
    expect(facts.factsOf('fibre', '2026-11-29').makers).toHaveLength(0);
    expect(facts.removeMaker('甲 fibre')).toBe('glass');
    expect(facts.removeMaker('甲 fibre')).toBeUndefined();
    expect(facts.factsOf('glass', '2026-11-29').makers).toHaveLength(0);
  });

  it('count a need as open up to its last day', () => {
    const facts = book();
    facts.putDemand('fibre', { bought: [], rejections: [], needs: [need({ deadline: '2026-11-29' })] });
    const isOpen = (today: string) => facts.factsOf('fibre', today).needs.map(({ open }) => open);
    expect([isOpen('2026-11-29'), isOpen('2026-11-30')]).toEqual([[true], [false]]);
  });
});

describe('what a change touches', () => {
  it('is the product, what it is a kind of, and what these are made from', () => {
    expect([...book().touchedBy(['t300'])].sort()).toEqual(['fibre', 'precursor', 't300']);
    expect([...book().touchedBy(['prepreg'])].sort()).toEqual(['fibre', 'prepreg']);
  });
});

describe('what stops without a product', () => {
  const chain = ['acrylonitrile', 'precursor', 'fibre', 'prepreg', 'part'];

  it('is everything made from it, and from that; a relation without weight does not count', () => {
    expect(stoppedBy(book().structureOf(chain), 'acrylonitrile')).toEqual(['precursor', 'fibre', 'prepreg', 'part']);
    expect(stoppedBy(book().structureOf(chain), 'part')).toEqual([]);
  });

  it('ends at a product something else can stand in for', () => {
    const facts = new FactBook(ids.map(product), [...relations, relation('fibre', 'glass', { kind: 'substitute' })]);
    expect(stoppedBy(facts.structureOf(chain), 'acrylonitrile')).toEqual(['precursor', 'fibre']);
  });

  it('comes to an end in a graph that goes round', () => {
    const facts = new FactBook(ids.map(product), [...relations, relation('acrylonitrile', 'part')]);
    expect(stoppedBy(facts.structureOf(chain), 'fibre').sort()).toEqual([
      'acrylonitrile',
      'part',
      'precursor',
      'prepreg',
    ]);
  });
});
