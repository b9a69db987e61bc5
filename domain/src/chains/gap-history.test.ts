import { describe, expect, it } from 'vitest';
import type { Product } from '../matching/product.ts';
import type { MakerFact } from './chain-facts.ts';
import type { ChainContent } from './chain-map.ts';
import type { ChainVersion } from './chain-version.ts';
import { FactBook } from './fact-book.ts';
import { type Happening, type Look, replayGaps } from './gap-history.ts';

const product = (id: string): Product => ({ id, name: id, aliases: [], unit: null, source: 'hand', junk: false });
const products = ['film', 'mask'].map(product);
const relations = [
  { fromId: 'mask', toId: 'film', kind: 'made-from', weight: 1, quantity: null, quantityUnit: null, source: 'test' },
] as const;

const content = (...ids: string[]): ChainContent => ({
  ...{
    name: '口罩',
    nameEn: null,
    chief: null,
    leadBodyId: null,
    leaderId: null,
    expert: null,
    links: [],
    entries: [],
  },
  segments: [{ id: 's', name: 's', nameEn: null, tier: 'upstream', products: ids }],
});
const version = (number: number, rest: Pick<ChainVersion, 'validFrom' | 'validTo' | 'content'>): ChainVersion => ({
  ...{ number, state: 'published' },
  ...rest,
});
const chain = {
  id: 'c',
  versions: [
    version(1, { validFrom: '2020-01-01', validTo: '2026-06-01', content: content('film', 'mask') }),
    version(2, { validFrom: '2026-06-01', validTo: null, content: content('film') }),
  ],
};

const maker = (offerId: string, productId: string): MakerFact => ({
  ...{ offerId, organisationId: offerId, name: offerId, productId, city: '371000', region: null, ring: 'city' },
  ...{ capacity: null, certificates: [], leadDays: null },
});

/** A look at a day on which these offers are known. */
function look(day: string, offers: readonly MakerFact[], happened: readonly Happening[] = []): Look {
  const book = new FactBook(products, relations);
  for (const offer of offers) book.putMaker(offer);
  return { at: new Date(`${day}T00:00:00+08:00`), day, book, happened };
}

const published = (subjectId: string, productId: string): Happening => ({
  ...{ event: 'offer.published', subjectId, productId, day: '2026-03-05' },
});
const needed: Happening = { event: 'need.published', subjectId: 'n', productId: 'film', day: '2026-03-06' };

const mask = maker('m', 'mask');
const [one, two] = [maker('f1', 'film'), maker('f2', 'film')];
const statesOf = (looks: readonly Look[], id = 'film') =>
  replayGaps([chain], looks)
    .filter(({ productId }) => productId === id)
    .map((state) => [
      state.class,
      state.since.toISOString().slice(0, 10),
      state.until !== null,
      state.changedBy?.subjectId,
    ]);

describe('the history of the gaps', () => {
  it('keeps a class from the look that found it to the look that found another, with the offer that closed the gap', () => {
    const found = replayGaps(
      [chain],
      [
        look('2026-03-01', [mask]),
        look('2026-03-08', [mask, one], [needed, published('f1', 'film')]),
        look('2026-03-15', [mask, one]),
      ],
    ).filter(({ productId }) => productId === 'film');
    expect(found.map(({ class: of }) => of)).toEqual(['missing', 'single-source']);
    expect(found[0]).toMatchObject({ changedBy: null, until: new Date('2026-03-08T00:00:00+08:00') });
    expect(found[1]).toMatchObject({ until: null, changedBy: { event: 'offer.published', subjectId: 'f1' } });
  });

  it('names no cause where nothing of those days explains the change', () => {
    const other = published('x', 'mask');
    expect(
      statesOf([look('2026-03-01', [mask]), look('2026-03-08', [mask, one, two], [needed])])[1]?.[3],
    ).toBeUndefined();
    expect(statesOf([look('2026-03-01', []), look('2026-03-08', [mask], [other])])[1]).toEqual([
      ...['missing', '2026-03-07', false, 'x'],
    ]);
  });

  it('ends what a product was where a later version of the chain leaves it out', () => {
    expect(statesOf([look('2026-05-30', [mask]), look('2026-06-06', [mask])], 'mask')).toEqual([
      ['single-source', '2026-05-29', true, undefined],
    ]);
  });

  it('writes nothing twice: looks that find the same make one state', () => {
    const days = ['2026-03-01', '2026-03-08', '2026-03-15'];
    expect(statesOf(days.map((day) => look(day, [mask, one, two])))).toHaveLength(1);
  });
});
