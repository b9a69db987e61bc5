/** A matter of the duty table that may fit a case, as routing sees it. */
export interface CaseMatter {
  readonly dutyNumber: string;
  readonly title: string;
  /** the body the table names for it today */
  readonly body: string;
  /** 0 … 1 */
  readonly confidence: number;
}

export interface CaseRuling {
  readonly next: string;
  /** the row of the duty table that decided; null: none did, the bureau keeps the case until it has found a body */
  readonly dutyNumber: string | null;
  /** the matter of that row in words */
  readonly dutyTitle?: string;
}

/** From here on the table's word stands, also against the body it names. */
const sure = 0.8;

/**
 * Decides a case that was handed back twice. The duty table decides, not who refuses louder: where routing is sure of the matter, its
 * body gets the case though it handed it back; else the likeliest body that has not; else the bureau.
 */
export function arbitrateCase(
  matters: readonly CaseMatter[],
  { handedBack, bureau }: { readonly handedBack: readonly string[]; readonly bureau: string },
): CaseRuling {
  const likeliest = matters.toSorted((one, other) => other.confidence - one.confidence);
  const [first] = likeliest;
  const named = first && first.confidence >= sure ? first : likeliest.find(({ body }) => !handedBack.includes(body));
  return named
    ? { next: named.body, dutyNumber: named.dutyNumber, dutyTitle: named.title }
    : { next: bureau, dutyNumber: null };
}
