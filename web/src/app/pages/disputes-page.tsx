import { Disputes } from '#features/directory/disputes';

export function DisputesPage() {
  return <Disputes />;
}
