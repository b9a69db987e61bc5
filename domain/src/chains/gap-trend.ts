import { type GapClass, gapClasses } from './gap-class.ts';

/** A link as it is now, since when, and what it was before. */
export interface GapTurn {
  readonly class: GapClass;
  readonly since: Date;
  /** null: it has been so since the first diagnosis */
  readonly before: GapClass | null;
}

export const gapDirections = ['better', 'worse', 'unclear', 'first'] as const;
export type GapDirection = (typeof gapDirections)[number];

/** Which way a link went when it became what it is; from or to *unknown* nobody can say. */
export function gapDirection({ class: now, before }: Pick<GapTurn, 'class' | 'before'>): GapDirection {
  if (before === null) return 'first';
  if (before === 'unknown' || now === 'unknown' || before === now) return 'unclear';
  return gapClasses.indexOf(now) > gapClasses.indexOf(before) ? 'better' : 'worse';
}
