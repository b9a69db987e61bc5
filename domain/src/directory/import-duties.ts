import type { DutyLeave, HeldPost } from './duty.ts';
import { decideEntering } from './duty-decision.ts';
import type { OrphanCause } from './duty-orphans.ts';
import { isBefore } from './duty-span.ts';
import { BodyBook, type Importer, type KnownBody } from './import-bodies.ts';
import type { CheckedRow } from './import-check.ts';
import type { ImportFinding } from './import-finding.ts';
import { dayFault } from './import-people.ts';
import { isAccepted, type PlacedRow, placed, refuseRow } from './import-placed.ts';

export interface DutyLibrary {
  readonly bodies: readonly KnownBody[];
  /** title of the matter that has the number, by number */
  readonly numbers: ReadonlyMap<string, string>;
  /** held on or after today in the bodies named */
  readonly posts: readonly HeldPost[];
  readonly leaves: readonly DutyLeave[];
  /** numbers of people, to tell namesakes apart */
  readonly phones: ReadonlyMap<string, string>;
  readonly importer: Importer;
  readonly today: string;
}

/**
 * Finds out of each row who answers for its matter, and asks the rule of the duty table: from its first day on there is no
 * instant at which nobody does. A new matter takes nothing from any other, so each row is decided by itself.
 */
export function placeDuties(
  rows: readonly CheckedRow[],
  library: DutyLibrary,
  newId: () => string,
): readonly PlacedRow[] {
  const bodies = new BodyBook(library.bodies, library.importer);
  const posts = Map.groupBy(library.posts, ({ bodyId }) => bodyId);
  return rows.map((row) => {
    if (!isAccepted(row)) return placed(row, { newId: '' });
    const reading = bodies.read(row);
    if (reading.kind === 'refused') return refuseRow(row, reading.finding);
    return placeMatter(row, { library, body: reading.body, posts: posts.get(reading.body.id) ?? [], newId });
  });
}

interface Placing {
  readonly library: DutyLibrary;
  readonly body: KnownBody;
  readonly posts: readonly HeldPost[];
  readonly newId: () => string;
}

function placeMatter(row: CheckedRow, { library, body, posts, newId }: Placing): PlacedRow {
  const number = word(row.values.number);
  const title = library.numbers.get(number);
  if (title !== undefined)
    return refuseRow(row, { column: 'number', code: 'library.number-taken', params: { value: number, title } });
  const past = dayFault(row, library.today);
  if (past) return refuseRow(row, past);
  const from = word(row.values.from) || library.today;
  const find = (column: 'owner' | 'deputy') =>
    findHolder(word(row.values[column]), { posts, from, phones: library.phones });
  const [owner, deputy] = [find('owner'), find('deputy')];
  if (owner.kind !== 'post') return refuseRow(row, holderFault('owner', owner.kind, { row, body }));
  if (deputy.kind === 'unknown' || deputy.kind === 'ambiguous')
    return refuseRow(row, holderFault('deputy', deputy.kind, { row, body }));
  const deputyPostId = deputy.kind === 'post' ? deputy.post.id : null;
  const matter = { id: newId(), number, title: word(row.values.title), from, to: null };
  const outcome = decideEntering(
    { matters: [], terms: [], posts, leaves: library.leaves },
    { matter, from, charge: { bodyId: body.id, ownerPostId: owner.post.id, deputyPostId }, newId },
  );
  if (outcome.kind === 'orphaned') {
    const [first] = outcome.orphans;
    return refuseRow(row, orphanFault(first?.cause ?? 'no-term', first?.day ?? from));
  }
  return placed(row, {
    values: { bodyId: body.id, ownerPostId: owner.post.id, deputyPostId, alsoId: newId() },
    newId: matter.id,
  });
}

type HolderReading =
  | { readonly kind: 'post'; readonly post: HeldPost }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous' };

interface Holders {
  readonly posts: readonly HeldPost[];
  readonly from: string;
  readonly phones: ReadonlyMap<string, string>;
}

/** `演示-甲`, or `演示-甲 13800000001` where two are called so. Of several posts of one person the longest held counts. */
function findHolder(text: string, { posts, from, phones }: Holders): HolderReading {
  if (text === '') return { kind: 'none' };
  const phone = /1\d{10}/.exec(text.normalize('NFKC').replace(/[\s-]/g, ''))?.[0];
  const name =
    phone === undefined
      ? text
      : text
          .normalize('NFKC')
          .replace(/[()]|1[\d\s-]{10,}/g, '')
          .trim();
  const there = posts.filter(
    (post) =>
      (name === '' || post.personName === name) &&
      (phone === undefined || phones.get(post.personId) === phone) &&
      isBefore(from, post.to),
  );
  const [first] = there.filter((post) => post.from <= from);
  if (first === undefined) return { kind: 'unknown' };
  return there.some(({ personId }) => personId !== first.personId)
    ? { kind: 'ambiguous' }
    : { kind: 'post', post: first };
}

type Fault = Omit<ImportFinding, 'severity'>;

function holderFault(
  column: 'owner' | 'deputy',
  kind: 'none' | 'unknown' | 'ambiguous',
  { row, body }: { row: CheckedRow; body: KnownBody },
): Fault {
  const code = kind === 'ambiguous' ? 'library.holder-ambiguous' : 'library.holder-unknown';
  return { column, code, params: { value: word(row.values[column]), body: body.name } };
}

const orphanCodes = {
  'no-term': 'library.holder-not-there',
  'not-in-body': 'library.holder-not-there',
  'one-person': 'library.holder-one-person',
  'nobody-there': 'library.nobody-there',
} as const satisfies Record<OrphanCause, ImportFinding['code']>;

function orphanFault(cause: OrphanCause, day: string): Fault {
  return { column: cause === 'one-person' ? 'deputy' : 'owner', code: orphanCodes[cause], params: { day } };
}

const word = (value: unknown) => (typeof value === 'string' ? value : '');
