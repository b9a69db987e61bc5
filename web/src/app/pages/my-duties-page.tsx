import { MyDuties } from '#features/directory/duty-mine';

export function MyDutiesPage() {
  return <MyDuties />;
}
