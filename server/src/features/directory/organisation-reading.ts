import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { Viewer } from '#platform/viewer';
import { noteContactReadAt } from './contact-reading.ts';
import { viewOrganisation } from './organisation-views.ts';

/** The page of an organisation; that its contact was read stands in the trail before it is shown. */
export async function readOrganisation(
  deps: { readonly database: Database; readonly effects: Effects },
  viewer: Viewer,
  id: string,
): Promise<Organisation> {
  const organisation = await viewOrganisation(deps.database, viewer, id);
  const city = organisation.city.code;
  if (organisation.contact) await noteContactReadAt(deps, viewer, { city, id });
  return organisation;
}
