import type { GapReply } from '@zhitong/contract/chains/chain-contract';
import { coverageRings } from '@zhitong/domain/chains/chain-facts';
import { gapClassWords } from '@zhitong/domain/chains/gap-class';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { formatNames } from '#platform/format-list';
import { formatMoneyCell, formatMoneyExactly } from '#platform/format-money';
import { formatCount } from '#platform/format-number';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { gapText } from './gap-text.ts';
import './gap.css';

interface GapDemandProps {
  readonly demand: GapReply['demand'];
  /** a cell of a column that names its unit, or an amount with its own */
  readonly unit: 'column' | 'words';
}

/** Ink is confirmed; grey with its word is what firms say themselves. Too few buyers: the sentence instead of the figure. */
export function GapDemand({ demand, unit }: GapDemandProps) {
  const say = useText(gapText);
  const language = useLanguage();
  const { confirmedFen, declaredFen, buyers, withheld } = demand;
  if (withheld === 'few') return <span className="zt-ink-3">{say('few')}</span>;
  if (confirmedFen === null && declaredFen === null) return <span className="zt-ink-3">{say('noPurchase')}</span>;
  const amount = (fen: number) => (unit === 'column' ? formatMoneyCell(fen, language) : moneyText(fen, language));
  return (
    <span className="zt-gap-demand">
      {confirmedFen !== null && <span title={formatMoneyExactly(confirmedFen, language)}>{amount(confirmedFen)}</span>}
      {declaredFen !== null && (
        <span className="zt-declared" title={formatMoneyExactly(declaredFen, language)}>
          {say('declaredAmount', { amount: amount(declaredFen) })}
        </span>
      )}
      {buyers !== null && buyers > 0 && <span className="zt-meta">{say('buyers', { count: buyers })}</span>}
    </span>
  );
}

interface GapCoverageProps {
  readonly gap: Pick<GapReply, 'coverage' | 'circle' | 'unplaced'>;
}

/** Six pips from near to far, filled where somebody makes it, each with how many; the last for those whose place is unknown. */
export function GapCoverage({ gap: { coverage, circle, unplaced } }: GapCoverageProps) {
  const say = useText(gapText);
  const language = useLanguage();
  const counts = [
    ...coverageRings.map((ring) => ({
      word: (ring === 'circle' ? circle : null) ?? say(`ring.${ring}`),
      count: coverage[ring],
    })),
    { word: say('ring.unknown'), count: unplaced },
  ];
  const known = counts.filter(({ count }) => count > 0);
  return (
    <span className="zt-coverage">
      <svg viewBox="0 0 57 12" width="57" height="12" aria-hidden="true">
        {counts.map(({ word, count }, place) => (
          <circle
            key={word}
            cx={6 + place * 9}
            cy={6}
            r="3.4"
            className={count > 0 ? 'zt-pip-filled' : 'zt-pip'}
            {...(place === counts.length - 1 && { strokeDasharray: '1.5 1.5' })}
          />
        ))}
      </svg>
      <span>
        {known.length === 0
          ? say('nobody')
          : known.map(({ word, count }) => `${word} ${formatCount(count, language)}`).join(' · ')}
      </span>
    </span>
  );
}

/** What is not computed says so, and is never nought. */
export function GapReach({ reach }: { reach: GapReply['reach'] }) {
  const say = useText(gapText);
  const language = useLanguage();
  if (reach === null) return <span className="zt-ink-3">{say('notComputed')}</span>;
  const figure = (value: number) => value.toFixed(2);
  return (
    <span className="zt-gap-demand">
      <span className="zt-figures">
        {say('reachValue', { score: figure(reach.score), low: figure(reach.low), high: figure(reach.high) })}
      </span>
      {reach.missing.length > 0 && (
        <span className="zt-meta">
          <MixedText>{say('lacks', { names: formatNames(reach.missing, language) })}</MixedText>
        </span>
      )}
    </span>
  );
}

/** Grow it here or bring it in, and on demand the reasons, each from rows. */
export function GapAdvice({ reach }: { reach: GapReply['reach'] }) {
  const say = useText(gapText);
  if (reach === null) return '—';
  return (
    <span className="zt-gap-demand">
      <span>{say(`advice.${reach.advice}`)}</span>
      {reach.reasons.length > 0 && (
        <details>
          <summary>{say('why2')}</summary>
          <ul className="zt-gap-reasons">
            {reach.reasons.map(({ code, text }) => (
              <li key={`${code} ${text}`}>
                <MixedText>{text}</MixedText>
              </li>
            ))}
          </ul>
        </details>
      )}
    </span>
  );
}

/** Since when it is so, which way it went, and how old the facts are. */
export function GapTrend({ gap: { trend, asOf } }: { gap: Pick<GapReply, 'trend' | 'asOf'> }) {
  const say = useText(gapText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const date = asOf === null ? sayShared('unknown') : formatDate(asOf, language);
  return (
    <span className="zt-gap-trend">
      <span>
        {trend === null
          ? say('noTrend')
          : say(`trend.${trend.direction}`, {
              date: formatDate(trend.since, language),
              before: trend.before === null ? '' : gapClassWords[trend.before][language],
            })}
      </span>
      <span className="zt-meta">{say('dataOf', { date })}</span>
    </span>
  );
}

/** What firms that declared nothing are expected to buy: grey, dotted, with its word; never part of another figure. */
export function GapEstimate({
  expected,
  unit,
}: Pick<GapReply, 'expected'> & { readonly unit: GapDemandProps['unit'] }) {
  const say = useText(gapText);
  const language = useLanguage();
  if (expected === null || expected.fen === null) return null;
  const { fen, firms, unknown, source } = expected;
  const amount = unit === 'column' ? formatMoneyCell(fen, language) : moneyText(fen, language);
  return (
    <span className="zt-estimate" title={say('estimateTitle', { source, firms: firms ?? 0, unknown })}>
      {say('estimateAtLeast', { amount })}
    </span>
  );
}
