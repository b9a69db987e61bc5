import { Chains } from '#features/chains/chains';

export function ChainsPage() {
  return <Chains />;
}
