import type { TargetRow } from '@zhitong/contract/investment/target-contract';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { formatWorkLeft } from '#platform/time-left';
import { Light } from '#ui/light';
import { targetText } from './target-text.ts';

interface TargetLightProps {
  readonly target: Pick<TargetRow, 'light' | 'remainingMinutes'>;
  readonly dayMinutes: number;
}

/** How the next step stands against its day, in working time; without a next step it says so, with no light. */
export function TargetLight({ target: { light, remainingMinutes }, dayMinutes }: TargetLightProps) {
  const say = useText(targetText);
  const language = useLanguage();
  if (light === 'none') return <span className="zt-ink-3">{say('light.none')}</span>;
  // a day that ended on a day off is over by no working time yet
  const told = light !== 'done' && remainingMinutes !== null && remainingMinutes !== 0;
  return <Light colour={light} {...(told && { words: formatWorkLeft(remainingMinutes, dayMinutes, language) })} />;
}
