import { Policies, PoliciesElsewhere } from '#features/needs/policies';
import { useMay } from '#platform/may';
import { useViewer } from '../viewer-context.tsx';

/** The policies of a firm; who is none is led to where policies are written, or told for whom this page is. */
export function PoliciesPage() {
  const may = useMay();
  const { post } = useViewer();
  return may('policy.mine') && post.organisation.kind === 'enterprise' ? (
    <Policies firmId={post.organisation.id} />
  ) : (
    <PoliciesElsewhere />
  );
}
