import { moneyText } from '@zhitong/domain/matching/money-text';
import { useLanguage } from '#platform/display';
import { formatMoneyExactly } from '#platform/format-money';
import { keepTogether } from '#platform/keep-together';
import { useText } from '#platform/text';
import { chainText } from './chain-text.ts';

interface Amounts {
  readonly confirmedFen: number | null;
  readonly declaredFen: number | null;
}

/**
 * What is confirmed in ink, what firms only say in grey with its word; never added up. Nothing where neither is shown. `buyers`: how
 * many firms stand behind it; of two amounts it is told once.
 */
export function ChainAmounts({ of: { confirmedFen, declaredFen }, buyers }: { of: Amounts; buyers?: number }) {
  const say = useText(chainText);
  const language = useLanguage();
  const isBoth = confirmedFen !== null && declaredFen !== null;
  const words = (of: 'confirmed' | 'declared', fen: number) => {
    const amount = moneyText(fen, language);
    if (buyers === undefined) return say(of, { amount });
    // in a running sentence
    return keepTogether(isBoth ? say(of, { amount }) : say(`${of}By`, { amount, buyers }));
  };
  return (
    <>
      {confirmedFen !== null && (
        <span className="zt-figures" title={formatMoneyExactly(confirmedFen, language)}>
          {words('confirmed', confirmedFen)}
        </span>
      )}
      {isBoth && ' '}
      {declaredFen !== null && (
        <span className="zt-figures zt-declared" title={formatMoneyExactly(declaredFen, language)}>
          {words('declared', declaredFen)}
        </span>
      )}
      {isBoth && buyers !== undefined && say('byAll', { buyers })}
    </>
  );
}
