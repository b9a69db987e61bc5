import { getOrganisation, type Organisation } from '@zhitong/contract/directory/organisation-contract';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { formatShare } from '#platform/format-number';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { Page } from '#ui/page';
import { Answered } from '#ui/states';
import { directoryText } from './directory-text.ts';
import { kindWords } from './kind-words.ts';
import { OrganisationFacts } from './organisation-facts.tsx';
import { OrganisationOffers } from './organisation-offers.tsx';

/** Who are they, and what may I see? */
export function OrganisationScreen({ id }: { id: string }) {
  const asked = useAsk(getOrganisation, { params: { id } });
  return (
    <Answered asked={asked} rows={8}>
      {(organisation) => (
        <Page title={organisation.name} finding={<Finding organisation={organisation} />}>
          <div className="zt-organisation">
            <OrganisationFacts organisation={organisation} />
            <OrganisationOffers organisation={organisation} />
          </div>
        </Page>
      )}
    </Answered>
  );
}

function Finding({ organisation }: { organisation: Organisation }) {
  const say = useText(directoryText);
  const language = useLanguage();
  const { record, kind, region, offerCount, source, asOf } = organisation;
  const parts = [
    say(kindWords[kind]),
    region?.name,
    kind === 'enterprise' && say('offersFinding', { count: offerCount }),
    kind === 'enterprise' &&
      (record.deliveries > 0
        ? `${say('record')} ${say('recordText', { deliveries: record.deliveries, share: formatShare(record.onTime, record.deliveries, language) })}`
        : say('recordNone')),
  ].filter(Boolean);
  return (
    <>
      {parts.join(' · ')}
      <span className="zt-meta zt-source">
        {say('source')} {source} · {say('asOf', { date: formatDate(asOf, language) })}
      </span>
    </>
  );
}
