import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import { OrganisationScreen } from '#features/directory/organisation-screen';
import type { Trade } from '#features/directory/organisation-tabs';
import { OrganisationDeals } from '#features/matching/organisation-deals';
import { NeedsWithheld, OrganisationNeeds } from '#features/needs/organisation-needs';
import { usePathId } from '#platform/address';
import { useMay } from '#platform/may';
import { useViewer } from '../viewer-context.tsx';

export function OrganisationPage() {
  const id = usePathId();
  const { post, bureau } = useViewer();
  const trade = useTrade();
  return id ? <OrganisationScreen key={id} id={id} own={post.organisation.id} bureau={bureau} trade={trade} /> : null;
}

/** These neither ask nor sell. */
const offices: readonly Organisation['kind'][] = ['department', 'bank'];

/** Needs and deals of an organisation, as far as this reader may see them. */
export function useTrade(): (organisation: Organisation) => Trade {
  const may = useMay();
  const { post, bureau } = useViewer();
  return ({ id, kind }) => {
    if (offices.includes(kind)) return {};
    const whole = bureau || id === post.organisation.id;
    return {
      ...(may('need.see') && { needs: whole ? <OrganisationNeeds id={id} /> : <NeedsWithheld /> }),
      ...(may('deal.see') && { deals: <OrganisationDeals id={id} between={!whole} /> }),
    };
  };
}
