import { listAsks } from '@zhitong/contract/needs/funding-contract';
import type { BankAsk } from '@zhitong/contract/needs/funding-values';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { useLanguage } from '#platform/display';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { Page } from '#ui/page';
import { AskFilter, AskPages, askPageSize, useAskPage } from './ask-list.tsx';
import { AskClock, Backing } from './funding-backing.tsx';
import { fundingText } from './funding-text.ts';

/** Is this need backed by real orders? What waits for the bank stands first. */
export function FundingList() {
  const say = useText(fundingText);
  const { state } = useAskPage();
  return (
    <Page title={say('listTitle')} finding={say('secrecy')}>
      <AskFilter label={say('filter')} word={(name) => say(`filter.${name}`)} />
      <Asks state={state} empty={say('noAsks')} />
    </Page>
  );
}

/** Everything the bank has offered on, and what became of it. */
export function FundingOffersList() {
  const say = useText(fundingText);
  return (
    <Page title={say('offersTitle')} finding={say('secrecy')}>
      <Asks state="offers" empty={say('noOffers')} />
    </Page>
  );
}

function Asks({ state, empty }: { state: ReturnType<typeof useAskPage>['state'] | 'offers'; empty: string }) {
  const { offset } = useAskPage();
  const asked = useAsk(listAsks, { query: { state, offset, limit: askPageSize } });
  return (
    <AskPages asked={asked} isFiltered={state !== 'all' && state !== 'offers'} empty={empty}>
      {(asks) => <AskTable asks={asks} offers={state === 'offers'} />}
    </AskPages>
  );
}

function AskTable({ asks, offers }: { asks: readonly BankAsk[]; offers: boolean }) {
  const say = useText(fundingText);
  const offerColumns = useOfferColumns();
  const columns: readonly Column<BankAsk>[] = [
    {
      key: 'need',
      head: say('need'),
      cell: ({ id, title }) => (
        <AppLink to={`/funding/${id}`}>
          <span lang="zh">{title}</span>
        </AppLink>
      ),
    },
    { key: 'firm', head: say('firm'), cell: ({ asker }) => <span lang="zh">{asker.name}</span>, phone: 'wide' },
    ...(offers
      ? offerColumns
      : [
          {
            key: 'orders',
            head: say('orders'),
            cell: ({ deals }: BankAsk) => <Backing deals={deals} />,
            phone: 'wide' as const,
          },
          {
            key: 'clock',
            head: say('clock'),
            cell: (ask: BankAsk) => <AskClock ask={ask} />,
            phone: 'wide' as const,
          },
        ]),
    { key: 'state', head: say('answer'), cell: (ask) => <AskState ask={ask} />, oneLine: true },
  ];
  return (
    <DataTable label={say(offers ? 'offersTitle' : 'listTitle')} columns={columns} rows={asks} keyOf={({ id }) => id} />
  );
}

function AskState({ ask: { state, lost } }: { ask: BankAsk }) {
  const say = useText(fundingText);
  return (
    <span className="zt-backed">
      <span>{say(`state.${state}`)}</span>
      {lost && <span className="zt-meta">{lost.reason}</span>}
    </span>
  );
}

function useOfferColumns(): readonly Column<BankAsk>[] {
  const say = useText(fundingText);
  const language = useLanguage();
  return [
    {
      key: 'amount',
      head: say('amount'),
      cell: ({ offer }) => (offer ? moneyText(offer.amountFen, language) : ''),
      align: 'right',
      oneLine: true,
    },
    {
      key: 'rate',
      head: say('rate'),
      cell: ({ offer }) => (offer ? say('rateValue', { rate: offer.rateBp / 100 }) : ''),
      align: 'right',
      oneLine: true,
    },
    {
      key: 'term',
      head: say('term'),
      cell: ({ offer }) => (offer ? say('termValue', { months: offer.termMonths }) : ''),
      align: 'right',
      oneLine: true,
    },
  ];
}
