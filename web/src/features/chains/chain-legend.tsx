import type { getChain } from '@zhitong/contract/chains/chain-contract';
import { gapClasses } from '@zhitong/domain/chains/gap-class';
import { Button } from 'antd';
import type { z } from 'zod';
import { useText } from '#platform/text';
import { GapMark } from '#ui/gap-mark';
import type { ChainFilter } from './chain-filter.ts';
import { chainText } from './chain-text.ts';

interface ChainLegendProps {
  readonly segments: z.output<typeof getChain.reply>['segments'];
  readonly filter: ChainFilter;
  /** of a past day no amount is shown, and no bar */
  readonly isPast: boolean;
}

/** Shape and word of every class with its products; a tick shows only segments that have such a product. */
export function ChainLegend({ segments, filter, isPast }: ChainLegendProps) {
  const say = useText(chainText);
  const { classes } = filter;
  const turn = (of: (typeof gapClasses)[number]) => {
    const next = classes.includes(of) ? classes.filter((one) => one !== of) : [...classes, of];
    filter.set({ class: next.length === 0 ? undefined : next.join(',') });
  };
  const isFiltered = classes.length > 0 || filter.tier !== undefined;
  return (
    <fieldset className="zt-legend">
      <legend>{say('legend')}</legend>
      <div className="zt-legend-classes">
        {gapClasses.map((of) => (
          <label key={of}>
            <input type="checkbox" checked={classes.includes(of)} onChange={() => turn(of)} />
            <GapMark of={of} count={segments.reduce((sum, segment) => sum + segment.classes[of], 0)} />
          </label>
        ))}
        {isFiltered && (
          <Button type="link" onClick={() => filter.set({ class: undefined, tier: undefined })}>
            {say('clear')}
          </Button>
        )}
      </div>
      <p className="zt-meta">{[...(isPast ? [] : [say('legendBar')]), say('legendArrow')].join(' · ')}</p>
    </fieldset>
  );
}
