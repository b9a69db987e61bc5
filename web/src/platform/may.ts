import type { PostRole } from '@zhitong/domain/directory/organisation';
import { mayEver, type Permission } from '@zhitong/domain/directory/permission';
import { createContext, useContext } from 'react';

/** Role of the post the page acts in; the shell sets it. */
export const RoleContext = createContext<PostRole | undefined>(undefined);

/** What the role may at all, from the same table the server asks. What it may not is absent from the screen, never greyed. */
export function useMay(): (permission: Permission) => boolean {
  const role = useContext(RoleContext);
  return (permission) => role !== undefined && mayEver(permission, role);
}
