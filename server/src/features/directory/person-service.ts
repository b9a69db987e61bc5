import type { HeldPost } from '@zhitong/domain/directory/duty';
import { isEmpty } from '@zhitong/domain/directory/duty-span';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import { relationsFor } from '@zhitong/domain/directory/permission';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { asSystem, enteredContext } from '#platform/context';
import type { Effects } from '#platform/effects';
import type { Viewer } from '#platform/viewer';
import { tellPostGiven } from './duty-events.ts';
import { insertPosts } from './duty-store.ts';
import {
  findNamesake,
  findPersonById,
  findPersonByPhone,
  insertPerson,
  insertPhone,
  isColleague,
  type KnownPerson,
} from './person-store.ts';
import { refuseDoubtfulAdministrator } from './post-administrator.ts';
import { atDesk, bodyAt, type Desk, type PostDeps } from './post-desk.ts';
import { refuseMixing, refusingOverlaps } from './post-overlap.ts';
import { refuseGrant } from './post-service.ts';

export interface PersonWish {
  readonly organisationId: string;
  readonly name: string;
  readonly phone?: string | undefined;
  readonly personId?: string | undefined;
  /** of an administrator: whoever enters it has checked that namesakes are other people */
  readonly anotherPerson?: boolean | undefined;
  readonly role: PostRole;
  readonly from?: string | undefined;
  readonly to?: string | null | undefined;
  readonly why?: string | undefined;
}

/** Gives somebody a post, entering the person when the city's directory does not have them yet. */
export async function addPerson(deps: PostDeps, viewer: Viewer, wish: PersonWish) {
  const added = await atDesk(deps, viewer, {
    find: async () => [wish.organisationId],
    run: async (desk) => {
      const place = bodyAt(desk, wish.organisationId);
      refuseGrant(viewer, { place, role: wish.role, personId: undefined });
      const span = { from: wish.from ?? desk.today, to: wish.to ?? null };
      if (span.from < desk.today) throw new Refusal('directory.post-in-the-past');
      if (isEmpty(span)) throw new Refusal('directory.post-days');
      const known = await findKnown(desk, viewer, wish);
      refuseGrant(viewer, { place, role: wish.role, personId: known?.id });
      const person = known ?? (await enter(desk, wish));
      if (known && wish.phone !== undefined)
        await notePhone(desk, deps.effects, { person: known, phone: wish.phone, why: wish.why });
      const { role, anotherPerson } = wish;
      await refuseDoubtfulAdministrator(desk, { person, role, anotherPerson });
      await refuseMixing(desk.tx, { city: desk.city, person, wanted: { role, ...span } });
      const post: HeldPost = {
        ...{
          id: desk.newId(),
          personId: person.id,
          personName: person.name,
          bodyId: place.id,
          role: wish.role,
          ...span,
        },
      };
      await refusingOverlaps(person.name, () => insertPosts(desk.tx, desk.city, [post]));
      await recordAudit(desk.tx, deps.effects, {
        ...{ action: 'post.given', subject: { kind: 'post', id: post.id }, why: wish.why },
        after: {
          person: person.name,
          organisation: place.name,
          role: post.role,
          ...span,
          entered: !known,
          ...(wish.anotherPerson && { anotherPerson: true }),
        },
      });
      await tellPostGiven(desk, {
        viewer,
        personName: person.name,
        bodyId: place.id,
        role: post.role,
        from: span.from,
      });
      return { person: { id: person.id, known: known !== undefined }, post: { id: post.id } };
    },
  });
  deps.sessions.noteEnd({ personId: added.person.id });
  return added;
}

/** One person stands once in the city's directory: found by id, or by the mobile number. */
async function findKnown(desk: Desk, viewer: Viewer, wish: PersonWish): Promise<KnownPerson | undefined> {
  const { tx, city } = desk;
  if (wish.personId !== undefined) {
    const person = await findPersonById(tx, { city, key: wish.personId });
    // an id is no proof that somebody is one's colleague; a stranger is found by name and number, as the person tells them
    const staysAtHome = relationsFor('person.change', viewer.role).every((relation) => relation === 'own');
    const isStranger = staysAtHome && !(await isColleague(tx, viewer, wish.personId));
    if (!person || isStranger) throw new Refusal('directory.person-unknown');
    return person;
  }
  const { phone } = wish;
  if (phone !== undefined) {
    const person = await asSystem(tx, enteredContext(tx), () => findPersonByPhone(tx, { city, key: phone }));
    if (person && person.name !== wish.name) throw new Refusal('directory.phone-of-another');
    return person;
  }
  const namesake = await findNamesake(tx, {
    ...{ city, organisationId: wish.organisationId, name: wish.name, since: desk.today },
  });
  if (namesake) throw new Refusal('directory.person-there', { name: wish.name });
  return undefined;
}

async function enter({ tx, city, newId }: Desk, { name, phone }: PersonWish): Promise<KnownPerson> {
  const person = { id: newId(), name };
  await insertPerson(tx, { ...person, city, demo: false });
  if (phone !== undefined && !(await insertPhone(tx, { city, id: person.id, phone })))
    throw new Refusal('directory.phone-of-another');
  return person;
}

interface NotedPhone {
  readonly person: KnownPerson;
  readonly phone: string;
  readonly why: string | undefined;
}

/** Somebody known by id gets the number noted; one that is there already stays. The trail says that one was noted, never which. */
async function notePhone({ tx, city }: Desk, effects: Effects, { person, phone, why }: NotedPhone): Promise<void> {
  const { id, name } = person;
  const owner = await asSystem(tx, enteredContext(tx), () => findPersonByPhone(tx, { city, key: phone }));
  if (owner?.id === id) return;
  if (owner) throw new Refusal('directory.phone-of-another');
  if (!(await insertPhone(tx, { city, id, phone }))) return;
  await recordAudit(tx, effects, {
    ...{ action: 'person.phone-noted', subject: { kind: 'person', id }, why },
    after: { person: name },
  });
}
