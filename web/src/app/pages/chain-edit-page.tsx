import { DraftScreen } from '#features/chains/draft-screen';
import { usePathId } from '#platform/address';
import { useViewer } from '../viewer-context.tsx';

export function ChainEditPage() {
  const id = usePathId();
  const { person, post } = useViewer();
  return id ? <DraftScreen key={id} id={id} reader={{ name: person.name, body: post.organisation.name }} /> : null;
}
