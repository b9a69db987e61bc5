import { GapTasks } from '#features/chains/gap-tasks';
import { Desk } from '#features/needs/desk';

export function DeskPage() {
  return <Desk more={<GapTasks />} />;
}
