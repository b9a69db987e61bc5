import type { CheckedRow } from './import-check.ts';
import type { ImportFinding } from './import-finding.ts';
import { isAccepted, type PlacedRow, placed, refuseRow } from './import-placed.ts';

/** One that the library knows. */
export interface KnownOrganisation {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly parentId: string | null;
  /** the name of the record that stands for it since a merge */
  readonly mergedInto?: string | null;
}

/** The one a row looks like. */
export interface LookAlike {
  readonly id: string;
  readonly name: string;
}

/** What the library says to the codes and names of a file. */
export interface OrganisationLibrary {
  readonly known: readonly KnownOrganisation[];
  /** one that looks like the row of this line, by identity's matcher */
  readonly lookAlikes: ReadonlyMap<number, LookAlike>;
  /** codes that belong to organisations of other cities */
  readonly elsewhere: ReadonlySet<string>;
  /** by line: the id of the one it is, or `new` */
  readonly answers: ReadonlyMap<number, string>;
}

/** Finds out of each row whether it makes an organisation or changes one, and where it belongs. */
export function placeOrganisations(
  rows: readonly CheckedRow[],
  library: OrganisationLibrary,
  newId: () => string,
): readonly PlacedRow[] {
  const book = new LibraryBook(library.known);
  const matched = rows.map((row) => (isAccepted(row) ? matchRow(row, book, library) : placed(row, { newId: '' })));
  const ids = matched.map((row) => (row.action === 'create' ? { ...row, targetId: newId() } : row));
  return joinParents(refuseSameTarget(ids), book);
}

const word = (value: unknown) => (typeof value === 'string' ? value : '');

class LibraryBook {
  readonly #byCode = new Map<string, KnownOrganisation>();
  readonly #byName = new Map<string, readonly KnownOrganisation[]>();
  readonly #away = new Map<string, KnownOrganisation>();
  readonly parents = new Map<string, string>();

  constructor(known: readonly KnownOrganisation[]) {
    for (const one of known.filter(({ mergedInto }) => typeof mergedInto === 'string'))
      for (const key of [one.name, one.creditCode]) if (key !== null) this.#away.set(key, one);
    for (const one of known.filter(({ mergedInto }) => typeof mergedInto !== 'string')) {
      if (one.creditCode !== null) this.#byCode.set(one.creditCode, one);
      if (one.parentId !== null) this.parents.set(one.id, one.parentId);
      this.#byName.set(one.name, [...(this.#byName.get(one.name) ?? []), one]);
    }
  }

  byCode(code: string): KnownOrganisation | undefined {
    return this.#byCode.get(code);
  }

  byName(name: string): readonly KnownOrganisation[] {
    return this.#byName.get(name) ?? [];
  }

  /** A record that was merged away, by the name or code it had, unless another one bears that name now. */
  mergedAway(text: string): KnownOrganisation | undefined {
    return this.#byName.has(text) ? undefined : this.#away.get(text);
  }
}

function matchRow(row: CheckedRow, book: LibraryBook, library: OrganisationLibrary): PlacedRow {
  const name = word(row.values.name);
  const code = word(row.values.creditCode);
  if (library.elsewhere.has(code))
    return refuseRow(row, { column: 'creditCode', code: 'library.elsewhere', params: { value: code } });
  const coded = book.byCode(code);
  const away = coded ? undefined : book.mergedAway(code === '' ? name : code);
  if (away) return refuseRow(row, leadOn(code === '' ? 'name' : 'creditCode', away));
  if (coded) return changeByCode(row, coded, name);
  const named = book.byName(name);
  const [only, second] = named;
  if (second)
    return refuseRow(row, { column: 'name', code: 'library.ambiguous', params: { value: name, count: named.length } });
  if (only === undefined) return createOrAsk(row, library);
  if (code !== '' && only.creditCode !== null)
    return refuseRow(row, {
      column: 'creditCode',
      code: 'library.other-code',
      params: { value: name, code: only.creditCode },
    });
  return placed(row, { known: only.id, newId: '' });
}

/** The code says who it is; another name is a change of name. */
function changeByCode(row: CheckedRow, known: KnownOrganisation, name: string): PlacedRow {
  const renamed: ImportFinding = {
    ...{ column: 'name', code: 'library.name-changes', severity: 'warning' },
    params: { name: known.name, value: name },
  };
  return placed(row, { known: known.id, findings: name === known.name ? [] : [renamed], newId: '' });
}

function createOrAsk(row: CheckedRow, { lookAlikes, answers }: OrganisationLibrary): PlacedRow {
  const answer = answers.get(row.line);
  const alike = lookAlikes.get(row.line);
  if (answer === 'new' || alike === undefined) return placed(row, { newId: 'to be given' });
  if (answer === alike.id) return placed(row, { known: alike.id, newId: '' });
  const question: ImportFinding = {
    ...{ column: 'name', code: 'library.look-alike', severity: 'question' },
    params: { name: alike.name, id: alike.id },
  };
  return placed(row, { findings: [question], newId: '' });
}

function leadOn(column: string, { name, mergedInto }: KnownOrganisation): Omit<ImportFinding, 'severity'> {
  return { column, code: 'library.merged-away', params: { value: name, into: mergedInto ?? '' } };
}

/** One row by its code and another by its name may mean the same organisation. */
function refuseSameTarget(rows: readonly PlacedRow[]): readonly PlacedRow[] {
  const first = new Map<string, number>();
  return rows.map((row) => {
    if (row.targetId === null) return row;
    const line = first.get(row.targetId);
    if (line !== undefined) return refuseRow(row, { column: 'name', code: 'library.same-target', params: { line } });
    first.set(row.targetId, row.line);
    return row;
  });
}

interface Parent {
  readonly id: string;
  readonly name: string;
}

/** A parent is in the library or in the file itself. Where a parent is not imported its children cannot be either, and so on. */
function joinParents(rows: readonly PlacedRow[], book: LibraryBook): readonly PlacedRow[] {
  const findFirst = parentFinder(rows, book);
  let now = rows.map((row) => withParent(row, findFirst, book));
  for (;;) {
    const find = parentFinder(now, book);
    const next = now.map((row) => (row.action === 'none' ? row : withParent(row, find, book)));
    if (count(next) === count(now)) return refuseRings(next, book);
    now = next;
  }
}

const count = (rows: readonly PlacedRow[]) => rows.filter(({ action }) => action !== 'none').length;

function parentFinder(rows: readonly PlacedRow[], book: LibraryBook): (text: string) => readonly Parent[] {
  const inFile = new Map<string, Parent>();
  for (const { targetId, values } of rows) {
    if (targetId === null) continue;
    const parent = { id: targetId, name: word(values.name) };
    for (const key of [parent.name, word(values.creditCode)]) if (key !== '') inFile.set(key, parent);
  }
  return (text) => {
    const here = inFile.get(text);
    const coded = book.byCode(text.toUpperCase());
    if (coded) return [coded];
    const named = book.byName(text);
    if (named.length > 0) return named;
    return here ? [here] : [];
  };
}

function withParent(row: PlacedRow, find: (text: string) => readonly Parent[], book: LibraryBook): PlacedRow {
  const value = word(row.values.parent);
  if (value === '' || row.action === 'none') return row;
  const found = find(value);
  const [only, second] = found;
  const away = only === undefined ? book.mergedAway(value) : undefined;
  if (away) return refuseRow(row, leadOn('parent', away));
  if (only === undefined) return refuseRow(row, { column: 'parent', code: 'parent.unknown', params: { value } });
  if (second)
    return refuseRow(row, { column: 'parent', code: 'parent.ambiguous', params: { value, count: found.length } });
  if (only.id === row.targetId) return refuseRow(row, { column: 'parent', code: 'parent.itself', params: {} });
  return { ...row, values: { ...row.values, parentId: only.id } };
}

/** A belongs to B and B to A, in the file or through the library: neither can be written. */
function refuseRings(rows: readonly PlacedRow[], book: LibraryBook): readonly PlacedRow[] {
  const parents = new Map(book.parents);
  for (const { targetId, values } of rows)
    if (targetId !== null && typeof values.parentId === 'string') parents.set(targetId, values.parentId);
  return rows.map((row) => {
    if (row.targetId === null) return row;
    const seen = new Set<string>();
    for (let at = word(row.values.parentId); at !== '' && !seen.has(at); at = parents.get(at) ?? '') {
      if (at === row.targetId) return refuseRow(row, { column: 'parent', code: 'parent.itself', params: {} });
      seen.add(at);
    }
    return row;
  });
}
