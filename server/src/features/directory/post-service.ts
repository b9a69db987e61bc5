import type { HeldPost, Matter } from '@zhitong/domain/directory/duty';
import type { Successors } from '@zhitong/domain/directory/duty-handover';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import { type Giver, judgeGrant } from '@zhitong/domain/directory/post-grants';
import { decideRoleChange, decideVacating } from '@zhitong/domain/directory/post-vacating';
import { roleWords } from '@zhitong/domain/directory/role-words';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import type { Viewer } from '#platform/viewer';
import { tellHandedOver, tellPostGiven } from './duty-events.ts';
import { writeDutyChanges } from './duty-store.ts';
import { atDesk, type Body, bodyAt, bodyOfPost, type Desk, type DutyDeps, postAt } from './post-desk.ts';
import { acceptVacating } from './post-outcome.ts';
import { refusingOverlaps } from './post-overlap.ts';
import { countSecurityAdministrators } from './post-store.ts';

interface Vacating {
  readonly postId: string;
  readonly on?: string | undefined;
  readonly successors: {
    readonly all?: string | undefined;
    readonly each: readonly { dutyId: string; postId: string }[];
  };
  readonly why?: string | undefined;
}

/** Ends a post by date; its matters are handed over in the same change, or it is refused with the list of them. */
export function endPost(deps: DutyDeps, viewer: Viewer, given: Vacating) {
  return atPost(deps, viewer, {
    given,
    run: async (desk, post, on) => {
      await refuseLastSecurityAdministrator(desk, post, on);
      const successors = successorsOf(given);
      const { changes, matters } = acceptVacating(
        decideVacating(desk.state, { post, on, successors, newId: desk.newId }),
        post,
      );
      await writeDutyChanges(desk.tx, changes, { ...desk, posts: desk.state.posts });
      await recordAudit(desk.tx, deps.effects, {
        ...{ action: 'post.ended', subject: { kind: 'post', id: post.id }, why: given.why },
        before: { person: post.personName, role: post.role, to: post.to, matters: matters.map(({ number }) => number) },
        after: { to: on, takenOverBy: namesOf(desk, matters, successors) },
      });
      await tellHandedOver(desk, { viewer, post, on, matters });
      return { post: { id: post.id }, handedOver: matters.length };
    },
  });
}

/** Another role is another post from that day on; the matters go along unless it is an administrator's. */
export function changeRole(deps: DutyDeps, viewer: Viewer, given: Vacating & { readonly role: PostRole }) {
  return atPost(deps, viewer, {
    given,
    run: async (desk, post, on) => {
      const { role } = given;
      if (role === post.role) throw new Refusal('directory.post-held-already', { name: post.personName });
      refuseGrant(viewer, { place: bodyAt(desk, post.bodyId), role, personId: post.personId });
      await refuseLastSecurityAdministrator(desk, post, on);
      const successors = successorsOf(given);
      const outcome = decideRoleChange(desk.state, { post, on, role, successors, newId: desk.newId });
      const { changes, matters } = acceptVacating(outcome, post);
      await refusingOverlaps(post.personName, () =>
        writeDutyChanges(desk.tx, changes, { ...desk, posts: desk.state.posts }),
      );
      const [next] = changes.posts.add;
      const id = next?.id ?? post.id;
      await recordAudit(desk.tx, deps.effects, {
        ...{ action: 'post.role-changed', subject: { kind: 'post', id }, why: given.why },
        before: { person: post.personName, role: post.role, post: post.id },
        after: { role, from: on, matters: matters.map(({ number }) => number) },
      });
      await tellPostGiven(desk, { viewer, personName: post.personName, bodyId: post.bodyId, role, from: on });
      return { post: { id }, handedOver: matters.length };
    },
  });
}

interface AtPost<T> {
  readonly given: Vacating;
  readonly run: (desk: Desk, post: HeldPost, on: string) => Promise<T>;
}

function atPost<T>(deps: DutyDeps, viewer: Viewer, { given, run }: AtPost<T>): Promise<T> {
  return atDesk(deps, viewer, {
    find: async (tx) => [await bodyOfPost(tx, { city: viewer.city, id: given.postId })],
    run: async (desk) => {
      const post = postAt(desk, given.postId);
      refuseGrant(viewer, { place: bodyAt(desk, post.bodyId), role: post.role, personId: undefined });
      const on = given.on ?? desk.today;
      if (on < desk.today) throw new Refusal('directory.post-in-the-past');
      return run(desk, post, on);
    },
  });
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

/** Without one nobody could give rights any more. */
async function refuseLastSecurityAdministrator({ tx, city }: Desk, post: HeldPost, on: string): Promise<void> {
  if (post.role !== 'security-administrator') return;
  const others = await countSecurityAdministrators(tx, { city, on, besides: post.id });
  if (others === 0) throw new Refusal('directory.last-security-administrator', { name: post.personName });
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
