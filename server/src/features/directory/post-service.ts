import type { HeldPost, Matter } from '@zhitong/domain/directory/duty';
import type { Successors } from '@zhitong/domain/directory/duty-handover';
import { laterDay } from '@zhitong/domain/directory/duty-span';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import { twinsOf } from '@zhitong/domain/directory/post-carry';
import { type Giver, judgeGrant } from '@zhitong/domain/directory/post-grants';
import { decideEach, decideRoleChange, decideVacating } from '@zhitong/domain/directory/post-vacating';
import { isAdministrator } from '@zhitong/domain/directory/role-groups';
import { roleWords } from '@zhitong/domain/directory/role-words';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/viewer';
import { tellHandedOver, tellPostGiven } from './duty-events.ts';
import { listRecordsOf } from './merge-heads.ts';
import { refuseDoubtfulAdministrator, refuseLastSecurityAdministrator } from './post-administrator.ts';
import { atDesk, type Body, bodyAt, bodyOfPost, type Desk, type PostDeps, postAt } from './post-desk.ts';
import { acceptVacating } from './post-outcome.ts';
import { refuseMixing, refusingOverlaps } from './post-overlap.ts';
import { recordTwins, writeAtRecords } from './post-twins.ts';

interface Vacating {
  readonly postId: string;
  readonly on?: string | undefined;
  readonly successors: {
    readonly all?: string | undefined;
    readonly each: readonly { dutyId: string; postId: string }[];
  };
  readonly why?: string | undefined;
}

interface RoleWish extends Vacating {
  readonly role: PostRole;
  /** of an administrator: whoever names it has checked that namesakes are other people */
  readonly anotherPerson?: boolean | undefined;
}

/**
 * Ends a post by date, at every record of a merged organisation; its matters are handed over in the same change, or it is refused
 * with the list of them.
 */
export function endPost(deps: PostDeps, viewer: Viewer, given: Vacating) {
  return atPost(deps, viewer, {
    given,
    run: async (desk, post, on) => {
      await refuseLosingRights(desk, viewer, { post, on });
      const successors = successorsOf(given);
      const twins = twinsOf(desk.state.posts, post, on);
      const { newId } = desk;
      const { changes, matters } = acceptVacating(
        decideEach(desk.state, [post, ...twins], (state, one) =>
          decideVacating(state, { post: one, on, successors, newId }),
        ),
        post,
      );
      await writeAtRecords(desk, { post, twins, changes });
      await recordAudit(desk.tx, deps.effects, {
        ...{ action: 'post.ended', subject: { kind: 'post', id: post.id }, why: given.why },
        before: { person: post.personName, role: post.role, to: post.to, matters: matters.map(({ number }) => number) },
        after: { to: on, takenOverBy: namesOf(desk, matters, successors) },
      });
      await recordTwins(desk, deps.effects, { post, twins, action: 'post.ended', on, why: given.why });
      await tellHandedOver(desk, { viewer, post, on, matters });
      return { post: { id: post.id }, handedOver: matters.length };
    },
  });
}

/**
 * Another role is another post from that day on, at every record of a merged organisation; the matters go along unless it is an
 * administrator's.
 */
export function changeRole(deps: PostDeps, viewer: Viewer, given: RoleWish) {
  return atPost(deps, viewer, {
    given,
    run: async (desk, post, on) => {
      const { role } = given;
      if (role === post.role) throw new Refusal('directory.post-held-already', { name: post.personName });
      refuseGrant(viewer, { place: bodyAt(desk, post.bodyId), role, personId: post.personId });
      await refuseLosingRights(desk, viewer, { post, on });
      const person = { id: post.personId, name: post.personName };
      await refuseDoubtfulAdministrator(desk, { person, role, anotherPerson: given.anotherPerson });
      const wanted = { role, from: on, to: post.to };
      const twins = twinsOf(desk.state.posts, post, on);
      await refuseMixing(desk.tx, { city: desk.city, person, wanted, besides: [post, ...twins].map(({ id }) => id) });
      const { changes, matters } = acceptVacating(
        decideEach(desk.state, [post, ...twins], (state, one) => {
          const vacating = { post: one, on, successors: successorsOf(given), newId: desk.newId };
          const goesAlong = one === post || !isAdministrator(role);
          return goesAlong ? decideRoleChange(state, { ...vacating, role }) : decideVacating(state, vacating);
        }),
        post,
      );
      await refusingOverlaps(post.personName, () => writeAtRecords(desk, { post, twins, changes }));
      const next = changes.posts.add.find(({ bodyId }) => bodyId === post.bodyId);
      const id = next?.id ?? post.id;
      await recordAudit(desk.tx, deps.effects, {
        ...{ action: 'post.role-changed', subject: { kind: 'post', id }, why: given.why },
        before: { person: post.personName, role: post.role, post: post.id },
        after: { role, from: on, matters: matters.map(({ number }) => number) },
      });
      await recordTwins(desk, deps.effects, { post, twins, action: 'post.role-changed', on, why: given.why });
      await tellPostGiven(desk, { viewer, personName: post.personName, bodyId: post.bodyId, role, from: on });
      return { post: { id }, handedOver: matters.length };
    },
  });
}

interface AtPost<T> {
  readonly given: Vacating;
  readonly run: (desk: Desk, post: HeldPost, on: string) => Promise<T>;
}

async function atPost<T>(deps: PostDeps, viewer: Viewer, { given, run }: AtPost<T>): Promise<T> {
  const { done, personId } = await atDesk(deps, viewer, {
    find: (tx) => recordsOfPost(tx, { city: viewer.city, id: given.postId }),
    run: async (desk) => {
      const post = postAt(desk, given.postId);
      refuseGrant(viewer, { place: bodyAt(desk, post.bodyId), role: post.role, personId: undefined });
      const asked = given.on ?? desk.today;
      if (asked < desk.today) throw new Refusal('directory.post-in-the-past');
      return { done: await run(desk, post, laterDay(post.from, asked)), personId: post.personId };
    },
  });
  deps.sessions.noteEnd({ personId });
  return done;
}

/** Every record of the organisation it is held at: where it is, and where a merge may have given the same. */
async function recordsOfPost(tx: Tx, post: { city: string; id: string }): Promise<readonly string[]> {
  const { city } = post;
  return listRecordsOf(tx, { city, id: await bodyOfPost(tx, post) });
}

interface Grant {
  readonly place: Body;
  readonly role: PostRole;
  /** who is given it; undefined when it is only taken away, or the person is new */
  readonly personId: string | undefined;
}

/** Who may give which role where, and never to oneself. */
export function refuseGrant(viewer: Viewer, { place, role, personId }: Grant): void {
  const giver: Giver = viewer;
  const verdict = judgeGrant(giver, place, role);
  if (verdict === 'foreign-organisation') throw new Refusal('platform.forbidden');
  if (personId === viewer.personId) throw new Refusal('directory.post-to-oneself');
  const words = { role: roleWords[role].zh, roleEn: roleWords[role].en };
  if (verdict === 'role-above') throw new Refusal('directory.role-above', words);
  if (verdict === 'role-not-here') throw new Refusal('directory.role-not-here', words);
}

/** Somebody who can give rights stays; and whoever gives them takes none of its own away. */
async function refuseLosingRights(
  { tx, city }: Desk,
  viewer: Viewer,
  { post, on }: { readonly post: HeldPost; readonly on: string },
): Promise<void> {
  const person = { id: post.personId, name: post.personName };
  if (post.role === 'security-administrator')
    await refuseLastSecurityAdministrator(tx, { city, person, on, postId: post.id });
  if (viewer.role === 'security-administrator' && person.id === viewer.personId)
    throw new Refusal('directory.own-post');
}

function successorsOf({ successors }: Vacating): Successors {
  return { all: successors.all, each: new Map(successors.each.map(({ dutyId, postId }) => [dutyId, postId])) };
}

function namesOf(
  { state }: Desk,
  matters: readonly Matter[],
  { all, each }: Successors,
): Readonly<Record<string, string>> {
  const names = new Map(state.posts.map(({ id, personName }) => [id, personName]));
  return Object.fromEntries(matters.map(({ id, number }) => [number, names.get(each?.get(id) ?? all ?? '') ?? '']));
}
