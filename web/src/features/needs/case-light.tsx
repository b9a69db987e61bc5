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
    readonly caughtUp?: boolean | undefined;
    readonly byMark?: boolean | undefined;
  };
  readonly dayMinutes: number;
}

/** The light of a case with its working time left; once the clock stands still no time is told. */
export function CaseLight({ row: { light, caughtUp, byMark, remainingMinutes, status }, dayMinutes }: CaseLightProps) {
  const language = useLanguage();
  const say = useText(needsText);
  if (status === 'withdrawn') return <span>{say('state.withdrawn')}</span>;
  const runs = status === 'waiting' || status === 'handling';
  return (
    <Light
      colour={nameOf({ light, caughtUp, byMark })}
      {...(runs && { words: formatWorkLeft(remainingMinutes, dayMinutes, language) })}
    />
  );
}

function nameOf({ light, caughtUp, byMark }: Pick<CaseLightProps['row'], 'light' | 'caughtUp' | 'byMark'>): LightName {
  if (caughtUp) return 'caught-up';
  return byMark && light === 'yellow' ? 'mark-missed' : lightNames[light];
}
