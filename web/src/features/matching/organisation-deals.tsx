import { listDeals } from '@zhitong/contract/matching/deal-contract';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { useLanguage } from '#platform/display';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Answered, Empty } from '#ui/states';
import { DealTable } from './deal-table.tsx';
import { dealText } from './deal-text.ts';

const shown = 50;

interface DealsProps {
  readonly id: string;
  /** a firm that looks at another one sees what both agreed with each other */
  readonly between: boolean;
}

/** What this organisation agreed, newest first; the sums are of all its rows the reader may see. */
export function OrganisationDeals({ id, between }: DealsProps) {
  const say = useText(dealText);
  const language = useLanguage();
  const asked = useAsk(listDeals, { query: { organisation: id, limit: shown } });
  return (
    <Answered asked={asked} rows={6}>
      {({ deals, total, confirmed, oneSided }) =>
        deals.length === 0 ? (
          <Empty sentence={say(between ? 'noneBetween' : 'noneOf')} />
        ) : (
          <>
            {between && <p className="zt-dialog-lead">{say('betweenOnly')}</p>}
            <DealTable
              deals={deals}
              search=""
              foot={say('sumFoot', {
                confirmed: confirmed.deals,
                confirmedMoney: moneyText(confirmed.fen, language),
                oneSided: oneSided.deals,
                oneSidedMoney: moneyText(oneSided.fen, language),
              })}
            />
            {total > deals.length && (
              <p className="zt-meta">
                {say('newestOf', { shown: deals.length, total })} <AppLink to="/deals">{say('allDeals')}</AppLink>
              </p>
            )}
          </>
        )
      }
    </Answered>
  );
}
