import { listOffers } from '@zhitong/contract/matching/offer-contract';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Empty } from '#ui/states';
import { opportunityText } from './opportunity-text.ts';

/** Nothing fits yet: how many facts of the own offers are still missing, and the way there. */
export function OpportunityEmpty() {
  const say = useText(opportunityText);
  const offers = useAsk(listOffers, { query: { mine: '1' } });
  const missing = (offers.data?.offers ?? []).reduce((sum, offer) => sum + offer.missing.length, 0);
  return (
    <Empty
      sentence={missing > 0 ? say('emptyMissing', { count: missing }) : say('empty')}
      action={
        <AppLink to="/offers" className="zt-button-link">
          {say('completeOffers')}
        </AppLink>
      }
    />
  );
}
