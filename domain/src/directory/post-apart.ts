import { overlaps, type Span } from './duty-span.ts';
import type { PostRole } from './organisation.ts';
import { isAdministrator } from './role-groups.ts';

export interface RoleSpan extends Span {
  readonly role: PostRole;
}

export type ApartVerdict = 'yes' | 'other-administrator' | 'administrator-and-business';

/** May one person hold this post beside the others? 三员: never two of them, and none beside the city's business, on any day. */
export function judgeApart(held: readonly RoleSpan[], wanted: RoleSpan): ApartVerdict {
  const beside = held.filter((post) => overlaps(post, wanted));
  if (beside.some(({ role }) => isAdministrator(role) !== isAdministrator(wanted.role)))
    return 'administrator-and-business';
  const other = beside.some(({ role }) => isAdministrator(role) && role !== wanted.role);
  return other ? 'other-administrator' : 'yes';
}

/** The posts a person acts in: an administrator in no business post, whatever was written before this was a rule. */
export function postsActedIn<P extends { readonly role: PostRole }>(held: readonly P[]): readonly P[] {
  const administering = held.filter(({ role }) => isAdministrator(role));
  return administering.length > 0 ? administering : held;
}

/**
 * The first day of a span on which none of the others is there; null when every day is covered. Asked before the last one who
 * can give rights goes.
 */
export function firstUncovered(span: Span, others: readonly Span[]): string | null {
  let day = span.from;
  for (const other of others.toSorted((one, two) => (one.from < two.from ? -1 : 1))) {
    if (other.from > day) break;
    if (other.to === null) return null;
    if (other.to > day) day = other.to;
  }
  return span.to === null || day < span.to ? day : null;
}
