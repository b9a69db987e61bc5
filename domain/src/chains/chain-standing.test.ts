import { describe, expect, it } from 'vitest';
import { chainStandings, standsAlone } from './chain-standing.ts';
import { chainStructure, stoppedBy } from './chain-structure.ts';

/** `a>b`: b is made from a. `a~b`: b can stand in for a. */
function drawn(text: string) {
  const relations = text.split(' ').map((word) => {
    const [a = '', b = ''] = word.split(/[>~]/);
    return word.includes('~')
      ? { fromId: a, toId: b, kind: 'substitute' as const, weight: 1 }
      : { fromId: b, toId: a, kind: 'made-from' as const, weight: 1 };
  });
  const products = new Set(
    relations.filter(({ kind }) => kind === 'made-from').flatMap((one) => [one.toId, one.fromId]),
  );
  const structure = chainStructure(products, relations);
  return { standing: chainStandings(products, structure), stops: (id: string) => stoppedBy(structure, id).sort() };
}

describe('where a product stands in its chain', () => {
  it('is the narrow place when two halves hang together in it alone', () => {
    // resin and fibre become prepreg, of which parts, blades and bottles are made
    const { standing } = drawn('resin>prepreg fibre>prepreg prepreg>part prepreg>blade prepreg>bottle');
    expect(standing('prepreg')).toMatchObject({ cutOff: 4, onlyWay: 3, run: 3 });
    expect(standing('resin')).toMatchObject({ cutOff: 0, onlyWay: 0, run: 3 });
  });

  it('is no only way where another way leads round it, though everything stops without it', () => {
    // a mask needs cloth and a nose wire, and both need polypropylene of their own
    const { standing, stops } = drawn('pp>cloth pe>wire cloth>mask wire>mask mask>kit');
    expect(stops('cloth')).toEqual(['kit', 'mask']);
    expect(standing('cloth').onlyWay).toBe(0);
    expect(standing('mask')).toMatchObject({ onlyWay: 1, example: 'kit' });
    expect(standing('pp')).toMatchObject({ onlyWay: 1, example: 'cloth' });
  });

  it('holds everything beyond it where two ways part and meet again', () => {
    const { standing } = drawn('oil>propylene oil>ethylene propylene>film ethylene>film');
    expect(standing('oil')).toMatchObject({ onlyWay: 3, cutOff: 0 });
    expect(standing('propylene')).toMatchObject({ onlyWay: 0, cutOff: 0 });
  });

  it('ends a run, and opens a way, where something can stand in', () => {
    const { standing, stops } = drawn('a>b b>c c>d d>e');
    expect(['a', 'c', 'e'].map((id) => standing(id).run)).toEqual([5, 5, 5]);
    expect(standing('b')).toMatchObject({ onlyWay: 3, example: 'c' });
    const eased = drawn('a>b b>c c>d d>e c~x');
    expect(['a', 'c', 'e'].map((id) => eased.standing(id).run)).toEqual([2, 0, 2]);
    expect(eased.standing('b')).toMatchObject({ onlyWay: 1, example: 'c' });
    expect(eased.stops('b')).toEqual(['c']);
    expect(stops('b')).toEqual(['c', 'd', 'e']);
  });

  it('is answered where the chain goes round, and of a product that is none of it', () => {
    const { standing } = drawn('ore>felt felt>furnace furnace>felt furnace>steel');
    expect(standing('felt')).toMatchObject({ onlyWay: 2, run: 2 });
    expect(standing('elsewhere')).toEqual(standsAlone);
  });
});
