import type { Importer } from '@zhitong/domain/directory/import-bodies';
import type { CheckedRow } from '@zhitong/domain/directory/import-check';
import { placeDuties } from '@zhitong/domain/directory/import-duties';
import { isLibraryFinding } from '@zhitong/domain/directory/import-finding';
import type { ImportKind } from '@zhitong/domain/directory/import-kind';
import { placeOffers } from '@zhitong/domain/directory/import-offers';
import { type LookAlike, placeOrganisations } from '@zhitong/domain/directory/import-organisations';
import { placePeople } from '@zhitong/domain/directory/import-people';
import type { PlacedRow } from '@zhitong/domain/directory/import-placed';
import { placePurchases } from '@zhitong/domain/directory/import-purchases';
import { asSystem, enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { listBodyLeaves, listBodyPosts } from './duty-state.ts';
import { listKnownBodies } from './import-body-store.ts';
import { listDutyNumbers } from './import-duty-store.ts';
import { listCodesElsewhere, listKnownOrganisations } from './import-organisation-store.ts';
import { listNamesakes, listPeopleByPhone, listPhonesOf, listPostsOfPeople } from './import-people-store.ts';
import type { KeptRow } from './import-store.ts';
import type { OfferIntake } from './offer-intake.ts';
import { lockBodies } from './post-desk.ts';
import type { PurchaseIntake } from './purchase-intake.ts';

/** Who asks, when, and what is known beside the library. */
export interface PlacingBy {
  readonly city: string;
  readonly newId: () => string;
  readonly importer: Importer;
  readonly today: string;
  readonly offers: OfferIntake;
  readonly purchases: PurchaseIntake;
}

export interface Placing extends PlacingBy {
  readonly lookAlikes: ReadonlyMap<number, LookAlike>;
  readonly answers: ReadonlyMap<number, string>;
}

type PlaceRows = (tx: Tx, rows: readonly CheckedRow[], placing: Placing) => Promise<readonly PlacedRow[]>;

/** Holds checked rows against what the library knows at this moment. */
export const placeRows: Readonly<Record<ImportKind, PlaceRows>> = {
  organisations: async (tx, rows, { city, newId, lookAlikes, answers }) => {
    const codes = wordsOf(rows, ['creditCode', 'parent']);
    const known = await listKnownOrganisations(tx, city, { codes, names: wordsOf(rows, ['name', 'parent']) });
    const elsewhere = new Set(await listCodesElsewhere(tx, city, codes));
    return placeOrganisations(rows, { known, elsewhere, lookAlikes, answers }, newId);
  },
  people: async (tx, rows, { city, newId, importer, today }) => {
    const bodies = await heldBodies(tx, rows, { city, importer });
    const byPhone = await asSystem(tx, enteredContext(tx), () => listPeopleByPhone(tx, city, wordsOf(rows, ['phone'])));
    const people = [...byPhone.values()].map(({ id }) => id);
    const bodyIds = bodies.map(({ id }) => id);
    const namesakes = await listNamesakes(tx, { city, bodyIds, names: wordsOf(rows, ['name']), since: today });
    const posts = await listPostsOfPeople(tx, { city, people, since: today });
    return placePeople(rows, { bodies, byPhone, namesakes, posts, importer, today }, newId);
  },
  offers: async (tx, rows, { city, newId, importer, offers }) => {
    const bodies = await listKnownBodies(tx, city, { texts: wordsOf(rows, ['body']), own: importer.organisationId });
    const known = await offers.list(
      tx,
      city,
      bodies.map(({ id }) => id),
    );
    return placeOffers(rows, { bodies, offers: known, importer, recognise: offers.recognise }, newId);
  },
  purchases: async (tx, rows, { city, newId, importer, purchases }) => {
    const bodies = await listKnownBodies(tx, city, { texts: wordsOf(rows, ['body']), own: importer.organisationId });
    const open = await purchases.listOpen(
      tx,
      city,
      bodies.map(({ id }) => id),
    );
    const origins = purchases.origins();
    const readOrigin = (text: string) => origins.read(text);
    return placePurchases(rows, { bodies, open, importer, recognise: purchases.recognise, readOrigin }, newId);
  },
  duties: async (tx, rows, { city, newId, importer, today }) => {
    const bodies = await heldBodies(tx, rows, { city, importer });
    const bodyIds = bodies.map(({ id }) => id);
    const numbers = await listDutyNumbers(tx, city, wordsOf(rows, ['number']));
    const posts = await listBodyPosts(tx, { city, bodyIds, since: today });
    const leaves = await listBodyLeaves(tx, { city, bodyIds, since: today });
    const people = [...new Set(posts.map(({ personId }) => personId))];
    const phones = await asSystem(tx, enteredContext(tx), () => listPhonesOf(tx, city, people));
    return placeDuties(rows, { bodies, numbers, posts, leaves, phones, importer, today }, newId);
  },
};

/** Organisations named in a sheet, locked as every change of posts and matters locks them (post-desk.ts): what is decided now is written on. */
async function heldBodies(tx: Tx, rows: readonly CheckedRow[], { city, importer }: Pick<Placing, 'city' | 'importer'>) {
  const bodies = await listKnownBodies(tx, city, { texts: wordsOf(rows, ['body']), own: importer.organisationId });
  await lockBodies(
    tx,
    city,
    bodies.map(({ id }) => id),
  );
  return bodies;
}

/** The same for rows that stand in the database already: what the library said last time is forgotten. */
export function placeAgain(
  tx: Tx,
  rows: readonly KeptRow[],
  given: { readonly kind: ImportKind } & PlacingBy,
): Promise<readonly PlacedRow[]> {
  const { kind, ...place } = given;
  const lookAlikes = new Map(rows.flatMap(({ line, alike }) => (alike === null ? [] : [[line, alike] as const])));
  return placeRows[kind](tx, rows.map(withoutLibrary), { ...place, lookAlikes, answers: answersOf(rows) });
}

export function answersOf(rows: readonly KeptRow[]): ReadonlyMap<number, string> {
  return new Map(rows.flatMap(({ line, answer }) => (answer === null ? [] : [[line, answer] as const])));
}

/** What the library said of a row that decides how it is written. A person or place found anew is another answer. */
const decided = ['bodyId', 'ownerPostId', 'deputyPostId', 'productId', 'originCode'];

/** Whether the library says something else of a row than when it was checked. */
export function hasMoved(before: KeptRow, now: PlacedRow | undefined): boolean {
  if (before.action !== now?.action) return true;
  if (before.action === 'none') return false;
  if (before.action === 'change' && before.targetId !== now.targetId) return true;
  const entered = (row: PlacedRow) =>
    typeof row.values.alsoId === 'string' && row.values.alsoId === row.values.personId;
  if (entered(before) !== entered(now)) return true;
  if (!entered(before) && before.values.personId !== now.values.personId) return true;
  return decided.some((key) => (before.values[key] ?? null) !== (now.values[key] ?? null));
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
