import { DrillRulesScreen } from '#features/chains/drill-rules-screen';

export function DrillRulesPage() {
  return <DrillRulesScreen />;
}
