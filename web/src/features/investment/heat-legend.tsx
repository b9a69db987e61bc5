import type { getBaseMap, HeatReply } from '@zhitong/contract/investment/heat-contract';
import { heatSteps, rampOf } from '@zhitong/domain/investment/heat-steps';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useText } from '#platform/text';
import { heatText } from './heat-text.ts';

interface HeatLegendProps {
  readonly found: HeatReply;
  readonly base: z.output<typeof getBaseMap.reply>;
}

/** What the colours, signs and figures mean, and the line every map carries: unit, days, number, source. */
export function HeatLegend({ found, base }: HeatLegendProps) {
  const say = useText(heatText);
  const steps = heatSteps(found.areas.map(({ firms }) => firms));
  return (
    <div className="zt-heat-legend">
      <ul>
        {found.level !== 'district' &&
          steps.map(({ from, to }, step) => (
            <li key={to}>
              <span className={`zt-heat-swatch zt-heat-step-${rampOf(step, steps.length) + 1}`} aria-hidden="true" />
              {from === to ? from : `${from}–${to}`}
            </li>
          ))}
        {found.level !== 'district' && (
          <li>
            <span className="zt-heat-swatch zt-heat-hatched" aria-hidden="true" />
            {say('noData')}
          </li>
        )}
        {found.level === 'district' && (
          <>
            <li>
              <span aria-hidden="true">○</span> {say('county')}
            </li>
            <li>
              <span aria-hidden="true">◇</span> {say('zone')}
            </li>
          </>
        )}
        <li>
          <span className="zt-heat-ring" aria-hidden="true" />
          {say('focused')}
        </li>
      </ul>
      <p className="zt-meta">{say('clusterHint')}</p>
      <CornerLine found={found} base={base} />
    </div>
  );
}

/** From when the facts are: one day, or the oldest and the youngest. */
function useSpan({ oldest, youngest }: HeatReply): string {
  const say = useText(heatText);
  const language = useLanguage();
  if (oldest === null || youngest === null) return say('asOfUnknown');
  const [from, to] = [formatDate(oldest, language), formatDate(youngest, language)];
  return from === to ? say('dataDay', { from }) : say('dataSpan', { from, to });
}

function CornerLine({ found, base }: HeatLegendProps) {
  const say = useText(heatText);
  const { unplaced } = found;
  const span = useSpan(found);
  const parts = [
    say('unit'),
    span,
    base.approved ? say('number', { number: base.approved.number }) : say('source'),
    ...(base.approved ? [say('sourceApproved')] : []),
    ...(unplaced > 0 ? [say('unplaced', { count: unplaced })] : []),
  ];
  return <p className="zt-meta">{parts.join(' · ')}</p>;
}
