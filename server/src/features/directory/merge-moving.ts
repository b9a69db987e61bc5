import type { MergeChoices } from '@zhitong/domain/directory/merge-decision';
import type { Tx } from '#platform/database';
import { type ComparedFact, compareFacts, contactColumn, factColumn, getMergeFacts } from './merge-facts.ts';
import { changesOf, moveOrigins } from './merge-history-store.ts';
import { movedLinks, movedNames, movedPlaces, searchFacts } from './merge-scope.ts';
import { insertContact, type MergeKey, moveColumn, moveNames, movePlaces, pointTo } from './merge-store.ts';

interface Sides {
  readonly survivor: { readonly id: string; readonly external_code: string | null };
  readonly merged: { readonly id: string };
  readonly choices: MergeChoices;
}

/** Copies the chosen facts with their sources, moves what is not signed, and lets the old record point to the one that stays. System. */
export async function moveToSurvivor(
  tx: Tx,
  key: MergeKey,
  { survivor, merged, choices }: Sides,
): Promise<readonly ComparedFact[]> {
  const { city } = key;
  const sides = {
    survivor: await getMergeFacts(tx, city, survivor.id),
    merged: await getMergeFacts(tx, city, merged.id),
  };
  const facts = compareFacts(sides, choices);
  const ends = { from: merged.id, to: survivor.id };
  await moveOrigins(tx, key, { ...ends, fields: changesOf(facts).map(({ field }) => field) });
  for (const { field, merged: value, kept } of facts) {
    if (kept !== 'merged') continue;
    if (field === 'contact') await moveContact(tx, key, ends);
    else await moveColumn(tx, key, { ...factColumn(field), of: survivor.id, to: value });
  }
  const now = (field: 'name' | 'region') => {
    const fact = facts.find((one) => one.field === field);
    return fact === undefined ? null : fact[fact.kept];
  };
  await moveColumn(tx, key, { ...searchFacts.name, of: merged.id, to: now('name') });
  await moveColumn(tx, key, { ...searchFacts.region, of: merged.id, to: now('region') });
  await moveColumn(tx, key, { ...searchFacts.code, of: merged.id, to: survivor.external_code });
  for (const moved of movedLinks) await moveColumn(tx, key, { ...moved, of: merged.id, to: survivor.id });
  for (const named of movedNames) await moveNames(tx, key, { named, of: merged.id, to: survivor.id });
  for (const place of movedPlaces) await movePlaces(tx, key, { place, of: merged.id, to: survivor.id });
  await pointTo(tx, city, ends);
  return facts;
}

async function moveContact(tx: Tx, key: MergeKey, sides: { from: string; to: string }): Promise<void> {
  const contact = await tx
    .selectFrom('organisation_contact')
    .select(['name', 'phone'])
    .where('city', '=', key.city)
    .where('organisation_id', '=', sides.from)
    .executeTakeFirst();
  if (!contact) return;
  await insertContact(tx, key, sides);
  for (const column of ['name', 'phone'] as const)
    await moveColumn(tx, key, { ...contactColumn(column), of: sides.to, to: contact[column] });
}
