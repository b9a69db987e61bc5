import type { ParseReply } from '@zhitong/contract/needs/need-contract';
import type { needChips } from '@zhitong/contract/values';
import type { z } from 'zod';

export type Chips = z.infer<typeof needChips>;

export interface ProductChip {
  readonly id: string;
  readonly name: string;
}

/** What the person corrected; everything else follows the text. */
export interface ChipEdits {
  readonly products?: readonly ProductChip[];
  readonly quantity?: Chips['quantity'];
  readonly deadline?: Chips['deadline'];
  readonly place?: Chips['place'];
  readonly certificates?: Chips['certificates'];
  readonly limits?: Chips['limits'];
}

/** The need as it stands: what was read from the text, with the corrections laid over it. */
export type Wish = { readonly [Key in keyof ChipEdits]-?: Exclude<ChipEdits[Key], undefined> };

export function wishOf(parse: ParseReply | undefined, edits: ChipEdits): Wish {
  const read: Wish = {
    products: parse?.products ?? [],
    quantity: readQuantity(parse),
    deadline: parse?.deadline ?? null,
    place: parse?.place ?? null,
    certificates: parse?.certificates ?? [],
    limits: parse?.limits ?? [],
  };
  return { ...read, ...edits };
}

/** Corrections in the shape of the contract; undefined when the text stands for itself. */
export function correctedChips(edits: ChipEdits): Partial<Chips> | undefined {
  const { products, ...rest } = edits;
  const chips = { ...rest, ...(products && { productIds: products.map(({ id }) => id) }) };
  return Object.keys(chips).length > 0 ? chips : undefined;
}

/** The whole need as chips, for the live preview. */
export function chipsOf({ products, ...rest }: Wish): Chips {
  return { ...rest, productIds: products.map(({ id }) => id) };
}

function readQuantity(parse: ParseReply | undefined): Chips['quantity'] {
  if (parse?.quantity === undefined || !parse.unit) return null;
  return { amount: parse.quantity, unit: parse.unit, per: parse.per ?? 'once' };
}
