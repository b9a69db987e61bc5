import { MergeScreen } from '#features/directory/merge-screen';
import { usePathId } from '#platform/address';

export function OrganisationMergePage() {
  const id = usePathId();
  return id ? <MergeScreen id={id} /> : null;
}
