import { getOrganisation, type Organisation } from '@zhitong/contract/directory/organisation-contract';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { formatShare } from '#platform/format-number';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Answered } from '#ui/states';
import { ClaimAction } from './claim-action.tsx';
import { directoryText } from './directory-text.ts';
import { kindWords } from './kind-words.ts';
import { MergedAway, MergeNote, useMergeLinks } from './merge-note.tsx';
import { OrganisationTabs, type Trade } from './organisation-tabs.tsx';
import { organisationText } from './organisation-text.ts';

interface ScreenProps {
  readonly id: string;
  /** the organisation the reader acts for */
  readonly own: string;
  /** the bureau acts for the city */
  readonly bureau: boolean;
  /** its needs and its deals, as far as the reader may see them; absent for bodies that neither ask nor sell */
  readonly trade: (organisation: Organisation) => Trade;
}

/** Who are they, and what may I see? */
export function OrganisationScreen({ id, own, bureau, trade }: ScreenProps) {
  const may = useMay();
  const asked = useAsk(getOrganisation, { params: { id } });
  const merged = useMergeLinks(id);
  const into = merged?.into ?? null;
  const changes = may('organisation.change') && (bureau || id === own);
  return (
    <Answered asked={asked} rows={8}>
      {(organisation) => (
        <Page
          title={organisation.name}
          finding={into === null && <Finding organisation={organisation} />}
          action={into === null && <Action organisation={organisation} changes={changes} own={own} />}
        >
          {into === null ? <MergeNote away={merged?.away ?? []} /> : <MergedAway into={into} />}
          <OrganisationTabs
            organisation={organisation}
            editor={changes && into === null ? { id, version: organisation.version, bureau } : undefined}
            away={into !== null}
            trade={into === null ? trade(organisation) : {}}
          />
        </Page>
      )}
    </Answered>
  );
}

function Action({ organisation, changes, own }: { organisation: Organisation; changes: boolean; own: string }) {
  const say = useText(organisationText);
  const { id, kind } = organisation;
  if (!changes) return kind === 'enterprise' && id !== own && <ClaimAction organisation={organisation} />;
  return (
    <AppLink to={`/organisations/${id}/edit`} className="zt-button-link">
      {say('edit')}
    </AppLink>
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
      <MixedText>{parts.join(' · ')}</MixedText>
      <span className="zt-meta zt-source">
        {say('source')} <MixedText>{source}</MixedText> · {say('asOf', { date: formatDate(asOf, language) })}
      </span>
    </>
  );
}
