import { expect, test } from 'vitest';
import { recogniseProduct } from './offer-product.ts';
import { ProductLexicon } from './product-lexicon.ts';

const product = (id: string, name: string, aliases: string[]) => ({
  ...{ id, name, aliases, unit: null, source: 'hand' as const, junk: false },
});
const lexicon = new ProductLexicon([
  product('meltblown-cloth', '熔喷布', ['熔喷无纺布']),
  product('spunbond-cloth', '纺粘无纺布', []),
]);

test.each([
  ['a name', '熔喷布', 'meltblown-cloth'],
  ['an alias', '熔喷无纺布', 'meltblown-cloth'],
  ['a name among other words', '驻极熔喷布 25 g，卷装', 'meltblown-cloth'],
  ['two products at once', '熔喷布、纺粘无纺布', null],
  ['nothing we know', '量子茶壶', null],
])('recognises %s', (...[, text, id]) => {
  expect(recogniseProduct(lexicon, text)).toBe(id);
});
