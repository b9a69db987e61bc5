import type { DrillVerdict } from '@zhitong/domain/chains/drill';

/** Red octagon, grey ring with a question mark, green disc, empty ring: the shape decides, never without its word. */
export function DrillMark({ verdict, words }: { verdict: DrillVerdict; words: string }) {
  return (
    <span className="zt-drill-mark">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {shapes[verdict]}
      </svg>
      <span>{words}</span>
    </span>
  );
}

const ring = { fill: 'none', stroke: 'var(--zt-light-done)', strokeWidth: 1.6 } as const;

const shapes = {
  red: (
    <>
      <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="var(--zt-light-red)" />
      <path d="M4.5 8h7" stroke="var(--zt-light-mark)" strokeWidth="2.2" strokeLinecap="round" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.7" {...ring} strokeDasharray="2.5 1.8" />
      <path d="M6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.2M8 11.4v.1" {...ring} strokeLinecap="round" />
    </>
  ),
  holds: (
    <>
      <circle cx="8" cy="8" r="7.5" fill="var(--zt-light-green)" />
      <path d="M4.6 8.3l2.3 2.3 4.5-4.9" fill="none" stroke="var(--zt-light-mark)" strokeWidth="1.8" />
    </>
  ),
  unaffected: <circle cx="8" cy="8" r="6.7" {...ring} />,
} as const;
