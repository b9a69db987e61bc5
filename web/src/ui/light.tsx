import type { Light as LightColour } from '@zhitong/domain/matching/home-light';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';

export type LightName = LightColour | 'caught-up' | 'mark-missed' | 'done' | 'unsolved';

interface LightProps {
  readonly colour: LightName;
  readonly words?: string;
  readonly until?: string;
}

/** Green disc, yellow triangle (with a red foot once it was red), red octagon, grey ring with tick or bar: the shape decides, colour only helps. Always with its words beside, and what the time is counted to. */
export function Light({ colour, words, until }: LightProps) {
  const say = useText(sharedText);
  return (
    <span className="zt-light">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {drawings[colour]}
      </svg>
      <span>
        <span className="zt-light-word">{say(colour)}</span>
        {words && <span className="zt-figures">{` ${words}`}</span>}
        {until && <span className="zt-light-until">{until}</span>}
      </span>
    </span>
  );
}

const tick = { fill: 'none', strokeWidth: 1.8, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const yellow = (
  <>
    <path
      d="M8 1.2l7 13.2H1z"
      fill="var(--zt-light-yellow)"
      stroke="var(--zt-light-yellow-line)"
      strokeLinejoin="round"
    />
    <path d="M8 6v4M8 12v.1" stroke="var(--zt-light-ink)" {...tick} />
  </>
);

const drawings = {
  green: (
    <>
      <circle cx="8" cy="8" r="7.5" fill="var(--zt-light-green)" />
      <path d="M4.6 8.3l2.3 2.3 4.5-4.9" stroke="var(--zt-light-mark)" {...tick} />
    </>
  ),
  yellow,
  'mark-missed': yellow,
  red: (
    <>
      <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="var(--zt-light-red)" />
      <path d="M4.5 8h7" stroke="var(--zt-light-mark)" {...tick} strokeWidth={2.2} />
    </>
  ),
  'caught-up': (
    <>
      <path
        d="M8 1.2l7 13.2H1z"
        fill="var(--zt-light-yellow)"
        stroke="var(--zt-light-yellow-line)"
        strokeLinejoin="round"
      />
      <path d="M2.7 11.2h10.6l1.7 3.2H1z" fill="var(--zt-light-red)" />
      <path d="M8 5.4v3M8 9.9v.1" stroke="var(--zt-light-ink)" {...tick} />
    </>
  ),
  unsolved: (
    <>
      <circle cx="8" cy="8" r="6.7" fill="none" stroke="var(--zt-light-done)" strokeWidth="1.6" />
      <path d="M4.8 8h6.4" stroke="var(--zt-light-done)" {...tick} />
    </>
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="6.7" fill="none" stroke="var(--zt-light-done)" strokeWidth="1.6" />
      <path d="M5 8.2l2 2 4-4.2" stroke="var(--zt-light-done)" {...tick} />
    </>
  ),
} as const;
