import type { PostRole } from './organisation.ts';
import { may, type Permission } from './permission.ts';
import type { Relation } from './relation.ts';

/** What can be brought in as a sheet. */
export const importKinds = ['organisations', 'people', 'offers', 'duties', 'purchases'] as const;
export type ImportKind = (typeof importKinds)[number];

/** An import is many small changes at once, so each kind asks for the permission of the single change, in these relations. */
const asks: Readonly<Record<ImportKind, { readonly permission: Permission; readonly held: readonly Relation[] }>> = {
  organisations: { permission: 'organisation.create', held: ['bureau'] },
  people: { permission: 'person.change', held: ['own', 'bureau'] },
  offers: { permission: 'offer.import', held: ['own', 'bureau'] },
  duties: { permission: 'duty.change', held: ['bureau'] },
  purchases: { permission: 'purchase.change', held: ['own', 'bureau'] },
};

/** Which kinds somebody in this role may import; empty for who may import nothing. */
export function importKindsOf(role: PostRole): readonly ImportKind[] {
  if (!may('import.run', role, ['own', 'bureau'])) return [];
  return importKinds.filter((kind) => may(asks[kind].permission, role, asks[kind].held));
}
