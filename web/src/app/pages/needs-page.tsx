import { NeedsList } from '#features/needs/needs-list';
import { useViewer } from '../viewer-context.tsx';

export function NeedsPage() {
  return <NeedsList bureau={useViewer().bureau} />;
}
