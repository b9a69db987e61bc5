import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import { contextIn, type Viewer } from '#platform/viewer';
import { noteContactRead } from './contact-store.ts';
import { viewOrganisation } from './organisation-views.ts';

/** The page of an organisation; that its contact was read stands in the trail before it is shown. */
export async function readOrganisation(
  { database, effects }: { readonly database: Database; readonly effects: Effects },
  viewer: Viewer,
  id: string,
): Promise<Organisation> {
  const organisation = await viewOrganisation(database, viewer, id);
  const city = organisation.city.code;
  if (organisation.contact)
    await inContext(database, contextIn(city, viewer), (tx) => noteContactRead(tx, effects, { city, id, viewer }));
  return organisation;
}
