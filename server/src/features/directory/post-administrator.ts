import { isBefore } from '@zhitong/domain/directory/duty-span';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import { firstUncovered } from '@zhitong/domain/directory/post-apart';
import { isAdministrator } from '@zhitong/domain/directory/role-groups';
import { Refusal } from '@zhitong/domain/refusal';
import { asSystem, enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { countNamesakes, hasPhone } from './person-store.ts';
import type { Desk } from './post-desk.ts';
import { listSecurityPosts, listUsableSecurityAdministrators, lockSecurityAdministrators } from './post-store.ts';

interface Appointed {
  readonly person: { readonly id: string; readonly name: string };
  readonly role: PostRole;
  readonly anotherPerson: boolean | undefined;
}

/**
 * The three administrators are three people only if nobody stands in the directory twice: whoever becomes one has a mobile
 * number, and every namesake of the city has been looked at.
 */
export async function refuseDoubtfulAdministrator({ tx, city }: Desk, appointed: Appointed): Promise<void> {
  const { person, role, anotherPerson = false } = appointed;
  if (!isAdministrator(role)) return;
  const { name } = person;
  if (!(await hasPhone(tx, { city, key: person.id }))) throw new Refusal('directory.administrator-phone', { name });
  const count = await countNamesakes(tx, { city, ...person });
  if (count > 0 && !anotherPerson) throw new Refusal('directory.administrator-namesake', { name, count });
}

interface Leaving {
  readonly city: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly on: string;
  /** the one post that ends; undefined: the account is closed, so all of them count */
  readonly postId?: string;
}

/** Without one nobody could give rights any more: on every day from then on another must be there who can sign in. */
export async function refuseLastSecurityAdministrator(tx: Tx, { city, person, on, postId }: Leaving): Promise<void> {
  // one's own row is hidden from one's own hand, and must be locked all the same
  const gap = await asSystem(tx, enteredContext(tx), async () => {
    await lockSecurityAdministrators(tx, city);
    const own = await listSecurityPosts(tx, { city, personId: person.id, since: on });
    const others = await listUsableSecurityAdministrators(tx, { city, besides: person.id, since: on });
    const leaving = own.filter((post) => isBefore(on, post.to) && (postId === undefined || post.id === postId));
    const gaps = leaving.map(({ from, to }) => firstUncovered({ from: from > on ? from : on, to }, others));
    return gaps.find((day) => day !== null);
  });
  if (gap) throw new Refusal('directory.last-security-administrator', { name: person.name, day: gap });
}
