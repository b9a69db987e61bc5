import { TreeScreen } from '#features/directory/tree-screen';

export function TreePage() {
  return <TreeScreen />;
}
