import type { PostRole } from '@zhitong/domain/directory/organisation';
import type { Context } from './context.ts';

/** The signed-in person in the post it acts in. */
export interface Viewer {
  readonly userId: string;
  readonly personId: string;
  readonly personName: string;
  readonly city: string;
  readonly postId: string;
  readonly role: PostRole;
  readonly organisationId: string;
  readonly organisationName: string;
}

/** Who may call a route. The table of directory permissions (a later issue) will speak in these terms. */
export type Access = 'public' | 'signed-in' | 'firm' | 'bureau';

const firmRoles: readonly PostRole[] = ['member', 'manager'];

export function mayCall(access: Access, viewer: Viewer | null): boolean {
  if (access === 'public') return true;
  if (viewer === null) return false;
  if (access === 'firm') return firmRoles.includes(viewer.role);
  if (access === 'bureau') return viewer.role === 'operator';
  return true;
}

/** The database context a viewer's transactions run in. */
export function contextOf(viewer: Viewer): Context {
  return viewer.role === 'operator'
    ? { city: viewer.city, viewer: 'bureau', organisation: viewer.organisationId }
    : { city: viewer.city, viewer: 'organisation', organisation: viewer.organisationId };
}
