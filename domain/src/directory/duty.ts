import type { Span } from './duty-span.ts';
import type { PostRole } from './organisation.ts';

export const dutyLists = ['problem', 'funding', 'sourcing', 'technology'] as const;
export type DutyList = (typeof dutyLists)[number];

export const dutyClasses = ['simple', 'normal', 'complex'] as const;
export type DutyClass = (typeof dutyClasses)[number];

/** `district`: the districts' bodies of the same trade handle it too. */
export const dutyLevels = ['city', 'district'] as const;
export type DutyLevel = (typeof dutyLevels)[number];

/** A matter of the duty table, as far as its dates and its name go. */
export interface Matter extends Span {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** Days on which body, owner and deputy of a matter stay the same. */
export interface DutyTerm extends Span {
  readonly id: string;
  readonly dutyId: string;
  readonly bodyId: string;
  readonly ownerPostId: string;
  readonly deputyPostId: string | null;
}

export interface HeldPost extends Span {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly bodyId: string;
  readonly role: PostRole;
}

/** Days on which a post is away. Without a cover the deputy of each matter answers. */
export interface DutyLeave extends Span {
  readonly id: string;
  readonly to: string;
  readonly postId: string;
  readonly coverPostId: string | null;
}

/** What a decision looks at: the matters of some bodies with all their terms, and the posts and leaves of these bodies. */
export interface DutyState {
  readonly matters: readonly Matter[];
  readonly terms: readonly DutyTerm[];
  readonly posts: readonly HeldPost[];
  readonly leaves: readonly DutyLeave[];
}
