import { listOffers, type Offer } from '@zhitong/contract/matching/offer-contract';
import { Button } from 'antd';
import { useAddress } from '#platform/address';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { ExportLink } from '#ui/export-link';
import { ImportLink } from '#ui/import-link';
import { Page } from '#ui/page';
import { Answered, Empty } from '#ui/states';
import { OfferDrawer } from './offer-drawer.tsx';
import { OfferTable } from './offer-table.tsx';
import { offerText } from './offer-text.ts';

/** What we can make, and which facts about it are still missing. The open form is part of the address. */
export function Offers() {
  const say = useText(offerText);
  const address = useAddress();
  const may = useMay();
  const asked = useAsk(listOffers, { query: { mine: '1', limit: 200 } });
  const edited = address.get('edit');
  const add = (
    <Button type="primary" onClick={() => address.set({ edit: 'new' })}>
      {say('add')}
    </Button>
  );
  const close = () => address.set({ edit: undefined, fill: undefined }, 'quietly');
  return (
    <Page
      title={say('title')}
      finding={asked.data && <Finding offers={asked.data.offers} total={asked.data.total} />}
      action={
        <>
          <ExportLink list={listOffers} query={{ mine: '1' }} />
          {may('offer.import') && <ImportLink kind="offers" />}
          {add}
        </>
      }
    >
      <Answered asked={asked} rows={8}>
        {({ offers }) => (
          <>
            {offers.length === 0 ? <Empty sentence={say('empty')} action={add} /> : <OfferTable offers={offers} />}
            {edited && (
              <OfferDrawer
                key={edited}
                offer={offers.find(({ id }) => id === edited)}
                fill={address.get('fill')}
                onClose={close}
              />
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Finding({ offers, total }: { offers: readonly Offer[]; total: number }) {
  const say = useText(offerText);
  const missing = offers.reduce((sum, offer) => sum + offer.missing.length, 0);
  return (
    <>
      {say('finding', { count: total })}
      {missing > 0 && ` · ${say('findingMissing', { count: missing })}`}
    </>
  );
}
