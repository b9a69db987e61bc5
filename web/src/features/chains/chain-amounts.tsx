import { moneyText } from '@zhitong/domain/matching/money-text';
import { useLanguage } from '#platform/display';
import { formatMoneyExactly } from '#platform/format-money';
import { useText } from '#platform/text';
import { chainText } from './chain-text.ts';

interface Amounts {
  readonly confirmedFen: number | null;
  readonly declaredFen: number | null;
}

/** What is confirmed in ink, what firms only say in grey with its word; never added up. Nothing where neither is shown. */
export function ChainAmounts({ of: { confirmedFen, declaredFen } }: { of: Amounts }) {
  const say = useText(chainText);
  const language = useLanguage();
  const amount = (fen: number) => ({ amount: moneyText(fen, language) });
  return (
    <>
      {confirmedFen !== null && (
        <span className="zt-figures" title={formatMoneyExactly(confirmedFen, language)}>
          {say('confirmed', amount(confirmedFen))}
        </span>
      )}
      {confirmedFen !== null && declaredFen !== null && ' '}
      {declaredFen !== null && (
        <span className="zt-figures zt-declared" title={formatMoneyExactly(declaredFen, language)}>
          {say('declared', amount(declaredFen))}
        </span>
      )}
    </>
  );
}
