import { OrganisationScreen } from '#features/directory/organisation-screen';
import { usePathId } from '#platform/address';

export function OrganisationPage() {
  const id = usePathId();
  return id ? <OrganisationScreen key={id} id={id} /> : null;
}
