import type { GapReply } from '@zhitong/contract/chains/chain-contract';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { useLanguage } from '#platform/display';
import { formatMoneyExactly } from '#platform/format-money';
import { formatCount } from '#platform/format-number';
import { useText } from '#platform/text';
import { gapText } from './gap-text.ts';

/** What local firms buy of it elsewhere a year, and how far away. Fewer than five of them: no amount, and the reason. */
export function GapPrice({ demand }: { demand: GapReply['demand'] }) {
  const say = useText(gapText);
  return (
    <section className="zt-card zt-padded zt-section" aria-labelledby="price">
      <h2 id="price">{say('price')}</h2>
      <p>{sentenceOf(demand)}</p>
      {demand.buyers !== null && demand.buyers > 0 && <Amounts demand={demand} />}
    </section>
  );

  function sentenceOf({ buyers, withheld }: GapReply['demand']): string {
    if (withheld === 'few' || buyers === null) return say('priceFew');
    return buyers === 0 ? say('priceNone') : say('priceBuyers', { buyers });
  }
}

function Amounts({ demand: { confirmedFen, declaredFen, kilometres } }: { demand: GapReply['demand'] }) {
  const say = useText(gapText);
  const language = useLanguage();
  const amount = (fen: number | null) =>
    fen === null ? (
      <span className="zt-ink-3">{say('hidden')}</span>
    ) : (
      <strong className="zt-figures" title={formatMoneyExactly(fen, language)}>
        {say('perYear', { amount: moneyText(fen, language) })}
      </strong>
    );
  return (
    <dl className="zt-facts">
      <div>
        <dt>{say('priceConfirmed')}</dt>
        <dd>{amount(confirmedFen)}</dd>
      </div>
      <div className="zt-declared">
        <dt>{say('priceDeclared')}</dt>
        <dd>{amount(declaredFen)}</dd>
      </div>
      {kilometres !== null && (
        <div>
          <dt>{say('distance')}</dt>
          <dd>{say('kilometres', { count: formatCount(kilometres, language) })}</dd>
        </div>
      )}
    </dl>
  );
}
