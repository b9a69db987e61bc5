import type { publishNeed } from '@zhitong/contract/needs/need-contract';
import type { NeedChips } from '@zhitong/domain/needs/need';
import type { NeedTextRefusalCode } from '@zhitong/domain/needs/need-refusals';
import { chipIssues } from '@zhitong/domain/needs/parse-issues';
import { type ParseContext, parseNeed } from '@zhitong/domain/needs/parse-need';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';

export type Wanted = NeedChips;

type Body = z.output<NonNullable<typeof publishNeed.body>>;

/** What is asked for: read from the text, corrected by the chips. A field that a chip gives is not judged by the text any more. */
export function readWanted({ text, chips = {} }: Body, context: ParseContext): Wanted {
  const parsed = parseNeed(text, context);
  if (text.trim() === '') throw new Refusal('needs.text-empty');
  const wanted: Wanted = {
    productIds: chips.productIds ?? parsed.products.map((product) => product.id),
    quantity: chips.quantity === undefined ? parsed.quantity : chips.quantity,
    deadline: chips.deadline === undefined ? parsed.deadline : chips.deadline,
    place: chips.place === undefined ? parsed.place : chips.place,
    certificates: chips.certificates ?? parsed.certificates,
    limits: chips.limits ?? parsed.limits,
  };
  for (const { code, details } of parsed.issues) {
    const field = fieldOf[code];
    if (field === null || chips[field] === undefined) throw new Refusal(code, details);
  }
  const [wrong] = chipIssues(wanted, context.today);
  if (wrong) throw new Refusal(wrong.code, wrong.details);
  const known = wanted.productIds.filter((id) => context.lexicon.get(id) !== undefined);
  if (known.length === 0) throw new Refusal('needs.no-product');
  return { ...wanted, productIds: known };
}

/** Which chip takes the place of what the text says wrongly. */
const fieldOf = {
  'needs.text-too-long': null,
  'needs.text-empty': null,
  'needs.no-product': 'productIds',
  'needs.quantity-not-positive': 'quantity',
  'needs.quantity-too-large': 'quantity',
  'needs.deadline-passed': 'deadline',
  'needs.deadline-invalid': 'deadline',
  'needs.limit-not-a-number': 'limits',
} as const satisfies Record<NeedTextRefusalCode, keyof NeedChips | null>;
