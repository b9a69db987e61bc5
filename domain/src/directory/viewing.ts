import type { PostRole } from './organisation.ts';
import { isAdministrator } from './role-groups.ts';

/** 以某人视角查看 ends by itself after so long. */
export const viewingMinutes = 15;

export function viewingEnd(from: Date): Date {
  return new Date(from.getTime() + viewingMinutes * 60_000);
}

export type ViewingVerdict = 'yes' | 'self' | 'administrator';

/** The three administrators never stand in each other's place, not even to look (三员分立). */
export function judgeViewing(
  watcher: { readonly personId: string },
  target: { readonly personId: string; readonly role: PostRole },
): ViewingVerdict {
  if (watcher.personId === target.personId) return 'self';
  return isAdministrator(target.role) ? 'administrator' : 'yes';
}
