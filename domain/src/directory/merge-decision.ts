import { Refusal } from '../refusal.ts';

/** Facts of which the officer chooses whose are kept. */
export const mergeFields = [
  'name',
  'shortName',
  'nameEn',
  'creditCode',
  'region',
  'registeredAddress',
  'workingAddress',
  'industry',
  'size',
  'duty',
  'contact',
] as const;
export type MergeField = (typeof mergeFields)[number];
export type MergeSide = 'survivor' | 'merged';
export type MergeChoices = { readonly [field in MergeField]?: MergeSide | undefined };

/** What is asked of each of the two records. */
export interface MergeParty {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly mergedInto: string | null;
  /** ids of the bodies above it */
  readonly above: readonly string[];
}

/** Refuses what would lose or knot something; merging itself never does. */
export function refuseMerge(survivor: MergeParty, merged: MergeParty): void {
  const names = { survivor: survivor.name, merged: merged.name };
  if (survivor.id === merged.id) throw new Refusal('merges.itself');
  for (const { mergedInto, name } of [survivor, merged])
    if (mergedInto !== null) throw new Refusal('merges.already', { name });
  if (survivor.kind !== merged.kind) throw new Refusal('merges.other-kind', names);
  if (survivor.above.includes(merged.id)) throw new Refusal('merges.cycle', names);
}

/** Whose fact is kept: as chosen; else the survivor's, unless it has none. */
export function sideOf(
  field: MergeField,
  { survivor, merged }: Readonly<Record<MergeSide, unknown>>,
  choices: MergeChoices,
): MergeSide {
  const chosen = choices[field];
  if (chosen !== undefined) return chosen;
  return survivor === null && merged !== null ? 'merged' : 'survivor';
}
