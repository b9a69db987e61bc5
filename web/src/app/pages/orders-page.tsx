import { GapTasks } from '#features/chains/gap-tasks';
import { Orders } from '#features/needs/orders';
import { useMay } from '#platform/may';

export function OrdersPage() {
  return <Orders more={useMay()('gap-task.see') && <GapTasks />} />;
}
