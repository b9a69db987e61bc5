import { CaseTermsScreen } from '#features/needs/case-terms';

export function CaseTermsPage() {
  return <CaseTermsScreen />;
}
