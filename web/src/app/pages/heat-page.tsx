import { HeatScreen } from '#features/investment/heat-screen';

export function HeatPage() {
  return <HeatScreen />;
}
