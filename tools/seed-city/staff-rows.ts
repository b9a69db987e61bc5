import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import type { OrganisationRow, PersonRow, PostRow } from './city-rows.ts';
import { foundingInstant, seededId } from './seeded-ids.ts';
import { StaffNames } from './staff-names.ts';

export interface Staff {
  readonly people: readonly PersonRow[];
  readonly posts: readonly PostRow[];
}

interface StaffContext {
  readonly random: SeededRandom;
  readonly organisations: readonly OrganisationRow[];
  /** how many matters of the duty table a body answers for, by its id */
  readonly matters: ReadonlyMap<string, number>;
  /** the firms with a sign-in, whose managers have colleagues */
  readonly signInFirms: ReadonlySet<string>;
}

/** The day from which all of them hold their posts. */
const since = '2025-01-01';
const mattersEach = 3;

/** Invented people in departments and in invented banks, schools and centres; nobody in an organisation that is real. */
export function makeStaff({ random, organisations, matters, signInFirms }: StaffContext): Staff {
  const names = new StaffNames();
  const people: PersonRow[] = [];
  const posts: PostRow[] = [];
  for (const { id, city, kind, name } of organisations) {
    const roles = signInFirms.has(id) ? colleagueRoles : rolesOf({ kind, name }, matters.get(id) ?? 0);
    for (const role of roles) {
      const person = { id: seededId(random, foundingInstant), city, name: names.next() };
      people.push(person);
      const post = { id: seededId(random, foundingInstant), city, personId: person.id, organisationId: id };
      posts.push({ ...post, role, since });
    }
  }
  return { people, posts };
}

/** beside the person who signs in */
const colleagueRoles: readonly PostRole[] = ['member', 'member'];

/** A body has its head and as many handlers as its matters ask, two at least: an owner and somebody who stands in. */
function rolesOf({ kind, name }: Pick<OrganisationRow, 'kind' | 'name'>, matters: number): readonly PostRole[] {
  if (kind === 'department') {
    const handlers = matters === 0 ? 1 : Math.max(2, Math.ceil(matters / mattersEach));
    return ['manager', ...Array.from({ length: handlers }, () => 'handler' as const)];
  }
  const isInvented = name.endsWith('（演示）');
  return isInvented && kind !== 'enterprise' && kind !== 'alliance' ? ['manager', 'handler'] : [];
}
