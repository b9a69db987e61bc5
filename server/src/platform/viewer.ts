import type { PostRole } from '@zhitong/domain/directory/organisation';
import { mayEver, type Permission } from '@zhitong/domain/directory/permission';
import type { Context } from './context.ts';

/** The signed-in person in the post it acts in, and where the request came from. */
export interface Viewer {
  readonly userId: string;
  readonly personId: string;
  readonly personName: string;
  readonly city: string;
  readonly postId: string;
  readonly role: PostRole;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly address: string;
  readonly requestId: string;
  /** somebody else looks at the screens of this post: only what both may see is shown, and nothing can be changed (ADR 0015) */
  readonly watcher?: Watcher;
}

export interface Watcher {
  readonly personId: string;
  readonly personName: string;
  readonly role: PostRole;
  readonly organisationId: string;
}

/** Who may call a route: anybody, or who has the permission towards some thing. Towards which is for the service and the database. */
export type Access = 'public' | Permission;

export function mayCall(access: Access, viewer: Viewer | null): boolean {
  if (access === 'public') return true;
  return viewer !== null && [viewer, viewer.watcher].every((one) => one === undefined || mayEver(access, one.role));
}

/** Open to the post that is looked at, but not to who looks. */
export function isWithheld(access: Access, viewer: Viewer | null): boolean {
  return access !== 'public' && viewer?.watcher !== undefined && mayEver(access, viewer.role);
}

/** The database context a viewer's transactions run in. */
export function contextOf(viewer: Viewer): Context {
  return contextIn(viewer.city, viewer);
}

/** The same in another city, where even the bureau is a guest: it reads what every firm reads. */
export function contextIn(city: string, viewer: Viewer): Context {
  // the database opens to a watcher what it opens to the watcher itself, whoever's screens are looked at
  const { organisationId: organisation, role, personId, personName: name } = viewer.watcher ?? viewer;
  const actor = { personId, name, role, address: viewer.address, requestId: viewer.requestId };
  const readOnly = viewer.watcher !== undefined;
  return role === 'operator' && city === viewer.city
    ? { city, viewer: 'bureau', organisation, actor, readOnly }
    : { city, viewer: 'organisation', organisation, actor, readOnly };
}
