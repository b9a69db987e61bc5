import { overlaps } from './duty-span.ts';
import { BodyBook, type Importer, type KnownBody } from './import-bodies.ts';
import type { CheckedRow } from './import-check.ts';
import type { ImportFinding } from './import-finding.ts';
import { isAccepted, type PlacedRow, placed, refuseRow } from './import-placed.ts';
import { type PostRole, postRoles } from './organisation.ts';
import { judgeApart, type RoleSpan } from './post-apart.ts';
import { judgeGrant } from './post-grants.ts';
import { roleWords } from './role-words.ts';

/** Somebody of the city's directory. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

export interface KnownPost {
  readonly personId: string;
  readonly bodyId: string;
  readonly role: string;
  readonly from: string;
  readonly to: string | null;
}

/** What the library says to the numbers, names and organisations of a file. */
export interface PeopleLibrary {
  readonly bodies: readonly KnownBody[];
  readonly byPhone: ReadonlyMap<string, KnownPerson>;
  /** `organisation|name` of everybody who holds a post there, today or later */
  readonly namesakes: ReadonlySet<string>;
  /** of the people known by their number */
  readonly posts: readonly KnownPost[];
  readonly importer: Importer;
  readonly today: string;
}

/** Finds out of each row which post of whom it makes. What the form refuses is refused here, in the words of the sheet. */
export function placePeople(
  rows: readonly CheckedRow[],
  library: PeopleLibrary,
  newId: () => string,
): readonly PlacedRow[] {
  const desk = new PeopleDesk(library, newId);
  return rows.map((row) => (isAccepted(row) ? desk.place(row) : placed(row, { newId: '' })));
}

type Fault = Omit<ImportFinding, 'severity'>;

class PeopleDesk {
  readonly #library: PeopleLibrary;
  readonly #bodies: BodyBook;
  readonly #newId: () => string;
  /** entered by an earlier row, by number */
  readonly #entered = new Map<string, KnownPerson & { line: number }>();
  readonly #unnumbered = new Map<string, number>();
  readonly #posts: Map<string, (KnownPost & { line?: number })[]>;

  constructor(library: PeopleLibrary, newId: () => string) {
    this.#library = library;
    this.#newId = newId;
    this.#bodies = new BodyBook(library.bodies, library.importer);
    this.#posts = new Map(Map.groupBy(library.posts, ({ personId }) => personId));
  }

  place(row: CheckedRow): PlacedRow {
    const reading = this.#bodies.read(row);
    if (reading.kind === 'refused') return refuseRow(row, reading.finding);
    const { body } = reading;
    const { importer, today } = this.#library;
    const role = roleOf(row);
    const no = grantFault(importer, body, role) ?? dayFault(row, today) ?? this.#personFault(row, body);
    if (no) return refuseRow(row, no);
    const { person, entered } = this.#personOf(row);
    if (person.id === importer.personId)
      return refuseRow(row, { column: 'name', code: 'library.post-to-oneself', params: {} });
    const post = {
      personId: person.id,
      bodyId: body.id,
      role,
      from: word(row.values.from) || today,
      to: wordOrNull(row.values.to),
    };
    const held = this.#posts
      .get(person.id)
      ?.find((one) => one.bodyId === body.id && one.role === role && overlaps(one, post));
    if (held) return refuseRow(row, heldFault(held, person.name));
    if (judgeApart(this.#rolesOf(person.id), post) !== 'yes')
      return refuseRow(row, { column: 'name', code: 'library.administrator-apart', params: { value: person.name } });
    this.#posts.set(person.id, [...(this.#posts.get(person.id) ?? []), { ...post, line: row.line }]);
    return placed(row, {
      values: { bodyId: body.id, personId: person.id, alsoId: entered ? person.id : null },
      newId: this.#newId(),
    });
  }

  #rolesOf(personId: string): readonly RoleSpan[] {
    return (this.#posts.get(personId) ?? []).flatMap(({ role: named, from, to }) => {
      const role = postRoles.find((known) => known === named);
      return role ? [{ role, from, to }] : [];
    });
  }

  /** Why the row does not say clearly who is meant. */
  #personFault({ line, values }: CheckedRow, body: KnownBody): Fault | undefined {
    const name = word(values.name);
    const phone = word(values.phone);
    if (phone !== '') {
      const known = this.#library.byPhone.get(phone);
      if (known && known.name !== name)
        return { column: 'phone', code: 'library.phone-of-another', params: { value: phone } };
      const earlier = this.#entered.get(phone);
      if (earlier && earlier.name !== name)
        return {
          column: 'phone',
          code: 'library.phone-two-names',
          params: { value: phone, line: earlier.line, name: earlier.name },
        };
      return undefined;
    }
    const key = `${body.id}|${name}`;
    if (this.#library.namesakes.has(key))
      return { column: 'name', code: 'library.person-there', params: { value: name, body: body.name } };
    const twice = this.#unnumbered.get(key);
    if (twice !== undefined)
      return { column: 'name', code: 'library.person-twice', params: { value: name, line: twice } };
    this.#unnumbered.set(key, line);
    return undefined;
  }

  #personOf({ line, values }: CheckedRow): { person: KnownPerson; entered: boolean } {
    const phone = word(values.phone);
    const known = this.#library.byPhone.get(phone);
    if (known) return { person: known, entered: false };
    const earlier = this.#entered.get(phone);
    if (phone !== '' && earlier) return { person: earlier, entered: true };
    const person = { id: this.#newId(), name: word(values.name), line };
    if (phone !== '') this.#entered.set(phone, person);
    return { person, entered: true };
  }
}

const word = (value: unknown) => (typeof value === 'string' ? value : '');
const wordOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

function roleOf({ values }: CheckedRow): PostRole {
  return postRoles.find((role) => role === values.role) ?? 'member';
}

function grantFault(importer: Importer, body: KnownBody, role: PostRole): Fault | undefined {
  const verdict = judgeGrant(importer, body, role);
  const params = { role: roleWords[role].zh, roleEn: roleWords[role].en, body: body.name };
  if (verdict === 'yes') return undefined;
  if (verdict === 'foreign-organisation')
    return { column: 'body', code: 'library.body-foreign', params: { value: body.name } };
  return { column: 'role', code: `library.${verdict}`, params };
}

/** Past days are not rewritten; a day that was today when the file came may be past when it is taken. */
export function dayFault({ values }: CheckedRow, today: string): Fault | undefined {
  const from = word(values.from);
  return from !== '' && from < today
    ? { column: 'from', code: 'library.day-past', params: { value: from, today } }
    : undefined;
}

function heldFault({ line, from }: KnownPost & { line?: number }, name: string): Fault {
  if (line !== undefined) return { column: 'role', code: 'library.post-twice', params: { name, line } };
  return { column: 'role', code: 'library.post-held', params: { name, from } };
}
