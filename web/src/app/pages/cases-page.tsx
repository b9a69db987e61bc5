import { CaseInbox } from '#features/needs/case-inbox';
import { useViewer } from '../viewer-context.tsx';

export function CasesPage() {
  return <CaseInbox bureau={useViewer().bureau} />;
}
