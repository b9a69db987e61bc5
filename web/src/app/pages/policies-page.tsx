import { Policies } from '#features/needs/policies';
import { useViewer } from '../viewer-context.tsx';

export function PoliciesPage() {
  return <Policies firmId={useViewer().post.organisation.id} />;
}
