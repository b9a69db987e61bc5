export type Bounds = readonly [least: number, most: number];

export interface NumberTrouble {
  readonly kind: 'number';
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

export const numberTrouble = (name: string, [least, most]: Bounds): NumberTrouble => ({
  kind: 'number',
  name,
  least,
  most,
});

/** Undefined: it is no whole number within the bounds. */
export function readWhole(text: string | undefined, [least, most]: Bounds): number | undefined {
  const digits = (text ?? '').normalize('NFKC').trim();
  const value = /^-?\d{1,7}$/.test(digits) ? Number(digits) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** A number of some terms as a form shows it: shares in whole per cent. */
export interface TermsNumber {
  readonly name: string;
  readonly label: string;
  readonly bounds: Bounds;
  readonly value: number;
}

export type ReadNumbers =
  | { readonly kind: 'read'; readonly valueFor: (name: string) => number }
  | { readonly kind: 'wrong'; readonly troubles: readonly NumberTrouble[] };

/** What stands in the fields; a field nobody touched is what it was. */
export function readNumbers(fields: Readonly<Record<string, string>>, numbers: readonly TermsNumber[]): ReadNumbers {
  const read = numbers.map(({ name, bounds, value }) => ({
    ...{ name, bounds, value: readWhole(fields[name] ?? String(value), bounds) },
  }));
  const troubles = read.flatMap(({ name, bounds, value }) =>
    value === undefined ? [numberTrouble(name, bounds)] : [],
  );
  if (troubles.length > 0) return { kind: 'wrong', troubles };
  const values = new Map(read.map(({ name, value }) => [name, value ?? 0]));
  return { kind: 'read', valueFor: (name) => values.get(name) ?? 0 };
}

export const asPercent = (share: number) => Math.round(share * 100);

/** A share that was not touched stays what it was, to the last digit. */
export const shareOf = (percent: number, before: number) => (percent === asPercent(before) ? before : percent / 100);
