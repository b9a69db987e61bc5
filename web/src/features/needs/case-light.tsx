import type { CaseRow } from '@zhitong/contract/needs/case-contract';
import type { CaseLight as CaseLightName } from '@zhitong/domain/needs/case-light';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { formatWorkLeft } from '#platform/time-left';
import { Light, type LightName } from '#ui/light';
import { needsText } from './needs-text.ts';

const lightNames = {
  green: 'green',
  yellow: 'yellow',
  red: 'red',
  'caught-up': 'caught-up',
  solved: 'done',
  unsolved: 'unsolved',
} as const satisfies Record<CaseLightName, LightName>;

interface CaseLightProps {
  readonly row: Pick<CaseRow, 'remainingMinutes' | 'status'> & {
    readonly light: CaseLightName;
    readonly caughtUp?: boolean;
  };
  readonly dayMinutes: number;
}

/** The light of a case with its working time left; once the clock stands still no time is told. */
export function CaseLight({ row: { light, caughtUp, remainingMinutes, status }, dayMinutes }: CaseLightProps) {
  const language = useLanguage();
  const say = useText(needsText);
  if (status === 'withdrawn') return <span>{say('state.withdrawn')}</span>;
  const runs = status === 'waiting' || status === 'handling';
  return (
    <Light
      colour={lightNames[caughtUp ? 'caught-up' : light]}
      {...(runs && { words: formatWorkLeft(remainingMinutes, dayMinutes, language) })}
    />
  );
}
