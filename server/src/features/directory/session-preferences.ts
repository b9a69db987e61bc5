import type { Preferences } from '@zhitong/contract/directory/session-contract';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { AuthUse } from './auth-options.ts';
import { contextOfPerson, type Origin } from './session-origin.ts';
import type { SignedIn } from './session-service.ts';

/** Language, density and theme; what is not named stays as it was. */
export async function changePreferences(
  { database, effects, sessions }: AuthUse,
  { person }: SignedIn,
  { changed, from }: { readonly changed: Preferences; readonly from: Origin },
): Promise<Preferences> {
  const preferences = { ...person.preferences, ...changed };
  await inContext(database, contextOfPerson(person, from), async (tx) => {
    await tx
      .updateTable('person')
      .set({ preferences: JSON.stringify(preferences) })
      .where('city', '=', person.city)
      .where('id', '=', person.id)
      .execute();
    await recordAudit(tx, effects, {
      ...{ action: 'person.preferences-changed', subject: { kind: 'person', id: person.id } },
      ...{ before: person.preferences, after: preferences },
    });
  });
  sessions.forget();
  return preferences;
}
