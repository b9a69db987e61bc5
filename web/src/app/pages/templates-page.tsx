import { Templates } from '#features/needs/templates';

export function TemplatesPage() {
  return <Templates />;
}
