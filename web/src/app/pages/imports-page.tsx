import { ImportScreen } from '#features/directory/import-screen';
import { Imports } from '#features/directory/imports';
import { usePathId } from '#platform/address';

export function ImportsPage() {
  const id = usePathId();
  return id === undefined ? <Imports /> : <ImportScreen key={id} id={id} />;
}
