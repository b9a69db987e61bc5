import { PermissionScreen } from '#features/directory/permission-screen';

export function PermissionsPage() {
  return <PermissionScreen />;
}
