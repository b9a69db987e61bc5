import { join } from 'node:path';
import { type DuplicateVerdict, decideDuplicate, levelsOf } from '@zhitong/domain/directory/duplicate-decision';
import { compareIdentities } from '@zhitong/domain/directory/duplicate-features';
import { type IdentityRecord, newIdentityRecord } from '@zhitong/domain/directory/duplicate-record';
import type { FeatureLevel } from '@zhitong/domain/directory/duplicate-weights';
import { newPlaceNames, type PlaceRow } from '@zhitong/domain/directory/name-places';
import { readCsv } from './csv-rows.ts';
import { shareWithInterval } from './identity-interval.ts';
import { type EnteredFirm, readDivisions } from './identity-world.ts';

/** Two records and the truth about them. */
export interface TruePair {
  readonly scenario: string;
  readonly same: boolean;
  readonly coded: boolean;
  readonly known: EnteredFirm;
  readonly entered: EnteredFirm;
}

export type Judged<Pair extends TruePair> = Pair & {
  readonly verdict: DuplicateVerdict;
  readonly levels: readonly FeatureLevel[];
};

export const verdictHead = [
  'pairs',
  'same',
  'different',
  'automatic precision',
  'automatic recall',
  'with the queue',
  'queue',
];

/** What the matcher says of each pair when `register` is the directory they are met in. */
export function judgePairs<Pair extends TruePair>(
  pairs: readonly Pair[],
  register: readonly EnteredFirm[],
): readonly Judged<Pair>[] {
  const places = newPlaceNames([...readDivisions(), ...readFormer()]);
  const read = (firm: EnteredFirm): IdentityRecord => newIdentityRecord(firm, places);
  const brands = new Map<string, number>();
  for (const { name, shortName } of register.map(read)) {
    for (const brand of new Set([name.brand, shortName?.brand ?? ''])) brands.set(brand, (brands.get(brand) ?? 0) + 1);
  }
  const brandCount = (brand: string) => brands.get(brand) ?? 0;
  return pairs.map((pair) => {
    const [known, entered] = [read(pair.known), read(pair.entered)];
    const { verdict } = decideDuplicate(known, entered, brandCount);
    return { ...pair, verdict, levels: levelsOf(compareIdentities(known, entered, brandCount)) };
  });
}

/** As the directory knows them: abolished divisions too, with what replaced them. */
function readFormer(): readonly PlaceRow[] {
  const file = join(import.meta.dirname, '..', 'data', 'regions', 'changes.csv');
  return readCsv(file, ['code', 'name', 'level', 'replaced_by']).map(({ replaced_by: replacedBy, ...row }) => ({
    ...row,
    replacedBy,
  }));
}

export function verdictRow(name: string, pairs: readonly Judged<TruePair>[]): string[] {
  const count = (same: boolean, verdict?: DuplicateVerdict) =>
    pairs.filter((pair) => pair.same === same && (verdict === undefined || pair.verdict === verdict)).length;
  const joined = count(true, 'same');
  const queue = count(true, 'review') + count(false, 'review');
  return [
    name,
    count(true).toLocaleString('en-US'),
    count(false).toLocaleString('en-US'),
    shareWithInterval(joined, joined + count(false, 'same')),
    shareWithInterval(joined, count(true)),
    shareWithInterval(joined + count(true, 'review'), count(true)),
    shareWithInterval(queue, pairs.length),
  ];
}

export function scenarioRows(pairs: readonly Judged<TruePair>[]): readonly string[][] {
  const groups = Map.groupBy(pairs, ({ scenario, coded }) => `${scenario}, ${coded ? 'with code' : 'without code'}`);
  return [...groups].map(([name, group]) => verdictRow(`— ${name}`, group));
}

/** What a register without a matcher does. */
export function judgePlainly<Pair extends TruePair>(pair: Judged<Pair>): Judged<Pair> {
  const { known, entered } = pair;
  const same = known.name === entered.name || (entered.creditCode !== null && known.creditCode === entered.creditCode);
  return { ...pair, verdict: same ? 'same' : 'different' };
}
