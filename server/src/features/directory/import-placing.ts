import type { CheckedRow } from '@zhitong/domain/directory/import-check';
import { isLibraryFinding } from '@zhitong/domain/directory/import-finding';
import type { ImportKind } from '@zhitong/domain/directory/import-kind';
import { type LookAlike, placeOrganisations } from '@zhitong/domain/directory/import-organisations';
import type { PlacedRow } from '@zhitong/domain/directory/import-placed';
import type { Tx } from '#platform/database';
import { listCodesElsewhere, listKnownOrganisations } from './import-organisation-store.ts';
import type { KeptRow } from './import-store.ts';

export interface Placing {
  readonly city: string;
  readonly newId: () => string;
  readonly lookAlikes: ReadonlyMap<number, LookAlike>;
  readonly answers: ReadonlyMap<number, string>;
}

type PlaceRows = (tx: Tx, rows: readonly CheckedRow[], placing: Placing) => Promise<readonly PlacedRow[]>;

/** Holds checked rows against what the library knows at this moment. */
export const placeRows: Readonly<Record<ImportKind, PlaceRows>> = {
  organisations: async (tx, rows, { city, newId, ...said }) => {
    const codes = wordsOf(rows, ['creditCode', 'parent']);
    const known = await listKnownOrganisations(tx, city, { codes, names: wordsOf(rows, ['name', 'parent']) });
    const elsewhere = new Set(await listCodesElsewhere(tx, city, codes));
    return placeOrganisations(rows, { known, elsewhere, ...said }, newId);
  },
};

/** The same for rows that stand in the database already: what the library said last time is forgotten. */
export function placeAgain(
  tx: Tx,
  rows: readonly KeptRow[],
  given: { readonly kind: ImportKind } & Pick<Placing, 'city' | 'newId'>,
): Promise<readonly PlacedRow[]> {
  const { kind, ...place } = given;
  const lookAlikes = new Map(rows.flatMap(({ line, alike }) => (alike === null ? [] : [[line, alike] as const])));
  return placeRows[kind](tx, rows.map(withoutLibrary), { ...place, lookAlikes, answers: answersOf(rows) });
}

export function answersOf(rows: readonly KeptRow[]): ReadonlyMap<number, string> {
  return new Map(rows.flatMap(({ line, answer }) => (answer === null ? [] : [[line, answer] as const])));
}

function withoutLibrary({ line, shown, values, findings }: KeptRow): CheckedRow {
  const { parentId: _, ...own } = values;
  return { line, shown, values: own, findings: findings.filter((finding) => !isLibraryFinding(finding)) };
}

function wordsOf(rows: readonly CheckedRow[], keys: readonly string[]): readonly string[] {
  const words = new Set<string>();
  for (const { values } of rows)
    for (const key of keys) {
      const value = values[key];
      if (typeof value === 'string') words.add(value);
    }
  return [...words];
}
