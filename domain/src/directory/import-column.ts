import type { Sentence } from '../language.ts';

/** One word of a drop-down list: what is stored, how it reads, and what else people write for it. */
export interface ImportChoice extends Sentence {
  readonly value: string;
  readonly also?: readonly string[];
}

export type ImportColumnType =
  | { readonly is: 'text'; readonly most: number }
  | { readonly is: 'credit-code' }
  | { readonly is: 'region' }
  /** a prefecture or a country, read when the row is held against the library */
  | { readonly is: 'origin' }
  /** `ahead`: it may lie in the future */
  | { readonly is: 'date'; readonly ahead?: true }
  | { readonly is: 'phone' }
  | { readonly is: 'mobile' }
  | { readonly is: 'number'; readonly whole?: true; readonly most: number }
  | { readonly is: 'choice'; readonly choices: readonly ImportChoice[] };

/** A column of a template: how it is headed, what may stand in it, and what the sheet of explanations says about it. */
export interface ImportColumn extends Sentence {
  readonly key: string;
  readonly type: ImportColumnType;
  readonly required?: true;
  /** other headings it is known under */
  readonly also?: readonly string[];
  readonly explain: Sentence;
  /** one filled example for the sheet of explanations */
  readonly example: string;
}

/** Codes and telephone numbers are text, or Excel takes their last digits away. */
export function isCodeColumn({ type }: ImportColumn): boolean {
  return type.is === 'credit-code' || type.is === 'region' || type.is === 'phone' || type.is === 'mobile';
}
