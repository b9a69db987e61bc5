import type { HeldPost } from './duty.ts';
import { isBefore, isEmpty, laterDay, overlaps, reaches, type Span } from './duty-span.ts';
import { judgeApart, type RoleSpan } from './post-apart.ts';
import { isAdministrator } from './role-groups.ts';

/** The same post at another record of the merged organisation, for the days it is not held there yet. */
export interface CarriedPost extends Span {
  readonly personId: string;
  readonly personName: string;
  readonly role: HeldPost['role'];
  readonly bodyId: string;
}

interface Carrying {
  /** the records that are one organisation from now on */
  readonly bodies: readonly string[];
  readonly today: string;
  /** whether the role may be given to this person at this body by who merges */
  readonly may: (wanted: CarriedPost) => boolean;
  /** what each person holds anywhere in the city: nobody becomes administrator and part of the business by a merge */
  readonly heldBy: ReadonlyMap<string, readonly RoleSpan[]>;
}

/**
 * The posts that are this one at the other records of a merged organisation on or after a day. An administrator's post is never carried:
 * each is one of its own.
 */
export function twinsOf(posts: readonly HeldPost[], post: HeldPost, on: string): readonly HeldPost[] {
  if (isAdministrator(post.role)) return [];
  const { personId, role } = post;
  return posts.filter(
    (one) =>
      one.id !== post.id &&
      one.bodyId !== post.bodyId &&
      one.personId === personId &&
      one.role === role &&
      isBefore(on, one.to),
  );
}

/** Whoever holds a post at one of the records holds it at each of them from today on; what is held already is not given twice. */
export function carriedPosts(
  held: readonly HeldPost[],
  { bodies, today, may, heldBy }: Carrying,
): readonly CarriedPost[] {
  const carried: CarriedPost[] = [];
  for (const post of held.filter((one) => reaches(one, today)))
    for (const bodyId of bodies) {
      const { personId, personName, role, to } = post;
      const wanted: CarriedPost = { personId, personName, role, bodyId, from: laterDay(post.from, today), to };
      if (bodyId === post.bodyId || !may(wanted)) continue;
      if (judgeApart(heldBy.get(personId) ?? [], wanted) !== 'yes') continue;
      const there = [...held, ...carried].filter((one) => isSamePost(one, wanted));
      carried.push(...without(wanted, there).map((span) => ({ ...wanted, ...span })));
    }
  return carried;
}

function isSamePost(one: Omit<CarriedPost, keyof Span>, other: CarriedPost): boolean {
  return one.personId === other.personId && one.bodyId === other.bodyId && one.role === other.role;
}

/** The days of a span that no other one has. */
function without(span: Span, others: readonly Span[]): readonly Span[] {
  let left: Span[] = [{ from: span.from, to: span.to }];
  for (const other of others)
    left = left.flatMap((part) => {
      if (!overlaps(part, other)) return [part];
      const after = other.to === null ? [] : [{ from: other.to, to: part.to }];
      return [{ from: part.from, to: laterDay(part.from, other.from) }, ...after];
    });
  return left.filter((part) => !isEmpty(part));
}
