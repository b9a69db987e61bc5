import { ChainScreen } from '#features/chains/chain-screen';
import { usePathId } from '#platform/address';
import { useViewer } from '../viewer-context.tsx';

export function ChainPage() {
  const id = usePathId();
  const { person, post } = useViewer();
  return id ? <ChainScreen key={id} id={id} reader={{ name: person.name, body: post.organisation.name }} /> : null;
}
