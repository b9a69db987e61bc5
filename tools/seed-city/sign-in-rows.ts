import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import { postRoles } from '@zhitong/domain/directory/organisation';
import type { CityFiles } from './city-files.ts';
import type { OrganisationRow, PersonRow, PostRow, SignInRow } from './city-rows.ts';
import { cell, type TableRow } from './csv-table.ts';
import type { Firm } from './firm-rows.ts';
import { foundingInstant, seededId } from './seeded-ids.ts';

interface SignInContext {
  readonly random: SeededRandom;
  readonly city: string;
  readonly bodies: readonly OrganisationRow[];
  readonly firms: readonly Firm[];
}

/** One person, one user name and one post for each row of the file; a few hold a second post. */
export function makeSignIns(files: CityFiles, context: SignInContext) {
  const entries = files.signIns.map((row) => makeEntry(row, context));
  const first = entries.map(({ post }) => post);
  const people = new Map(entries.map(({ signIn }) => [signIn.username, signIn.personId]));
  const second = files.secondPosts.map((row) => makePost(row, people.get(cell(row, 'username')), context));
  const rows: { people: PersonRow[]; posts: PostRow[]; signIns: SignInRow[] } = {
    people: entries.map(({ person }) => person),
    posts: [...first, ...second],
    signIns: entries.map(({ signIn }) => signIn),
  };
  return { rows, signerOf: new Map(first.map((post) => [post.organisationId, post.personId])) };
}

function makeEntry(row: TableRow, context: SignInContext) {
  const { random, city } = context;
  const username = cell(row, 'username');
  const person = { id: seededId(random, foundingInstant), city, name: cell(row, 'person') };
  const post = makePost(row, person.id, context);
  return { person, post, signIn: { username, city, personId: person.id } };
}

/** The first post is the older one: whoever signs in acts in it. */
const since = { first: '2025-01-01', second: '2025-06-01' };

function makePost(
  row: TableRow,
  personId: string | undefined,
  { random, city, bodies, firms }: SignInContext,
): PostRow {
  const username = cell(row, 'username');
  const organisation =
    firms.find((firm) => firm.username === username)?.row ??
    bodies.find((body) => body.shortName === cell(row, 'body'));
  const role = postRoles.find((known) => known === cell(row, 'role'));
  if (organisation === undefined || role === undefined || personId === undefined)
    throw new Error(`No organisation, role or person for ${username}.`);
  const held = row.has('person') ? since.first : since.second;
  return { id: seededId(random, foundingInstant), city, personId, organisationId: organisation.id, role, since: held };
}
