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
}

/** Who may call a route: anybody, or who has the permission towards some thing. Towards which is for the service and the database. */
export type Access = 'public' | Permission;

export function mayCall(access: Access, viewer: Viewer | null): boolean {
  if (access === 'public') return true;
  return viewer !== null && mayEver(access, viewer.role);
}

/** The database context a viewer's transactions run in. */
export function contextOf(viewer: Viewer): Context {
  return contextIn(viewer.city, viewer);
}

/** The same in another city, where even the bureau is a guest: it reads what every firm reads. */
export function contextIn(city: string, viewer: Viewer): Context {
  const { organisationId: organisation, role } = viewer;
  const actor = {
    ...{ personId: viewer.personId, name: viewer.personName, role },
    ...{ address: viewer.address, requestId: viewer.requestId },
  };
  return role === 'operator' && city === viewer.city
    ? { city, viewer: 'bureau', organisation, actor }
    : { city, viewer: 'organisation', organisation, actor };
}
