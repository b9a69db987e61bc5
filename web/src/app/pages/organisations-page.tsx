import { Organisations } from '#features/directory/organisations';

export function OrganisationsPage() {
  return <Organisations />;
}
