import { OrganisationEdit } from '#features/directory/organisation-edit';
import { usePathId } from '#platform/address';
import { useViewer } from '../viewer-context.tsx';

export function OrganisationEditPage() {
  const id = usePathId();
  const { bureau } = useViewer();
  return id ? <OrganisationEdit key={id} id={id} bureau={bureau} /> : null;
}
