import { Opportunities } from '#features/matching/opportunities';

export function OpportunitiesPage() {
  return <Opportunities />;
}
