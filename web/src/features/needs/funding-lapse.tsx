import type { AskedBank } from '@zhitong/contract/needs/funding-values';
import type { FundingLapse } from '@zhitong/domain/needs/funding';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, formatInstant } from '#platform/format-date';
import { useText } from '#platform/text';
import { fundingLapseText } from './funding-lapse-text.ts';
import { fundingText } from './funding-text.ts';

/** How it stands with a bank; what ran out is said instead of the wait or the offer it was. */
export function AskStanding({ ask: { state, lapse, offer } }: { ask: AskedBank }) {
  const say = useText(fundingText);
  const sayLapse = useText(fundingLapseText);
  const language = useLanguage();
  if (lapse === null) return <span className="zt-nowrap">{say(`state.${state}`)}</span>;
  return sayLapse(`lapse.${lapse}`, { date: offer ? formatDate(offer.validUntil, language) : '' });
}

interface LapseNextProps {
  readonly lapse: FundingLapse;
  readonly due: string;
  readonly mayAsk: boolean;
}

/** What the firm can do now that the bank’s time, or its offer, has run out. */
export function LapseNext({ lapse, due, mayAsk }: LapseNextProps) {
  const say = useText(fundingLapseText);
  const language = useLanguage();
  const minute = useMinute();
  const time = formatInstant(due, minute, language);
  return <span className="zt-ink-2">{say(`${mayAsk ? 'askOn' : 'wait'}.${lapse}`, { time })}</span>;
}
