import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import { Tabs } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { useAddress } from '#platform/address';
import { useMay } from '#platform/may';
import { useText } from '#platform/text';
import { Loading } from '#ui/states';
import { DisputeBox } from './dispute-box.tsx';
import type { HoldingEditor } from './holding-dialog.tsx';
import { invitationText } from './invitation-text.ts';
import { OrganisationBelow } from './organisation-below.tsx';
import { OrganisationFacts } from './organisation-facts.tsx';
import { OrganisationHistoryTab } from './organisation-history.tsx';
import { holdsCertificates, OrganisationCertificates, OrganisationHoldings } from './organisation-holdings.tsx';
import { OrganisationOffers } from './organisation-offers.tsx';
import { organisationText } from './organisation-text.ts';
import { OrganisationPeople, useSeesPeople } from './people-panel.tsx';

// few come here to invite
const Invitations = lazy(async () => ({ default: (await import('./invitations.tsx')).Invitations }));

/** What other slices show of an organisation; a tab that is absent is not drawn. */
export interface Trade {
  readonly needs?: ReactNode;
  readonly deals?: ReactNode;
}

interface TabsProps {
  readonly organisation: Organisation;
  /** absent: the reader only reads */
  readonly editor: HoldingEditor | undefined;
  /** merged into another, where what it holds and offers is shown now */
  readonly away: boolean;
  readonly trade: Trade;
}

/** Facts first, then what it asks, agreed, holds, who works there, and how it came to be; each only for whoever may see it. */
export function OrganisationTabs(props: TabsProps) {
  const say = useText(organisationText);
  const sayInvitation = useText(invitationText);
  const may = useMay();
  const address = useAddress();
  const { organisation, editor, away, trade } = props;
  const { id, children } = organisation;
  const seesPeople = useSeesPeople(id);
  const tabs: readonly (readonly [key: string, label: string, content: ReactNode, shown: boolean])[] = [
    ['facts', say('tabFacts'), <Facts key="facts" {...props} />, true],
    ['needs', say('tabNeeds'), trade.needs, trade.needs !== undefined],
    ['deals', say('tabDeals'), trade.deals, trade.deals !== undefined],
    [
      'certificates',
      say('tabCertificates'),
      <OrganisationCertificates key="certificates" rows={organisation.ownCertificates} editor={editor} />,
      !away && holdsCertificates(organisation, editor),
    ],
    ['below', say('tabBelow', { count: children }), <OrganisationBelow key="below" id={id} />, children > 0],
    ['people', say('tabPeople'), <OrganisationPeople key="people" organisationId={id} />, seesPeople],
    [
      'invitations',
      sayInvitation('tab'),
      <Suspense key="invitations" fallback={<Loading />}>
        <Invitations organisation={organisation} />
      </Suspense>,
      seesPeople && may('person.invite'),
    ],
    [
      'history',
      say('tabHistory'),
      <OrganisationHistoryTab key="history" id={id} editor={editor} />,
      may('organisation.history'),
    ],
  ];
  const items = tabs.flatMap(([key, label, content, shown]) => (shown ? [{ key, label, children: content }] : []));
  return (
    <Tabs
      activeKey={items.find(({ key }) => key === address.get('tab'))?.key ?? 'facts'}
      items={items}
      destroyOnHidden
      onChange={(next) => address.set({ tab: next === 'facts' ? undefined : next }, 'quietly')}
    />
  );
}

function Facts({ organisation, editor, away }: TabsProps) {
  const may = useMay();
  return (
    <div className="zt-organisation">
      <OrganisationFacts organisation={organisation} />
      {!away && <OrganisationHoldings organisation={organisation} editor={editor} />}
      {!away && <OrganisationOffers organisation={organisation} />}
      {may('organisation.dispute') && <DisputeBox organisation={organisation} />}
    </div>
  );
}
