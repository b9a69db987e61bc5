import { SystemScreen } from '#features/directory/system-screen';

export function SystemPage() {
  return <SystemScreen />;
}
