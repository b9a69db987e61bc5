import type { GapReply } from '@zhitong/contract/chains/chain-contract';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { formatMoneyExactly } from '#platform/format-money';
import { formatCount } from '#platform/format-number';
import { useText } from '#platform/text';
import { GapEstimate } from './gap-cells.tsx';
import { gapText } from './gap-text.ts';

/** What local firms buy of it elsewhere a year, and how far away. Fewer than five of them: no amount, and the reason. */
export function GapPrice({ gap: { demand, expected } }: { gap: Pick<GapReply, 'demand' | 'expected'> }) {
  const say = useText(gapText);
  return (
    <section className="zt-card zt-padded zt-section" aria-labelledby="price">
      <h2 id="price">{say('price')}</h2>
      <p>{sentenceOf(demand)}</p>
      {demand.buyers !== null && demand.buyers > 0 && <Amounts demand={demand} />}
      {expected !== null && <Estimate expected={expected} />}
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

/** Of another kind than what is bought: by which table, of how many firms, and of how many too little is known. */
function Estimate({ expected }: { expected: NonNullable<GapReply['expected']> }) {
  const say = useText(gapText);
  const language = useLanguage();
  const { fen, firms, unknown, source, asOf } = expected;
  return (
    <div className="zt-section">
      <h3>{say('estimateHead')}</h3>
      {fen !== null && (
        <p>
          <GapEstimate expected={expected} unit="words" />
        </p>
      )}
      {fen === null && <p className="zt-ink-3">{firms === 0 ? say('estimateNone') : say('estimateFew')}</p>}
      <p className="zt-meta">
        {say('estimateBy', { source, date: formatDate(asOf, language) })}
        {fen !== null && say('estimateFirms', { firms: firms ?? 0 })}
        {unknown > 0 && say('estimateUnknown', { unknown })}
      </p>
    </div>
  );
}
