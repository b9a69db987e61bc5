import { TechnologyAskScreen } from '#features/needs/technology-ask-screen';
import { usePathId } from '#platform/address';

export function TechnologyAskPage() {
  const id = usePathId();
  return id ? <TechnologyAskScreen key={id} id={id} /> : null;
}
