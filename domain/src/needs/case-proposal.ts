/** A proposal as it is kept with the case. The body may have changed since: the duty table of the day says who answers. */
export interface ProposedMatter {
  readonly dutyId: string;
  readonly number: string;
  readonly title: string;
  readonly bodyId: string;
  readonly bodyName: string;
  /** 0 … 1 */
  readonly confidence: number;
  readonly reasons: readonly string[];
}
