import { Deals } from '#features/matching/deals';
import { useViewer } from '../viewer-context.tsx';

export function DealsPage() {
  return <Deals bureau={useViewer().bureau} />;
}
