import { TechnologyList } from '#features/needs/technology-list';

export function TechnologyPage() {
  return <TechnologyList />;
}
