import { OrganisationCreate } from '#features/directory/organisation-edit';
import { useViewer } from '../viewer-context.tsx';

export function OrganisationCreatePage() {
  return <OrganisationCreate bureau={useViewer().bureau} />;
}
