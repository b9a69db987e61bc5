import type { HeldPost } from './duty.ts';
import { isEmpty, laterDay, overlaps, reaches, type Span } from './duty-span.ts';

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
}

/** Whoever holds a post at one of the records holds it at each of them from today on; what is held already is not given twice. */
export function carriedPosts(held: readonly HeldPost[], { bodies, today, may }: Carrying): readonly CarriedPost[] {
  const carried: CarriedPost[] = [];
  for (const post of held.filter((one) => reaches(one, today)))
    for (const bodyId of bodies) {
      const { personId, personName, role, to } = post;
      const wanted: CarriedPost = { personId, personName, role, bodyId, from: laterDay(post.from, today), to };
      if (bodyId === post.bodyId || !may(wanted)) continue;
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
