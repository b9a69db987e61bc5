import type { listCandidates } from '@zhitong/contract/directory/duty-contract';
import type { listPeople } from '@zhitong/contract/directory/person-contract';
import type { listPostDuties } from '@zhitong/contract/directory/post-contract';
import type { DutyState, HeldPost } from '@zhitong/domain/directory/duty';
import { canAnswer, deskOf } from '@zhitong/domain/directory/duty-answering';
import { mattersOf } from '@zhitong/domain/directory/duty-handover';
import { holdsOn, isBefore, reaches } from '@zhitong/domain/directory/duty-span';
import type { OrganisationKind, PostRole } from '@zhitong/domain/directory/organisation';
import { grantableRoles, judgeGrant } from '@zhitong/domain/directory/post-grants';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import { listBodyLeaves, listBodyPosts, loadDutyState } from './duty-state.ts';
import { countPeople, listPeopleRows, type StoredHolder } from './person-rows.ts';
import { type Body, bodyOfPost, type DutyDeps } from './post-desk.ts';

type PeopleQuery = z.output<typeof listPeople.query & z.ZodType>;
type People = z.input<typeof listPeople.reply>;

/** People and posts of an organisation on a day; planned ones too, and for those who enter people also how to tell namesakes. */
export function viewPeople(
  { database, effects }: DutyDeps,
  viewer: Viewer,
  query: PeopleQuery & { id: string },
): Promise<People> {
  const { city } = viewer;
  const today = cityDay(effects.now());
  const asOf = query.asOf ?? today;
  return inContext(database, contextOf(viewer), async (tx) => {
    const place = await getPlace(tx, viewer, query.id);
    const total = await countPeople(tx, { city, organisationId: place.id, asOf });
    const rows = await listPeopleRows(tx, { city, organisationId: place.id, asOf, ...pageOf(query) });
    const leaves = await listBodyLeaves(tx, { city, bodyIds: [place.id], since: asOf });
    const posts = await listBodyPosts(tx, { city, bodyIds: [place.id], since: asOf });
    const nameOf = (id: string | null) => posts.find((post) => post.id === id)?.personName ?? null;
    return {
      asOf,
      organisation: place,
      total,
      grantable: [...grantableRoles(viewer, place)],
      posts: rows.map((row) => ({
        ...heldReply(row, asOf),
        leaves: leaves
          .filter(({ postId }) => postId === row.id)
          .map(({ id, from, to, coverPostId }) => ({ id, from, to, cover: nameOf(coverPostId) })),
        allowed: isBefore(today, row.to) ? allowedFor(viewer, place, row) : [],
      })),
    };
  });
}

const pageOf = ({ limit, offset }: PeopleQuery) => ({ limit, offset });

function heldReply(row: StoredHolder, asOf: string) {
  const before = row.from > asOf ? ('planned' as const) : ('ended' as const);
  const state = holdsOn(row, asOf) ? ('held' as const) : before;
  return {
    postId: row.id,
    person: {
      ...{ id: row.personId, name: row.personName, posts: row.posts },
      ...(row.phone === null ? {} : { phone: masked(row.phone) }),
    },
    ...{ role: row.role, from: row.from, to: row.to, state, owns: row.owns, deputises: row.deputises },
  };
}

/** Enough to tell two namesakes apart, too little to call. */
function masked(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

function allowedFor(viewer: Viewer, place: Body, { role, personId }: StoredHolder) {
  const own = personId === viewer.personId;
  const mayGrant = judgeGrant(viewer, place, role) === 'yes' && (viewer.role !== 'security-administrator' || !own);
  const mayLeave =
    own || viewer.role === 'operator' || (viewer.role === 'manager' && viewer.organisationId === place.id);
  return [
    ...(mayGrant ? ['end' as const] : []),
    ...(mayGrant && !own ? ['role' as const] : []),
    ...(mayLeave ? ['leave' as const] : []),
  ];
}

type PostDuties = z.input<typeof listPostDuties.reply>;

/** What the vacate dialog asks: the matters in the way, and to whom they can go. */
export function viewPostDuties(
  { database, effects }: DutyDeps,
  viewer: Viewer,
  given: { id: string; on?: string | undefined },
): Promise<PostDuties> {
  const { city } = viewer;
  const on = given.on ?? cityDay(effects.now());
  return inContext(database, contextOf(viewer), async (tx) => {
    const place = await getPlace(tx, viewer, await bodyOfPost(tx, { city, id: given.id }));
    const state = await loadDutyState(tx, { city, bodyIds: [place.id], since: on });
    const post = state.posts.find(({ id }) => id === given.id);
    if (!post) throw new Refusal('platform.not-found');
    const owned = new Set(state.terms.filter(({ ownerPostId }) => ownerPostId === post.id).map(({ dutyId }) => dutyId));
    const successors = state.posts.filter(({ id, bodyId }) => id !== post.id && bodyId === place.id);
    return {
      post: { id: post.id, name: post.personName, role: post.role, from: post.from, to: post.to },
      matters: mattersOf(state, { postId: post.id, on }).map(({ id, number, title }) => ({
        ...{ id, number, title, part: owned.has(id) ? ('owner' as const) : ('deputy' as const) },
        others: [...othersOf(state, { dutyId: id, postId: post.id, on })],
      })),
      candidates: successors.filter((held) => canAnswer(held, on)).map(candidate),
      roles: grantableRoles(viewer, place).filter((role) => role !== post.role),
    };
  });
}

/** Every post of the persons who share a matter with a post on or after a day. */
function othersOf(state: DutyState, { dutyId, postId, on }: { dutyId: string; postId: string; on: string }) {
  const sharing = state.terms
    .filter((term) => term.dutyId === dutyId && reaches(term, on))
    .map(({ ownerPostId, deputyPostId }) => [ownerPostId, deputyPostId])
    .filter((pair) => pair.includes(postId))
    .flat()
    .filter((id) => id !== postId);
  const persons = new Set(state.posts.filter(({ id }) => sharing.includes(id)).map(({ personId }) => personId));
  return state.posts.filter(({ personId }) => persons.has(personId)).map(({ id }) => id);
}

type Candidates = z.input<typeof listCandidates.reply>;

/** Who of a body can own, deputise or cover on a day. */
export function viewCandidates(
  { database, effects }: DutyDeps,
  viewer: Viewer,
  given: { id: string; on?: string | undefined },
): Promise<Candidates> {
  const { city } = viewer;
  const on = given.on ?? cityDay(effects.now());
  return inContext(database, contextOf(viewer), async (tx) => {
    const place = await getPlace(tx, viewer, given.id);
    const posts = await listBodyPosts(tx, { city, bodyIds: [place.id], since: on });
    const desk = deskOf({ posts, leaves: await listBodyLeaves(tx, { city, bodyIds: [place.id], since: on }) });
    return {
      candidates: posts
        .filter((post) => canAnswer(post, on))
        .map((post) => ({
          ...candidate(post),
          personId: post.personId,
          away: desk.leaveOn(post.id, on) !== undefined,
        })),
    };
  });
}

export const candidate = ({ id, personName, role, to }: HeldPost) => ({ postId: id, name: personName, role, to });

/** The organisation, when the viewer may see its people: its own, or any as the bureau and the security administrator. */
async function getPlace(tx: Tx, viewer: Viewer, id: string): Promise<Body> {
  const everywhere: readonly PostRole[] = ['operator', 'security-administrator'];
  if (id !== viewer.organisationId && !everywhere.includes(viewer.role)) throw new Refusal('platform.forbidden');
  const row = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind'])
    .where('city', '=', viewer.city)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Refusal('platform.not-found');
  return { ...row, kind: wordColumn<OrganisationKind>(row.kind) };
}
