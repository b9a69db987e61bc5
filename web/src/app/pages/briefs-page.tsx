import { BriefList } from '#features/chains/brief-list';

export function BriefsPage() {
  return <BriefList />;
}
