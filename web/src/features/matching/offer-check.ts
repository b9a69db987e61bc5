import type { OfferBody } from '@zhitong/contract/matching/offer-contract';

export type OfferProblem = 'needName' | 'needUnit' | 'needFigure';

/** What the person should correct before sending; everything else the server judges. */
export function problemsOf({ productText, capacity, limits }: OfferBody): readonly OfferProblem[] {
  const bare = limits.some(
    (limit) => limit.name.trim() === '' || (limit.low === undefined && limit.high === undefined),
  );
  const problems: readonly (OfferProblem | false)[] = [
    productText.trim() === '' && 'needName',
    capacity !== null && capacity.unit.trim() === '' && 'needUnit',
    bare && 'needFigure',
  ];
  return problems.filter((problem) => problem !== false);
}

/** Blanks at the ends of words and certificates without a name fall away. */
export function tidied(body: OfferBody): OfferBody {
  return {
    ...body,
    productText: body.productText.trim(),
    limits: body.limits.map((limit) => ({ ...limit, name: limit.name.trim(), unit: limit.unit.trim() })),
    certificates: body.certificates.filter(({ name }) => name.trim() !== ''),
  };
}
