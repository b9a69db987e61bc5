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

/** One person, one post and one user name for each row of the file. */
export function makeSignIns(files: CityFiles, context: SignInContext) {
  const entries = files.signIns.map((row) => makeEntry(row, context));
  const rows: { people: PersonRow[]; posts: PostRow[]; signIns: SignInRow[] } = {
    people: entries.map(({ person }) => person),
    posts: entries.map(({ post }) => post),
    signIns: entries.map(({ signIn }) => signIn),
  };
  return { rows, signerOf: new Map(rows.posts.map((post) => [post.organisationId, post.personId])) };
}

function makeEntry(row: TableRow, { random, city, bodies, firms }: SignInContext) {
  const username = cell(row, 'username');
  const organisation =
    firms.find((firm) => firm.username === username)?.row ?? bodies.find((body) => body.name === cell(row, 'body'));
  const role = postRoles.find((known) => known === cell(row, 'role'));
  if (organisation === undefined || role === undefined) throw new Error(`No organisation or role for ${username}.`);
  const person = { id: seededId(random, foundingInstant), city, name: cell(row, 'person') };
  const post = {
    id: seededId(random, foundingInstant),
    city,
    personId: person.id,
    organisationId: organisation.id,
    role,
  };
  return { person, post, signIn: { username, city, personId: person.id } };
}
