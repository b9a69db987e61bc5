import type { FactBook } from '@zhitong/domain/chains/fact-book';
import type { Language } from '@zhitong/domain/language';
import type { ChainFacts } from './chain-facts.ts';

/** What a product is called; one that left the graph by its id. */
export type NamedProducts = (productId: string) => string;

export function namesIn({ products }: FactBook, language: Language): NamedProducts {
  return (productId) => {
    const product = products.get(productId);
    return (language === 'en' ? product?.nameEn : null) ?? product?.name ?? productId;
  };
}

/** What the circle of a city is called; null: it is in none. */
export function circleIn({ map }: Pick<ChainFacts, 'map'>, city: string, language: Language): string | null {
  return map.circleOf(city)?.name[language] ?? null;
}

/** What a city is called; one that is on no map by its code. */
export type NamedPlaces = (city: string) => string;

export function placesIn({ map }: Pick<ChainFacts, 'map'>, language: Language): NamedPlaces {
  return (city) => map.find(city)?.name[language] ?? city;
}
