import type { PostRole } from './organisation.ts';
import type { Relation } from './relation.ts';

/** What a permission is about. The permission screen shows one block of rows for each. */
export const permissionKinds = [
  'session',
  'account',
  'organisation',
  'contact',
  'claim',
  'evidence',
  'person',
  'duty',
  'import',
  'need',
  'case',
  'policy',
  'article',
  'funding',
  'technology',
  'match',
  'opportunity',
  'price',
  'deal',
  'offer',
  'product',
  'chain',
  'purchase',
  'target',
  'premises',
  'inbox',
  'audit',
  'system',
] as const;
export type PermissionKind = (typeof permissionKinds)[number];

export interface PermissionRow {
  readonly kind: PermissionKind;
  /** whether it only looks, or changes something */
  readonly verb: 'see' | 'change';
  readonly zh: string;
  readonly en: string;
  /** in which relation to the thing which roles may */
  readonly by: { readonly [relation in Relation]?: readonly PostRole[] };
}
