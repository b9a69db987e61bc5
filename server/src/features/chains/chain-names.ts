import type { FactBook } from '@zhitong/domain/chains/fact-book';
import type { Language } from '@zhitong/domain/language';

/** What a product is called; one that left the graph by its id. */
export type NamedProducts = (productId: string) => string;

export function namesIn({ products }: FactBook, language: Language): NamedProducts {
  return (productId) => {
    const product = products.get(productId);
    return (language === 'en' ? product?.nameEn : null) ?? product?.name ?? productId;
  };
}
