import { getOrganisation, type Organisation } from '@zhitong/contract/directory/organisation-contract';
import { Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import { useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { formatShare } from '#platform/format-number';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Answered, Loading } from '#ui/states';
import { ClaimAction } from './claim-action.tsx';
import { directoryText } from './directory-text.ts';
import { DisputeBox } from './dispute-box.tsx';
import type { HoldingEditor } from './holding-dialog.tsx';
import { invitationText } from './invitation-text.ts';
import { kindWords } from './kind-words.ts';
import { MergedAway, MergeNote, useMergeLinks } from './merge-note.tsx';
import { OrganisationBelow } from './organisation-below.tsx';
import { OrganisationFacts } from './organisation-facts.tsx';
import { OrganisationHistoryTab } from './organisation-history.tsx';
import { OrganisationHoldings } from './organisation-holdings.tsx';
import { OrganisationOffers } from './organisation-offers.tsx';
import { organisationText } from './organisation-text.ts';
import { OrganisationPeople, useSeesPeople } from './people-panel.tsx';

// few come here to invite
const Invitations = lazy(async () => ({ default: (await import('./invitations.tsx')).Invitations }));

interface ScreenProps {
  readonly id: string;
  /** the organisation the reader acts for */
  readonly own: string;
  /** the bureau acts for the city */
  readonly bureau: boolean;
}

/** Who are they, and what may I see? */
export function OrganisationScreen({ id, own, bureau }: ScreenProps) {
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

interface TabsProps {
  readonly organisation: Organisation;
  /** absent: the reader only reads */
  readonly editor: HoldingEditor | undefined;
  /** merged into another, where what it holds and offers is shown now */
  readonly away: boolean;
}

function OrganisationTabs({ organisation, editor, away }: TabsProps) {
  const say = useText(organisationText);
  const may = useMay();
  const address = useAddress();
  const { id, children } = organisation;
  const seesPeople = useSeesPeople(id);
  const sayInvitation = useText(invitationText);
  const invites = seesPeople && may('person.invite');
  const items = [
    {
      key: 'facts',
      label: say('tabFacts'),
      children: (
        <div className="zt-organisation">
          <OrganisationFacts organisation={organisation} />
          {!away && <OrganisationHoldings organisation={organisation} editor={editor} />}
          {!away && <OrganisationOffers organisation={organisation} />}
          {may('organisation.dispute') && <DisputeBox organisation={organisation} />}
        </div>
      ),
    },
    ...(children > 0
      ? [{ key: 'below', label: say('tabBelow', { count: children }), children: <OrganisationBelow id={id} /> }]
      : []),
    ...(seesPeople
      ? [{ key: 'people', label: say('tabPeople'), children: <OrganisationPeople organisationId={id} /> }]
      : []),
    ...(invites
      ? [
          {
            key: 'invitations',
            label: sayInvitation('tab'),
            children: (
              <Suspense fallback={<Loading />}>
                <Invitations organisation={organisation} />
              </Suspense>
            ),
          },
        ]
      : []),
    ...(may('organisation.history')
      ? [{ key: 'history', label: say('tabHistory'), children: <OrganisationHistoryTab id={id} editor={editor} /> }]
      : []),
  ];
  const tab = items.find(({ key }) => key === address.get('tab'))?.key ?? 'facts';
  return (
    <Tabs
      activeKey={tab}
      items={items}
      destroyOnHidden
      onChange={(next) => address.set({ tab: next === 'facts' ? undefined : next }, 'quietly')}
    />
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
