import { Desk } from '#features/needs/desk';

export function DeskPage() {
  return <Desk />;
}
