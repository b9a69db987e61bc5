import type { Tier } from '@zhitong/domain/matching/tier';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';

const order: readonly Tier[] = ['district', 'city', 'circle', 'province', 'nation', 'abroad'];
const middle = 6;
const step = 9;

/** Six pips, the one of the tier filled, with the word: 本区 … 境外. */
export function TierPips({ tier }: { tier: Tier }) {
  const say = useText(sharedText);
  const filled = order.indexOf(tier);
  return (
    <span className="zt-tier">
      <svg viewBox="0 0 57 12" width="48" height="10" aria-hidden="true">
        {order.map((name, place) => (
          <circle
            key={name}
            cx={middle + place * step}
            cy={middle}
            r="3.4"
            fill={place === filled ? 'var(--zt-primary)' : 'none'}
            stroke={place === filled ? 'var(--zt-primary)' : 'var(--zt-border)'}
          />
        ))}
      </svg>
      <span>{say(`tier.${tier}`)}</span>
    </span>
  );
}
