import type { BankAsk, DealFacts } from '@zhitong/contract/needs/funding-values';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { formatMoneyExactly } from '#platform/format-money';
import { useText } from '#platform/text';
import { formatWorkLeft } from '#platform/time-left';
import { Light } from '#ui/light';
import { fundingText } from './funding-text.ts';

/** What stands behind a need: in ink what both sides of a deal confirmed, in grey what the firm alone says. */
export function Backing({ deals, whole = false }: { deals: DealFacts; whole?: boolean }) {
  const say = useText(fundingText);
  const language = useLanguage();
  const words = ({ deals: count, fen }: DealFacts['sold']) => ({ count, money: moneyText(fen, language) });
  return (
    <span className="zt-backed zt-figures">
      <span title={formatMoneyExactly(deals.sold.fen, language)}>{say('confirmed', words(deals.sold))}</span>
      {(whole || deals.bought.deals > 0) && (
        <span title={formatMoneyExactly(deals.bought.fen, language)}>{say('bought', words(deals.bought))}</span>
      )}
      {(whole || deals.declared.deals > 0) && (
        <span className="zt-one-sided" title={formatMoneyExactly(deals.declared.fen, language)}>
          {say('declared', words(deals.declared))}
        </span>
      )}
    </span>
  );
}

/** The bank’s own clock; once it has answered there is none. */
export function AskClock({ ask }: { ask: BankAsk }) {
  const say = useText(fundingText);
  const language = useLanguage();
  const minute = useMinute();
  if (ask.state !== 'open') return <span className="zt-ink-2">{say(`state.${ask.state}`)}</span>;
  const colour = ask.light === 'red' || ask.light === 'yellow' ? ask.light : 'green';
  return (
    <Light
      colour={colour}
      words={formatWorkLeft(ask.remainingMinutes, ask.dayMinutes, language)}
      until={say('until', { time: formatInstant(ask.due, minute, language) })}
    />
  );
}
