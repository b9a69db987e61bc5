import { Home } from '#features/matching/home';
import { useViewer } from '../viewer-context.tsx';

export function HomePage() {
  return <Home bureau={useViewer().bureau} />;
}
