/** What the cleaning did with a row, so that a reader sees at once whether anything was lost. */
export const cleaningActions = ['merged', 'repaired', 'flagged', 'dropped'] as const;
export type CleaningAction = (typeof cleaningActions)[number];

/** Every reason for which a row does not arrive as it stands in the file. Closed: a new one needs its sentence. */
export const cleaningReasons = {
  'company.renamed': 'merged',
  'company.foreign-name': 'repaired',
  'company.city-missing': 'flagged',
  'company.city-unknown': 'flagged',
  'product.duplicate': 'merged',
  'product.joined': 'merged',
  'product.name-broken': 'repaired',
  'product.unlisted': 'repaired',
  'product.junk': 'flagged',
  'offer.duplicate': 'merged',
  'offer.company-missing': 'dropped',
  'offer.product-empty': 'dropped',
  'offer.share-impossible': 'repaired',
  'relation.self-loop': 'dropped',
  'relation.dangling': 'dropped',
  'relation.duplicate': 'merged',
  'relation.type-unknown': 'dropped',
  'relation.cycle': 'dropped',
  'relation.by-hand': 'merged',
  'relation.recipe': 'flagged',
} as const satisfies Record<string, CleaningAction>;
export type CleaningReason = keyof typeof cleaningReasons;

export interface CleaningLine {
  readonly reason: CleaningReason;
  readonly action: CleaningAction;
  readonly count: number;
  /** the first of them, as a reader would recognise them in the file */
  readonly examples: readonly string[];
}

export interface CleaningReport {
  readonly lines: readonly CleaningLine[];
  readonly kept: ChainkgCounts;
}

export interface ChainkgCounts {
  readonly companies: number;
  readonly cities: number;
  readonly products: number;
  readonly offers: number;
  readonly kindOf: number;
  readonly madeFrom: number;
}

/** Counts reasons while the cleaning runs. */
export interface CleaningTally {
  note(reason: CleaningReason, example: string): void;
  lines(): CleaningLine[];
}

export function newTally(examplesEach = 5): CleaningTally {
  const noted = new Map<CleaningReason, { count: number; examples: string[] }>();
  return {
    note(reason, example) {
      const entry = noted.get(reason) ?? { count: 0, examples: [] };
      entry.count += 1;
      if (entry.examples.length < examplesEach) entry.examples.push(example);
      noted.set(reason, entry);
    },
    lines() {
      const reasons = Object.keys(cleaningReasons) as CleaningReason[];
      return reasons.flatMap((reason) => {
        const entry = noted.get(reason);
        return entry === undefined ? [] : [{ reason, action: cleaningReasons[reason], ...entry }];
      });
    },
  };
}
