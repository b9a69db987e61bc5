import { listNeedMatches, type NeedMatch } from '@zhitong/contract/matching/match-contract';
import type { Need } from '@zhitong/contract/needs/need-contract';
import { priceText } from '@zhitong/domain/matching/money-text';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { Answered, Empty } from '#ui/states';
import { matchText } from './match-text.ts';
import { formatQuoted } from './quoted.ts';
import { VerdictCounts } from './verdicts.tsx';

/** The answers side by side: quotes by price, then those who cannot, with their reason. */
export function NeedAnswers({ need }: { need: Need }) {
  const say = useText(matchText);
  const asked = useAsk(listNeedMatches, { params: { id: need.id } });
  return (
    <Answered asked={asked}>
      {({ matches }) => {
        const answered = matches.filter(({ response }) => response).toSorted(quotesFirst);
        return answered.length === 0 ? <Empty sentence={say('noAnswers')} /> : <AnswerTable rows={answered} />;
      }}
    </Answered>
  );
}

function AnswerTable({ rows }: { rows: readonly NeedMatch[] }) {
  const say = useText(matchText);
  const language = useLanguage();
  const minute = useMinute();
  const columns: readonly Column<NeedMatch>[] = [
    {
      key: 'firm',
      head: say('firm'),
      cell: ({ organisation }) => <AppLink to={`/organisations/${organisation.id}`}>{organisation.name}</AppLink>,
    },
    { key: 'price', head: say('price'), cell: ({ response }) => priceOf(response) },
    {
      key: 'quantity',
      head: say('quantity'),
      cell: ({ response }) => (response?.declined ? '—' : response && formatQuoted(response, language)),
    },
    {
      key: 'lead',
      head: say('lead'),
      cell: ({ response }) => (response?.leadDays === undefined ? '—' : say('leadDays', { days: response.leadDays })),
    },
    { key: 'fit', head: say('verdicts'), cell: ({ reasons }) => <VerdictCounts reasons={reasons} /> },
    {
      key: 'at',
      head: say('answeredAt'),
      cell: ({ response }) => response && formatInstant(response.at, minute, language),
    },
  ];
  return <DataTable label={say('price')} columns={columns} rows={rows} keyOf={({ match }) => match.id} />;

  function priceOf(response: NeedMatch['response']): string {
    if (response?.declined) return say('declined', { reason: say(`decline.${response.declined}`) });
    return priceText(response?.priceFen ?? 0, response?.unit ?? '', language);
  }
}

function quotesFirst(a: NeedMatch, b: NeedMatch): number {
  const price = ({ response }: NeedMatch) => response?.priceFen ?? Number.MAX_SAFE_INTEGER;
  return price(a) - price(b);
}
