import type { BankAsk } from '@zhitong/contract/needs/funding-values';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { fundingGuaranteeWords } from '@zhitong/domain/needs/funding-codes';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { fundingText } from './funding-text.ts';
import { loanText } from './loan-text.ts';

/** What the firm wishes of the loan; what it left open is said to be open. */
export function LoanFacts({ wish: { amountFen, termMonths, rateBp, guarantees } }: Pick<BankAsk, 'wish'>) {
  const say = useText(fundingText);
  const sayLoan = useText(loanText);
  const language = useLanguage();
  const words = guarantees.map((one) => fundingGuaranteeWords[one][language]);
  const facts = [
    [sayLoan('wishAmount'), amountFen === null ? undefined : moneyText(amountFen, language)],
    [sayLoan('wishTerm'), termMonths === null ? undefined : say('termValue', { months: termMonths })],
    [sayLoan('wishRate'), rateBp === null ? undefined : say('rateValue', { rate: rateBp / 100 })],
    [say('guarantee'), words.length === 0 ? undefined : words.join(language === 'zh' ? '、' : ', ')],
  ] as const;
  return (
    <dl className="zt-funding-wish">
      {facts.map(([name, said]) => (
        <div key={name}>
          <dt className="zt-meta">{name}</dt>
          <dd>{said ?? <span className="zt-ink-2">{sayLoan('wishOpen')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
