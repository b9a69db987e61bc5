import { useEffect } from 'react';
import { Home } from '#features/matching/home';
import { useLeadOn } from '#platform/address';
import { Loading } from '#ui/states';
import { menuOf } from '../menu.tsx';
import { useViewer } from '../viewer-context.tsx';

/** Who asks or offers lands on what waits for it; everybody else on the first place of its menu. */
export function HomePage() {
  const viewer = useViewer();
  const leadOn = useLeadOn();
  const first = menuOf(viewer)[0]?.to ?? '/me';
  useEffect(() => {
    if (first !== '/') leadOn(first);
  }, [first, leadOn]);
  if (first !== '/') return <Loading />;
  return <Home bureau={viewer.bureau} />;
}
