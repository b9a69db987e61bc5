import type { DeclineCode, RejectionCode } from '@zhitong/domain/matching/answer';

/** Pieces that needs and answers are written from; `{name}` places are filled in. */
export interface NeedPhrases {
  readonly openings: { readonly greeting: readonly string[]; readonly reason: readonly string[] };
  /** an ask with a story of its own stands only behind a greeting */
  readonly asks: Readonly<Record<'flow' | 'lot' | 'flowStory' | 'lotStory', readonly string[]>>;
  /** `drawing` where a tolerance is asked, so that there is a drawing */
  readonly limits: { readonly any: readonly string[]; readonly drawing: readonly string[] };
  readonly certificates: readonly string[];
  readonly deadlines: readonly string[];
  readonly places: readonly string[];
  /** by chain; `any` fits everywhere */
  readonly extras: Readonly<Record<string, readonly string[]>>;
  readonly closings: readonly string[];
  readonly forms: readonly string[];
  readonly responseNotes: readonly string[];
  readonly declineNotes: Readonly<Record<DeclineCode, readonly string[]>>;
  readonly rejectionNotes: Readonly<Record<RejectionCode, readonly string[]>>;
  readonly evidence: readonly string[];
}

/** Our own file: its shape is checked by the tests of the generator, not at run time. */
export function parseNeedPhrases(json: string): NeedPhrases {
  const phrases: NeedPhrases = JSON.parse(json);
  return phrases;
}
