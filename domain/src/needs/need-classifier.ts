import type { ClassReason, ClassReasonCode, NeedClassing } from './need-class.ts';
import { findStretches, type Stretches } from './need-class-patterns.ts';

/** What the firm did before, for one of the products it asks for now. */
export interface AskingHistory {
  /** needs for one product within the time the city looks back, each with quotes that nobody decided on */
  readonly undecided: number;
  /** as many make price fishing, this one included */
  readonly most: number;
}

export interface ClassedText {
  readonly text: string;
  /** products were recognised in it, or chosen by the firm */
  readonly hasProduct: boolean;
  readonly history: AskingHistory;
}

/**
 * Whether a text on the sourcing list is a wish to buy, by rules over text and behaviour; null: it is. In doubt it is: what is kept back by
 * mistake costs a firm more than an advert costs a reader.
 */
export function classifyNeed({ text, hasProduct, history }: ClassedText): NeedClassing | null {
  const found = findStretches(text);
  return advert(found) ?? fishing(found, history) ?? junk(text, { found, hasProduct });
}

/** A wish needs a buying word or an amount with a date; an advert says what the writer itself makes, praises it, or asks to be called. */
function advert(found: Stretches): NeedClassing | null {
  const { offers, praise, contact, wish } = found;
  const shouts = offers.length + praise.length;
  if (wish.length > 0 && !(offers.length > 0 && shouts >= 3 && wish.length < 2)) return null;
  return shouts > 0 && shouts + contact.length >= 2 ? asAdvert(found) : null;
}

function asAdvert({ offers, praise, contact, wish }: Stretches): NeedClassing {
  const without = wish.length === 0 ? [whole('no-wish')] : [];
  return { class: 'advert', reasons: [...offers, ...praise, ...contact, ...without].slice(0, 6) };
}

/** What is left without anything that could be supplied. */
function junk(text: string, { found, hasProduct }: { found: Stretches; hasProduct: boolean }): NeedClassing | null {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (letters.length < 2) return { class: 'junk', reasons: [whole('too-short')] };
  if (isGibberish(letters)) return { class: 'junk', reasons: [whole('gibberish')] };
  if (hasProduct || found.wish.length > 0 || found.amount.length > 0) return null;
  // one word of a seller and nothing wanted: somebody offers what no product of ours names, a service mostly
  if (found.offers.length + found.praise.length > 0) return asAdvert(found);
  const reasons = [...(letters.length < 5 ? [whole('too-short')] : []), whole('no-product'), whole('no-wish')];
  return { class: 'junk', reasons };
}

function fishing({ onlyPrices }: Stretches, { undecided, most }: AskingHistory): NeedClassing | null {
  const again =
    undecided + 1 >= most && undecided > 0 ? [{ code: 'asked-again' as const, span: null, count: undecided }] : [];
  const reasons = [...onlyPrices, ...again];
  return reasons.length > 0 ? { class: 'fishing', reasons } : null;
}

const whole = (code: ClassReasonCode): ClassReason => ({ code, span: null, count: null });

/** One letter again and again, or Latin letters without vowels and words. */
function isGibberish(letters: string): boolean {
  const kinds = new Set(letters).size;
  if (letters.length >= 5 && kinds <= Math.max(2, letters.length / 6)) return true;
  if (!/^[a-z]{6,}\d*$/iu.test(letters)) return /^\d+$/u.test(letters);
  const vowels = letters.match(/[aeiou]/giu)?.length ?? 0;
  return vowels / letters.length < 0.22 || /(?:asdf|qwer|zxcv|hjkl|jkl|sdfg)/iu.test(letters);
}
