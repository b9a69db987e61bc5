import { Merges } from '#features/directory/merges';

export function MergesPage() {
  return <Merges />;
}
