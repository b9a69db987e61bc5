import { AuditScreen } from '#features/directory/audit-screen';

export function AuditPage() {
  return <AuditScreen />;
}
