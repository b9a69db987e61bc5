import { OrganisationScreen } from '#features/directory/organisation-screen';
import { usePathId } from '#platform/address';
import { useViewer } from '../viewer-context.tsx';

export function OrganisationPage() {
  const id = usePathId();
  const { post, bureau } = useViewer();
  return id ? <OrganisationScreen key={id} id={id} own={post.organisation.id} bureau={bureau} /> : null;
}
