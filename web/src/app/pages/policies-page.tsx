import { Policies } from '#features/needs/policies';

export function PoliciesPage() {
  return <Policies />;
}
