import { PaperScreen } from '#features/needs/paper-screen';
import { PapersList } from '#features/needs/papers-list';
import { usePathId } from '#platform/address';
import { useViewer } from '../viewer-context.tsx';

export function PapersPage() {
  return <PapersList />;
}

/** `/papers/new` is one that is not written yet. A body writes for itself, the bureau for every body. */
export function PaperPage() {
  const { post } = useViewer();
  const id = usePathId();
  const own = post.role === 'operator' ? undefined : post.organisation;
  if (!id) return null;
  return <PaperScreen key={id} own={own} {...(id !== 'new' && { id })} />;
}
