import { Duties } from '#features/directory/duties';

export function DutiesPage() {
  return <Duties />;
}
