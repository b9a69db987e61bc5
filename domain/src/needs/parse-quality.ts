import { propertyName } from '../matching/limit-names.ts';
import type { ParsedNeed, ParseHint } from './parse-result.ts';

type Understood = Omit<ParsedNeed, 'quality'>;

/** How complete a need is, in points, and what would save a round of questions, most valuable first. */
export function needQuality(
  need: Understood,
  usualLimits: (productId: string) => readonly string[],
): ParsedNeed['quality'] {
  const usual = missingLimits(need, usualLimits);
  const points =
    (need.products.length > 0 ? 6 : 0) +
    (need.quantity === null ? 0 : 4) +
    (need.deadline === null ? 0 : 3) +
    (need.place === null ? 0 : 2) +
    (need.certificates.length > 0 ? 1 : 0) +
    limitPoints(need.limits.length, usual.length);
  return { score: Math.max(0, points - 2 * need.issues.length), max: 20, hints: hintsOf(need, usual) };
}

/** Four points, shared out by the figures that suppliers will ask for. */
function limitPoints(written: number, missing: number): number {
  return written + missing === 0 ? 4 : Math.round((4 * written) / (written + missing));
}

function missingLimits(
  { products, limits }: Understood,
  usualLimits: (productId: string) => readonly string[],
): string[] {
  const written = new Set(limits.map(({ name }) => propertyName(name)));
  return [...new Set(products.flatMap(({ id }) => usualLimits(id)).map(propertyName))]
    .filter((name) => !written.has(name))
    .slice(0, 3);
}

function hintsOf(need: Understood, usual: readonly string[]): ParseHint[] {
  const hints: (ParseHint | null)[] = [
    need.products.length === 0 ? { code: 'product', params: {} } : null,
    need.products.length > 1 ? { code: 'several', params: { count: need.products.length } } : null,
    need.quantity === null ? { code: 'quantity', params: {} } : null,
    ...usual.map((name): ParseHint => ({ code: 'limit', params: { name } })),
    need.deadline === null ? { code: 'deadline', params: {} } : null,
    need.place === null ? { code: 'place', params: {} } : null,
    need.certificates.length === 0 ? { code: 'certificates', params: {} } : null,
    ...need.quotes
      .filter(({ guess }) => guess)
      .map(({ quote, kind }): ParseHint => ({ code: 'confirm', params: { quote, kind } })),
  ];
  return hints.filter((hint) => hint !== null);
}
