import { Duplicates } from '#features/directory/duplicates';

export function DuplicatesPage() {
  return <Duplicates />;
}
