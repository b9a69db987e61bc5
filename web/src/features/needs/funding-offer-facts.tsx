import type { FundingOffer } from '@zhitong/contract/needs/funding-values';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { fundingGuaranteeWords } from '@zhitong/domain/needs/funding-codes';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { formatMoneyExactly } from '#platform/format-money';
import { useText } from '#platform/text';
import { fundingText } from './funding-text.ts';

/** What a bank offered, one fact a line. */
export function OfferFacts({ offer }: { offer: FundingOffer }) {
  const say = useText(fundingText);
  const language = useLanguage();
  const facts: readonly (readonly [string, string])[] = [
    [say('amountHead'), moneyText(offer.amountFen, language)],
    [say('rateHead'), say('rateValue', { rate: offer.rateBp / 100 })],
    [say('termHead'), say('termValue', { months: offer.termMonths })],
    [say('guarantee'), fundingGuaranteeWords[offer.guarantee][language]],
    [say('feesHead'), formatMoneyExactly(offer.feesFen, language)],
    [say('costHead'), formatMoneyExactly(offer.yearlyCostFen, language)],
    [say('validUntil'), formatDate(offer.validUntil, language)],
    ...(offer.note ? [[say('note'), offer.note] as const] : []),
  ];
  return (
    <dl className="zt-facts">
      {facts.map(([head, value]) => (
        <div key={head}>
          <dt>{head}</dt>
          <dd className="zt-figures">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
