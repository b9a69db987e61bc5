import { listReceipts } from '@zhitong/contract/needs/funding-contract';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDay } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { Page } from '#ui/page';
import { Answered, Empty } from '#ui/states';
import { lastDayOf } from './funding-record.tsx';
import { fundingText } from './funding-text.ts';

/** Who let this bank read its payment record, and what became of it. */
export function FundingReceipts() {
  const say = useText(fundingText);
  const language = useLanguage();
  const minute = useMinute();
  const asked = useAsk(listReceipts, { query: { limit: 200 } });
  type Row = NonNullable<typeof asked.data>['receipts'][number];
  const columns: readonly Column<Row>[] = [
    {
      key: 'need',
      head: say('need'),
      cell: ({ ask }) => (
        <AppLink to={`/funding/${ask.id}`}>
          <span lang="zh">{ask.title}</span>
        </AppLink>
      ),
    },
    { key: 'firm', head: say('firm'), cell: ({ asker }) => <span lang="zh">{asker.name}</span>, phone: 'wide' },
    { key: 'given', head: say('given'), cell: ({ givenAt }) => formatDay(givenAt, minute, language), oneLine: true },
    {
      key: 'expires',
      head: say('expires'),
      cell: ({ expiresAt }) => formatDay(lastDayOf(expiresAt), minute, language),
      oneLine: true,
    },
    { key: 'state', head: say('receipt'), cell: ({ state }) => say(`receipt.${state}`), oneLine: true },
    { key: 'purpose', head: say('purposeShort'), cell: ({ purpose }) => purpose ?? '', phone: 'wide' },
  ];
  return (
    <Page title={say('receiptsTitle')} finding={say('secrecy')}>
      <Answered asked={asked} rows={6}>
        {({ receipts }) =>
          receipts.length === 0 ? (
            <Empty sentence={say('noReceipts')} />
          ) : (
            <DataTable label={say('receiptsTitle')} columns={columns} rows={receipts} keyOf={({ id }) => id} />
          )
        }
      </Answered>
    </Page>
  );
}
