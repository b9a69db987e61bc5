import { type FundingOutcomes, viewOutcomes } from '@zhitong/contract/needs/funding-contract';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { useLanguage } from '#platform/display';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { Page } from '#ui/page';
import { Answered, Empty } from '#ui/states';
import { fundingText } from './funding-text.ts';

/** Where the bank wins and where it loses, by reason: of its own answers alone. */
export function FundingOutcomesScreen() {
  const say = useText(fundingText);
  const asked = useAsk(viewOutcomes, {});
  return (
    <Page title={say('outcomesTitle')} finding={say('secrecy')}>
      <Answered asked={asked} rows={6}>
        {(outcomes) =>
          outcomes.asked === 0 ? <Empty sentence={say('noOutcomes')} /> : <Outcomes outcomes={outcomes} />
        }
      </Answered>
    </Page>
  );
}

function Outcomes({ outcomes }: { outcomes: FundingOutcomes }) {
  const say = useText(fundingText);
  const language = useLanguage();
  const { won, open, offered } = outcomes;
  return (
    <div className="zt-funding-form">
      <dl className="zt-facts">
        <div>
          <dt>{say('wonCount')}</dt>
          <dd>
            <AppLink to="/funding?state=over">{won.count}</AppLink>
            {won.fen > 0 && ` · ${moneyText(won.fen, language)}`}
          </dd>
        </div>
        <div>
          <dt>{say('openCount')}</dt>
          <dd>
            <AppLink to="/funding?state=open">{open}</AppLink>
          </dd>
        </div>
        <div>
          <dt>{say('offeredCount')}</dt>
          <dd>
            <AppLink to="/funding?state=answered">{offered}</AppLink>
          </dd>
        </div>
      </dl>
      <p className="zt-meta">{say('askedCount', { count: outcomes.asked })}</p>
      <ByReason title={say('lostBy')} rows={outcomes.lost} />
      <ByReason title={say('declinedBy')} rows={outcomes.declined} />
    </div>
  );
}

type Reason = FundingOutcomes['lost'][number] | FundingOutcomes['declined'][number];

function ByReason({ title, rows }: { title: string; rows: readonly Reason[] }) {
  const say = useText(fundingText);
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  const columns: readonly Column<Reason>[] = [
    { key: 'reason', head: say('reason'), cell: ({ reason }) => reason },
    { key: 'count', head: say('count'), cell: ({ count }) => count, align: 'right' },
    {
      key: 'share',
      head: say('share'),
      cell: ({ count }) => `${Math.round((count / all) * 100)}%`,
      align: 'right',
    },
  ];
  if (rows.length === 0) return null;
  const sorted = [...rows].sort((a, b) => b.count - a.count);
  return (
    <section className="zt-funding-form">
      <h2>{title}</h2>
      <DataTable label={title} columns={columns} rows={sorted} keyOf={({ code }) => code} />
    </section>
  );
}
