import type { Language } from '@zhitong/domain/language';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import { formatNames } from './format-list.ts';
import { formatQuantity } from './format-quantity.ts';

interface NamedNeed {
  readonly text: string;
  readonly products: readonly { readonly name: string }[];
  readonly quantity: Quantity | null;
}

const longestTitle = 40;

/** What a need is called on every screen: `熔喷布 5 吨/天`; its own words while no product was recognised. */
export function formatNeedSubject(need: NamedNeed, language: Language): string {
  const names = formatNames(
    need.products.map(({ name }) => name),
    language,
  );
  const subject = names || shortened(need.text);
  return need.quantity ? `${subject} ${formatQuantity(need.quantity, language)}` : subject;
}

function shortened(text: string): string {
  const line = text.trim().split('\n')[0] ?? '';
  return line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line;
}
