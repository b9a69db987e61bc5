import { Orders } from '#features/needs/orders';

export function OrdersPage() {
  return <Orders />;
}
